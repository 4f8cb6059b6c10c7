import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { figures, outline, readPages } from "./read-drawn.ts";

const three: Column[] = [{ x: 40 }, { x: 110 }, { x: 440, right: true }];
const amountsFirst: Column[] = [{ x: 40 }, { x: 200, right: true }, { x: 215 }];

const headings = ["Date", "Description", "Amount"];
const money = [
  ["Zufrel"],
  ["03/06/2024", "Wage", "2,000.00"],
  ["10/06/2024", "Refund", "15.50"],
  ["Umbrit"],
  ["05/06/2024", "Rent", "900.00"],
  ["20/06/2024", "Power", "80.25"],
];
const rows = ["06-03 +2000.00", "06-10 +15.50", "06-05 -900.00", "06-20 -80.25"];

function statement(closing: string, more: Piece[] = []): Piece[] {
  return [
    ...lines(["Opening balance 1,000.00", `Closing balance ${closing}`]),
    ...more,
    ...table(three, [headings, ...money], 240),
  ];
}

test("sections under headings in unknown words: the balances say which is which", async () => {
  assert.deepEqual(figures(await readPages([statement("2,035.25")])), ["reconciled", ...rows]);
});

/** Two sections with an amount that both have, so that their headings alone can tell the sides. */
function stacked(headIn: string, headOut: string, text: string): Piece[] {
  const row = (date: string, amount: string) => [
    ["", text],
    [date, "OLD MILL", amount],
  ];
  const sections = [
    [[headIn], ...row("03/06/2024", "2,000.00"), ...row("10/06/2024", "80.25")],
    [[headOut], ...row("05/06/2024", "900.00"), ...row("20/06/2024", "80.25")],
  ];
  return [
    ...lines(["Opening balance 1,000.00", "Closing balance 2,100.00"]),
    ...table(three, [headings, ...sections.flat()], 240),
  ];
}

const stackedRows = ["06-03 +2000.00", "06-10 +80.25", "06-05 -900.00", "06-20 -80.25"];

test("such headings above the text of a row that stands over its date and amount", async () => {
  const statement = await readPages([stacked("Zufrel", "Umbrit", "Wage of")]);
  assert.deepEqual(figures(statement), ["reconciled", ...stackedRows]);
});

test("a section's heading over a row's text heads no columns", async () => {
  const statement = await readPages([stacked("Money in", "Money out", "Transaction OAK")]);
  assert.deepEqual(figures(statement), ["reconciled", ...stackedRows]);
});

test("such sections whose rows do not add up are not reconciled", async () => {
  const [status] = figures(await readPages([statement("2,035.35")]));
  assert.notEqual(status, "reconciled");
});

test("another account begins in no section of the one before", async () => {
  const account = (number: string, opening: string, closing: string, sections: string[][], y: number) => [
    ...lines([`Account number ${number}`, `Opening balance ${opening}`, `Closing balance ${closing}`], y),
    ...table(three, [headings, ...sections], y + 60),
  ];
  const statement = await readPages([
    [
      ...account("11112222", "100.00", "110.00", [["Deposits"], ["13/06/2024", "Wage", "10.00"]], 60),
      ...account("33334444", "50.00", "30.00", [["Zufrel"], ["14/06/2024", "Rent", "20.00"]], 300),
    ],
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "06-13 +10.00", "reconciled", "06-14 -20.00"]);
});

test("the sums of card holders' sections are no rows", async () => {
  const statement = await readPages([
    [
      ...lines(["Credit card statement", "Previous balance 100.00", "New balance 150.00"]),
      ...table(
        three,
        [
          headings,
          ["A SMITH XXXX 1234"],
          ["13/06/2024", "Grocer", "120.00"],
          ["Total A SMITH XXXX 1234", "", "120.00"],
          ["B SMITH XXXX 5678"],
          ["14/06/2024", "Refund", "-70.00"],
          ["Total B SMITH XXXX 5678", "", "-70.00"],
        ],
        200,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), ["reconciled", "06-13 -120.00 Grocer", "06-14 +70.00 Refund"]);
});

test("what stands above the headings of the rows' table is no title of its rows", async () => {
  const rates = table(three, [["Exchange rates"], ["EUR/USD", "", "1.0823"], ["GBP/USD", "", "1.2715"]], 150);
  assert.deepEqual(figures(await readPages([statement("2,035.25", rates)])), ["reconciled", ...rows]);
});

test("a section's sum and the opening balance in front of their words", async () => {
  const statement = await readPages([
    [
      ...lines(["Cuenta 12345678"]),
      ...table(amountsFirst, [
        ["Fecha", "Importe", "Concepto"],
        ["", "133,94", "Saldo inicial"],
        ["Abonos"],
        ["17/08/2024", "2.817,04", "Pago con tarjeta"],
        ["", "2.817,04", "Total abonos"],
        ["Cargos"],
        ["17/08/2024", "60,36", "Bizum"],
        ["", "60,36", "Total cargos"],
        ["", "2.890,62", "Saldo final"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "08-17 +2817.04 Pago con tarjeta",
    "08-17 -60.36 Bizum",
  ]);
});

test("the mark beside a balance says nothing of amounts in sections", async () => {
  const statement = await readPages([
    [
      ...lines(["Account number 11112222"]),
      ...table(three, [
        headings,
        ["01/06/2024", "Opening balance", "100.00 CR"],
        ["Deposits"],
        ["13/06/2024", "Wage", "20.00"],
        ["Withdrawals"],
        ["14/06/2024", "Rent", "15.00"],
        ["30/06/2024", "Closing balance", "105.00 CR"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), ["reconciled", "06-13 +20.00 Wage", "06-14 -15.00 Rent"]);
});

test("headings that are set in one run: words of two of them are no heading", async () => {
  const run: Column[] = [{ x: 40 }, { x: 73 }, { x: 120 }, { x: 175 }, { x: 210 }];
  const statement = await readPages([
    [
      ...lines(["Opening balance 100.00", "Closing balance 105.00"]),
      ...table(run, [["Date", "Value Dt", "Transaction", "Out", "In"]]),
      ...table(
        [{ x: 40 }, { x: 100 }, { x: 160 }, { x: 400, right: true }, { x: 480, right: true }],
        [
          ["13/06/2024", "15/06/2024", "Wage", "", "20.00"],
          ["14/06/2024", "16/06/2024", "Rent", "15.00", ""],
        ],
        140,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), ["reconciled", "06-13 +20.00 Wage", "06-14 -15.00 Rent"]);
});

test("a card's spending under the names of what it was for, below a summary that names the payments", async () => {
  const rows: Column[] = [{ x: 40 }, { x: 90 }, { x: 540, right: true }];
  const heading = (y: number, text: string) => ({ x: 40, y, text, size: 11 });
  const statement = await readPages([
    [
      ...lines(["Summit Rewards Card", "Statement period 06/01/2024 - 06/30/2024"]),
      ...table(rows, [
        ["Previous Balance", "", "$100.00"],
        ["Payments and Credits", "", "-$100.00"],
        ["Purchases", "", "$102.50"],
        ["New Balance", "", "$102.50"],
      ]),
      heading(170, "Payments"),
      ...table(rows, [["06/14", "Thank you", "-$100.00"]], 184),
      heading(212, "Groceries & Dining"),
      ...table(
        rows,
        [
          ["06/03", "Grocer", "$80.00"],
          ["", "Total Groceries & Dining", "$80.00"],
        ],
        226,
      ),
      heading(268, "Travel"),
      ...table(
        rows,
        [
          ["06/19", "Rail", "$20.00"],
          ["06/25", "Tram", "$2.50"],
          ["", "Total Travel", "$22.50"],
        ],
        282,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    ...["06-14 +100.00 Thank you", "06-03 -80.00 Grocer", "06-19 -20.00 Rail", "06-25 -2.50 Tram"],
  ]);
});

const days = (balance: string, total: string) =>
  readPages([
    [
      ...lines(["Period 01/06/2024 - 30/06/2024", "Opening balance 1,000.00"]),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }],
        [
          ["Date", "Details", "Money out", "Money in"],
          ["13/06/2024", "Grocer", "80.00", ""],
          ["", "Cinema", "5.50", ""],
          ["", "Xyzzy fnord", "85.50", "0.00"],
          ["", "Plugh", "", "914.50"],
          ["14/06/2024", "Wage", "", "200.00"],
          ["", "Xyzzy fnord", "0.00", "200.00"],
          ["", "Plugh", "", "1,114.50"],
          ["25/06/2024", "Rent", "400.00", ""],
          ["", "Gift", "", "20.00"],
          ["", "Xyzzy fnord", "400.00", total],
          ["", "Plugh", "", balance],
          ["27/06/2024", "Shoes", "60.00", ""],
          ["", "Xyzzy fnord", "60.00", "0.00"],
          ["", "Plugh", "", "674.50"],
        ],
        90,
      ),
      ...lines(["Closing balance 674.50"], 320),
    ],
  ]);

test("sums and balances below the rows of each day, in words that are not known", async () => {
  assert.deepEqual(outline(await days("734.50", "20.00")), [
    "reconciled",
    "06-13 -80.00 Grocer",
    "06-13 -5.50 Cinema",
    "06-14 +200.00 Wage",
    "06-25 -400.00 Rent",
    "06-25 +20.00 Gift",
    "06-27 -60.00 Shoes",
  ]);
  assert.notEqual((await days("735.50", "20.00")).status, "reconciled");
  assert.notEqual((await days("734.50", "21.00")).status, "reconciled");
});

test("a balance above the first day, in words that are not known", async () => {
  const statement = await readPages([
    table(
      [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }],
      [
        ["Date", "Details", "Money out", "Money in"],
        ["", "Zork", "", "1,000.00"],
        ["13/06/2024", "", "", ""],
        ["", "Grocer", "80.00", ""],
        ["", "Cinema", "5.50", ""],
        ["", "Plugh", "", "914.50"],
        ["14/06/2024", "", "", ""],
        ["", "Wage", "", "200.00"],
        ["", "Plugh", "", "1,114.50"],
        ["25/06/2024", "", "", ""],
        ["", "Rent", "400.00", ""],
        ["", "Plugh", "", "714.50"],
      ],
    ),
  ]);
  assert.equal(statement.accounts[0]!.opening_balance, "1000.00");
  assert.deepEqual(outline(statement).slice(1), [
    "06-13 -80.00 Grocer",
    "06-13 -5.50 Cinema",
    "06-14 +200.00 Wage",
    "06-25 -400.00 Rent",
  ]);
});
