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
const head = ["Date", "Details", "Deposit", "Withdrawal", "Balance"];
const overview = (second: string) => lines(["Statement 31 January 2024", "HKD Savings HKD 1,120.00", second]);
const home = [
  ...lines(["HKD Savings"], 120),
  ...table(
    sided,
    [
      head,
      ["31 Dec", "Opening balance", "", "", "1,000.00"],
      ["3 Jan", "Grocer", "", "80.00", "920.00"],
      ["14 Jan", "Wage", "200.00", "", "1,120.00"],
    ],
    140,
  ),
];
const abroad = [
  ...lines(["USD Savings"], 220),
  ...table(
    [{ x: 40 }, ...sided],
    [
      ["CCY", ...head],
      ["USD", "31 Dec", "B/F balance", "", "", "500.00"],
      ["", "5 Jan", "Charge", "", "5.50", "494.50"],
    ],
    240,
  ),
];

test("accounts that an overview lists by their headings, with no closing balance below either", async () => {
  const statement = await readPages([[...overview("USD Savings USD 494.50"), ...home, ...abroad]]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "01-03 -80.00 Grocer",
    "01-14 +200.00 Wage",
    "reconciled",
    "01-05 -5.50 Charge",
  ]);
});

test("an overview that lists another balance than the rows lead to parts no accounts", async () => {
  const statement = await readPages([[...overview("USD Savings USD 494.00"), ...home, ...abroad]]);
  assert.notEqual(statement.status, "reconciled");
});

test("a table with an opening balance of its own is never left out for another one that adds up", async () => {
  const share: Column[] = [{ x: 40 }, { x: 90 }, { x: 440, right: true }, { x: 550, right: true }];
  const loan: Column[] = [40, 90]
    .map((x): Column => ({ x }))
    .concat([300, 370, 430, 480, 560].map((x) => ({ x, right: true })));
  const statement = await readPages([
    [
      ...lines(["Share savings 00"], 80),
      ...table(share, [
        ["Date", "Description", "Amount", "Balance"],
        ["02/01/24", "Opening balance", "", "100.00"],
        ["02/02/24", "Deposit", "50.00", "150.00"],
        ["02/03/24", "Draft", "-20.00", "130.00"],
        ["02/29/24", "Closing balance", "", "130.00"],
      ]),
      ...lines(["Loan 52 new auto"], 200),
      ...table(
        loan,
        [
          ["Date", "Description", "Amount", "Principal", "Interest", "Fees", "Balance"],
          ["02/01/24", "Opening balance", "", "", "", "", "1,500.00"],
          ["02/14/24", "Payment", "-350.00", "-285.00", "65.00", "0.00", "1,215.00"],
          ["02/29/24", "Closing balance", "", "", "", "", "1,215.00"],
        ],
        220,
      ),
    ],
  ]);
  assert.deepEqual(
    outline(statement).filter((line) => line.startsWith("02-0")),
    ["02-02 +50.00 Deposit", "02-03 -20.00 Draft"],
  );
});

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
        [{ x: 40 }, { x: 200, right: true }, { x: 215 }],
        [
          ["Opening balance", "$950.00", "If you only pay the least each month,"],
          [
            "Payments and other credits",
            "-$800.00",
            "you will pay off the closing balance in some thirteen years, $1,203.44 interest",
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
