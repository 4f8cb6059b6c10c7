import assert from "node:assert/strict";
import { test } from "node:test";
import { readStatement } from "../../src/read-statement.ts";
import { type Column, drawPages, lines, type Piece, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const single: Column[] = [{ x: 40 }, { x: 110 }, { x: 440, right: true }];
const sided: Column[] = [
  { x: 40 },
  { x: 110 },
  { x: 360, right: true },
  { x: 440, right: true },
  { x: 520, right: true },
];
const rows = [
  ["Date", "Description", "Amount"],
  ["2024-06-03", "Grocer", "-80.00"],
  ["2024-06-13", "Wages", "50.00"],
  ["2024-06-20", "Cinema", "-10.00"],
];

async function read(...pieces: (readonly Piece[])[]): Promise<unknown[]> {
  const { status, accounts } = await readStatement(await drawPages([pieces.flat()]));
  return [
    status,
    ...accounts.map(({ opening_balance, closing_balance, transactions }) => [
      opening_balance,
      transactions.length,
      closing_balance,
    ]),
  ];
}

const proven = ["reconciled", ["100.00", 3, "60.00"]];

test("how many there were stands before their sum", async () => {
  const summary = [
    "Harbour Bank",
    "Opening balance 100.00",
    "Total credits (+) 1 50.00",
    "Total debits (-) 2 90.00",
    "Closing balance 60.00",
  ];
  assert.deepEqual(await read(lines(summary), table(single, rows, 150)), proven);
});

test("balances and their figures run on in one line", async () => {
  const summary = ["Harbour Bank", "Opening balance 100.00 closing balance 60.00"];
  assert.deepEqual(await read(lines(summary), table(single, rows, 150)), proven);
});

test("totals of a summary of products are not under the columns of the rows", async () => {
  const wide: Column[] = [
    { x: 40 },
    { x: 250, right: true },
    { x: 362, right: true },
    { x: 442, right: true },
    { x: 522, right: true },
  ];
  const summary = [
    ["Product", "Opening balance", "Money out", "Money in", "Closing balance"],
    ["Account", "100.00", "90.00", "50.00", "60.00"],
    ["Total", "100.00", "90.00", "50.00", "60.00"],
  ];
  const listed = [
    ["Date", "Description", "Money in", "Money out", "Balance"],
    ["2024-06-03", "Grocer", "", "80.00", "20.00"],
    ["2024-06-13", "Wages", "50.00", "", "70.00"],
    ["2024-06-20", "Cinema", "", "10.00", "60.00"],
  ];
  assert.deepEqual(await read(table(wide, summary, 60), table(sided, listed, 130)), proven);
});

test("numbers of cards part the rows of their holders, and not the account", async () => {
  const holders = [
    ["Date", "Description", "Amount"],
    ["CARD NO. 4119 1100 0123 4567 JOHN TAN", "", ""],
    ["2024-06-03", "Payment received", "100.00 CR"],
    ["2024-06-04", "Grocer", "80.00"],
    ["CARD NO. 4119 1100 9876 5432 MARY TAN", "", ""],
    ["2024-06-05", "Cinema", "10.00"],
    ["2024-06-06", "Books", "7.00"],
  ];
  const summary = ["Credit Card Statement", "Previous balance 100.00", "New balance 97.00"];
  assert.deepEqual(await read(lines(summary), table(single, holders, 130)), [
    "reconciled",
    ["100.00", 4, "97.00"],
  ]);
});

test("a balance in the column of one side is on that side", async () => {
  const listed = [
    ["Date", "Description", "Debit", "Credit"],
    ["2024-06-01", "Opening balance", "", "100.00"],
    ["2024-06-03", "Grocer", "180.00", ""],
    ["2024-06-13", "Wages", "", "50.00"],
    ["2024-06-20", "Cinema", "10.00", ""],
    ["2024-06-30", "Closing balance", "40.00", ""],
  ];
  assert.deepEqual(await read(table(sided, listed, 60)), ["reconciled", ["100.00", 3, "-40.00"]]);
});

test("a title below the rows ends their table, though the next one has dates and amounts too", async () => {
  const listed = [
    ["Date", "Description", "Debit", "Credit", "Balance"],
    ["2024-06-01", "Start balance", "", "", "100.00"],
    ["2024-06-03", "Grocer", "80.00", "", "20.00"],
    ["2024-06-13", "Wages", "", "50.00", "70.00"],
    ["2024-06-20", "Cinema", "10.00", "", "60.00"],
    ["2024-06-30", "End balance", "", "", "60.00"],
    ["Interest rates", "", "", "", ""],
    ["2024-01-01", "1.25%", "", "", "1,000.00"],
    ["2024-04-01", "1.50%", "", "", "2,000.00"],
  ];
  assert.deepEqual(await read(table(sided, listed, 60)), proven);
});

test("a sum of payments beside the known one of receipts is that of the other side, and held against the rows", async () => {
  const summed = (...sums: string[]) =>
    read(
      lines(["Harbour Bank", "Opening balance 100.00", ...sums, "Closing balance 60.00"]),
      table(single, rows, 180),
    );
  const [, ...account] = proven;
  assert.deepEqual(await summed("Total receipts 50.00", "Total payments 90.00"), proven);
  assert.deepEqual(await summed("Total receipts 50.00", "Total payments 90.10"), ["discrepant", ...account]);
  assert.deepEqual(await summed("Total payments 90.10", "Total receipts 50.00"), ["discrepant", ...account]);
  // A part of what went out, whose other parts have sums of their own.
  assert.deepEqual(await summed("Total receipts 50.00", "Total payments 70.00", "Total taken 20.00"), proven);
  // No word for money going out.
  assert.deepEqual(await summed("Total receipts 50.00", "Total shares 12.00"), proven);
  // Without a known sum beside it nothing says what it sums up.
  assert.deepEqual(await summed("Total payments 90.10"), proven);
});

test("a summary with its words below its figures", async () => {
  const three: Column[] = [{ x: 40 }, { x: 200 }, { x: 360 }];
  const newest = [
    ["Date", "Description", "Amount", "Balance"],
    ["2024-06-20", "Cinema", "-10.00", "960.00"],
    ["2024-06-13", "Wages", "50.00", "970.00"],
    ["2024-06-03", "Grocer", "-80.00", "920.00"],
  ];
  const columns = [{ x: 40 }, { x: 110 }, { x: 360, right: true }, { x: 440, right: true }];
  const summed = async (figures: readonly string[]) => {
    const words = ["Personal account balance", "Total outgoings", "Total deposits"];
    const [status] = await read(table(three, [figures, words], 40), table(columns, newest));
    return status;
  };
  assert.equal(await summed(["960.00", "-90.00", "+50.00"]), "reconciled");
  // The first row has no balance before it: nothing but the sums holds it.
  assert.notEqual(await summed(["960.00", "-91.00", "+50.00"]), "reconciled");
});

test("a table's total of a column that is no amount of its rows", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 360, right: true }, { x: 440, right: true }];
  const summed = (cash: string) =>
    read(
      lines(["Opening balance 1,000.00", "Closing balance 960.00"]),
      table(columns, [
        ["Date", "Description", "Cash back", "Amount"],
        ["2024-06-03", "Grocer", "1.60", "-80.00"],
        ["2024-06-13", "Wages", "0.75", "50.00"],
        ["2024-06-20", "Cinema", "0.30", "-10.00"],
        ["", "Total cash back", "", cash],
      ]),
    );
  assert.deepEqual(await summed("2.65"), ["reconciled", ["1000.00", 3, "960.00"]]);
  assert.notEqual((await summed("2.66"))[0], "reconciled");
});

test("points with an opening and a closing number are no balances", async () => {
  const points = [
    ["Points", "Opening balance", "Earned", "Lapsed", "Closing balance"],
    ["", "4,102", "220", "0", "4,322"],
  ];
  const five: Column[] = [{ x: 40 }, { x: 110 }, { x: 230 }, { x: 310 }, { x: 390 }];
  assert.deepEqual(
    await read(
      lines(["Opening balance 1,000.00", "Closing balance 960.00"]),
      table(single, rows),
      table(five, points, 300),
    ),
    ["reconciled", ["1000.00", 3, "960.00"]],
  );
});

test("a first balance that looks like a day, below the words for it", async () => {
  const summary = table(
    [{ x: 40 }, { x: 200 }, { x: 360 }],
    [
      ["Opening balance", "Money out", "Closing balance"],
      ["30.01", "90.00", "-9.99"],
    ],
    60,
  );
  assert.deepEqual(await read(lines(["Harbour Bank"], 30), summary, table(single, rows, 150)), [
    "reconciled",
    ["30.01", 3, "-9.99"],
  ]);
});

test("a list whose title stands beside a line of the summary", async () => {
  const beside = (label: string, amount: string, title = "", points = ""): string[] => [
    label,
    amount,
    title,
    points,
  ];
  const statement = await readPages([
    [
      ...lines(["Credit card statement"], 24),
      ...table(
        [{ x: 40 }, { x: 220, right: true }, { x: 330 }, { x: 560, right: true }],
        [
          beside("Previous balance", "$950.00", "Credit limit", "$5,000.00"),
          beside("Payments/Credits", "-$800.00"),
          beside("Purchases", "+$120.00"),
          beside("Fees", "+$29.00", "Rewards summary"),
          beside("Interest charged", "+$14.00", "Previous points balance", "12,340"),
          beside("New balance", "$313.00", "+ Points earned", "1,204"),
        ],
        36,
      ),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 560, right: true }],
        [
          ["Payments"],
          ["14/06/2024", "Payment", "-$800.00"],
          ["Purchases"],
          ["16/06/2024", "Grocer", "$80.00"],
          ["17/06/2024", "Cinema", "$40.00"],
          ["Fees"],
          ["28/06/2024", "Late fee", "$29.00"],
          ["Interest charged"],
          ["29/06/2024", "Interest", "$14.00"],
        ],
        140,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-14 +800.00 Payment",
    "06-16 -80.00 Grocer",
    "06-17 -40.00 Cinema",
    "06-28 -29.00 Late fee",
    "06-29 -14.00 Interest",
  ]);
});
