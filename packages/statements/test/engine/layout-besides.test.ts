import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const sided: Column[] = [
  { x: 80 },
  { x: 120 },
  { x: 370, right: true },
  { x: 460, right: true },
  { x: 555, right: true },
];
const signed: Column[] = [{ x: 40 }, { x: 110 }, { x: 470, right: true }, { x: 560, right: true }];
const rows = ["reconciled", "06-03 -80.00 Grocer", "06-14 +200.00 Wage"];

test("a figure in other words beside the closing balance, in the column of balances", async () => {
  const statement = await readPages([
    [
      ...table(
        [{ x: 40 }, { x: 200, right: true }, { x: 320 }, { x: 540, right: true }],
        [
          ["Opening balance", "$ 1,000.00", "Average", "$ 1,020.00"],
          ["Closing balance", "$ 1,120.00", "Withholding", "$ .00"],
        ],
        40,
      ),
      ...table(signed, [
        ["Date", "Details", "Amount", "Balance"],
        ["03/06/2024", "Grocer", "-80.00", "920.00"],
        ["14/06/2024", "Wage", "200.00", "1,120.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("labels that their figures follow without a space", async () => {
  const statement = await readPages([
    [
      ...table(signed, [
        ["Date", "Details", "Amount", "Balance"],
        ["03/06/2024", "Grocer", "-80.00", "920.00"],
        ["14/06/2024", "Wage", "200.00", "1,120.00"],
      ]),
      ...lines(["Xyzzy:80.00  Opening balance:1,000.00  Closing balance:1,120.00"], 150),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("codes in columns before the words for a balance, and numbers with dots under a heading for references", async () => {
  const codes: Column[] = [
    { x: 40 },
    { x: 110 },
    { x: 160 },
    { x: 390, right: true },
    { x: 470, right: true },
    { x: 560, right: true },
  ];
  const statement = await readPages([
    table(codes, [
      ["Data", "Lote", "Histórico", "Documento", "Valor R$", "Saldo"],
      ["31/05/2024", "00000", "000 Saldo Anterior", "", "", "1.000,00 C"],
      ["03/06/2024", "", "144 DA ENEL", "620.211", "50,00 D", ""],
      ["03/06/2024", "", "Grocer", "495.990", "30,00 D", "920,00 C"],
      ["14/06/2024", "", "Wage", "154.267", "200,00 C", "1.120,00 C"],
      ["28/06/2024", "00000", "999 S A L D O", "", "", "1.120,00 C"],
    ]),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -50.00 144 DA ENEL",
    "06-03 -30.00 Grocer",
    "06-14 +200.00 Wage",
  ]);
  assert.equal(statement.accounts[0]?.currency, "BRL");
});

test("a balance named in a sentence beside the summary, whose figure is another", async () => {
  const statement = await readPages([
    [
      ...lines(["Credit card statement"], 24),
      ...table(
        [{ x: 40 }, { x: 200, right: true }, { x: 265 }],
        [
          ["Opening balance", "$950.00", "If you only pay the least each month,"],
          [
            "Payments and other credits",
            "-$800.00",
            "you will pay off the closing balance in some thirteen years, $1,203.44 more",
          ],
          ["Closing balance", "$270.00"],
          ["Minimum payment due", "$25.00"],
        ],
        38,
      ),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 560, right: true }],
        [
          ["Date", "Details", "Amount"],
          ["03/06/2024", "Grocer", "80.00"],
          ["14/06/2024", "Payment", "800.00-"],
          ["15/06/2024", "Cinema", "40.00"],
        ],
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +800.00 Payment",
    "06-15 -40.00 Cinema",
  ]);
});

test("a summary under headings in two languages", async () => {
  const [a, b, c, d] = [120, 260, 400, 550].map((x): Column => ({ x, right: true })) as [
    Column,
    Column,
    Column,
    Column,
  ];
  const statement = await readPages([
    [
      ...table(sided, [
        ["Tanggal", "Uraian", "Debet", "Kredit", "Saldo"],
        ["03/06/24", "Grocer", "80.00", "0.00", "920.00"],
        ["14/06/24", "Wage", "0.00", "200.00", "1,120.00"],
      ]),
      ...table(
        [a, b, c, d],
        [
          ["Saldo Awal", "Total Transaksi Debet", "Total Transaksi Kredit", "Saldo Akhir"],
          ["Opening Balance", "Total Debit Transaction", "Total Credit Transaction", "Closing Balance"],
          ["1,000.00", "80.00", "200.00", "1,120.00"],
        ],
        160,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("two columns of each side, of which a row fills one", async () => {
  const statement = await readPages([
    table(
      [{ x: 40 }, { x: 90 }, ...[300, 370, 440, 510, 570].map((x): Column => ({ x, right: true }))],
      [
        ["Fecha", "Detalle", "Cheques", "Otros cargos", "Depósitos", "Otros abonos", "Saldo"],
        ["31/05/2024", "SALDO ANTERIOR", "", "", "", "", "1.000"],
        ["03/06/2024", "Grocer", "", "80", "", "", "920"],
        ["04/06/2024", "Cheque", "1.100", "", "", "", "-180"],
        ["14/06/2024", "Wage", "", "", "", "1.200", "1.020"],
        ["15/06/2024", "Cash", "", "", "1.000", "", "2.020"],
      ],
    ),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-04 -1100.00 Cheque",
    "06-14 +1200.00 Wage",
    "06-15 +1000.00 Cash",
  ]);
});

test("a sum of both sides below the rows bounds them: a line of another table below it is none", async () => {
  const statement = await readPages([
    [
      ...table(sided, [
        ["Data", "Histórico", "Crédito (R$)", "Débito (R$)", "Saldo (R$)"],
        ["31/05/2024", "SALDO ANTERIOR", "", "", "1.000,00"],
        ["03/06/2024", "Grocer", "", "-80,00", "920,00"],
        ["14/06/2024", "Wage", "200,00", "", "1.120,00"],
        ["", "Total", "200,00", "-80,00", "1.120,00"],
      ]),
      ...lines(["Xyzzy"], 200),
      ...table(
        [sided[0]!, sided[1]!, sided[3]!],
        [
          ["Data", "Histórico", "Valor (R$)"],
          ["28/06/2024", "SALDO INVEST FACIL", "1.234,00"],
        ],
        214,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("days that print what the account holds at their end, with headings beside it", async () => {
  const day: Column[] = [{ x: 40 }, { x: 180 }, { x: 440, right: true }, { x: 550, right: true }];
  const statement = await readPages([
    [
      ...lines(["Saldo anterior R$ 1.000,00"]),
      ...table(day, [
        ["3 de junho de 2024", "Saldo do dia: R$ 890,00", "Valor", "Saldo"],
        ["Grocer", "", "-R$ 80,00", "R$ 920,00"],
        ["Kiosk", "", "-R$ 30,00", "R$ 890,00"],
        ["14 de junho de 2024", "Saldo do dia: R$ 1.090,00", "Valor", "Saldo"],
        ["Wage", "", "R$ 200,00", "R$ 1.090,00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-03 -30.00 Kiosk",
    "06-14 +200.00 Wage",
  ]);
});

test("sums of both sides in unknown words below rows that print their balances", async () => {
  const statement = await readPages([
    [
      ...table(signed, [
        ["Date", "Details", "Amount", "Balance"],
        ["03/06/2024", "Grocer", "-80.00", "920.00"],
        ["14/06/2024", "Wage", "200.00", "1,120.00"],
        ["25/06/2024", "Cinema", "-5.50", "1,114.50"],
      ]),
      ...lines(["Xyzzy 200.00   Plugh 85.50"], 180),
    ],
  ]);
  assert.deepEqual(outline(statement), [...rows, "06-25 -5.50 Cinema"]);
});

test("a line without a date that says that no interest was charged is no row, as one with a date is", async () => {
  const card: Column[] = [{ x: 40 }, { x: 110 }, { x: 520, right: true }];
  const read = (last: string[]) =>
    readPages([
      [
        ...lines(["Example Bank Credit Card", "Opening balance 100.00 GBP   Closing balance 245.50 GBP"]),
        ...table(
          card,
          [
            ["Date", "Details", "Amount"],
            ["03/06/2024", "Grocer", "80.00"],
            ["14/06/2024", "Kiosk", "60.00"],
            ["25/06/2024", "Cinema", "5.50"],
            last,
          ],
          90,
        ),
      ],
    ]);
  const own = ["reconciled", "06-03 -80.00 Grocer", "06-14 -60.00 Kiosk", "06-25 -5.50 Cinema"];
  assert.deepEqual(outline(await read(["", "Interest charged on purchases", "0.00"])), own);
  assert.equal((await read(["28/06/2024", "Interest", "0.00"])).accounts[0]!.transactions.length, 4);
});
