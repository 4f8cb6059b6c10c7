import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { figures, outline, readPages } from "./read-drawn.ts";

const four: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
const head = ["Date", "Description", "Amount", "Balance"];

test("a row breaks across pages: its text goes on below the headings of the next", async () => {
  const statement = await readPages([
    [
      ...lines(["Example Bank", "Opening balance 1,000.00"], 30),
      ...table(four, [head, ["01/06/2024", "Standing order", "-500.00", "500.00"]], 730),
      ...lines(["Page 1 of 2", "Example Bank plc, registered in Exampleshire"], 800),
    ],
    [
      ...lines(["Example Bank"], 30),
      ...table(
        four,
        [head, ["", "Landlord, rent June"], ["14/06/2024", "Card purchase", "-20.00", "480.00"]],
        80,
      ),
      ...lines(["Page 2 of 2", "Example Bank plc, registered in Exampleshire"], 800),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-01 -500.00 Standing order Landlord, rent June",
    "06-14 -20.00 Card purchase",
  ]);
  assert.equal(statement.accounts[0]!.transactions[0]!.raw.split("\n").length, 2);
});

test("carried forward at the foot, brought forward at the head, and a total of each page", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"], 30),
      ...table(four, [
        head,
        ["01/06/2024", "Rent", "-500.00", "500.00"],
        ["02/06/2024", "Grocer", "-20.00", "480.00"],
        ["", "Page total", "-520.00"],
        ["", "Balance carried forward", "", "480.00"],
      ]),
    ],
    [
      ...table(four, [
        head,
        ["", "Balance brought forward", "", "480.00"],
        ["14/06/2024", "Wage", "1,200.00", "1,680.00"],
        ["15/06/2024", "Tram", "-2.00", "1,678.00"],
        ["", "Page total", "1,198.00"],
      ]),
      ...lines(["Closing balance 1,678.00"], 300),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-01 -500.00 Rent",
    "06-02 -20.00 Grocer",
    "06-14 +1200.00 Wage",
    "06-15 -2.00 Tram",
  ]);
});

test("headings on the first page only, and all columns further left from the second page on", async () => {
  const shifted = four.map((column) => ({ ...column, x: column.x - 25 }));
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [
        head,
        ["01/06/2024", "Rent", "-500.00", "500.00"],
        ["02/06/2024", "Grocer", "-20.00", "480.00"],
      ]),
    ],
    [
      ...table(shifted, [
        ["14/06/2024", "Wage", "1,200.00", "1,680.00"],
        ["15/06/2024", "Tram", "-2.00", "1,678.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-01 -500.00 Rent",
    "06-02 -20.00 Grocer",
    "06-14 +1200.00 Wage",
    "06-15 -2.00 Tram",
  ]);
});

test("margins mirrored from page to page: debit of one page stands over credit of the other", async () => {
  const five: Column[] = [
    { x: 30 },
    { x: 90 },
    { x: 320, right: true },
    { x: 400, right: true },
    { x: 480, right: true },
  ];
  const mirrored = five.map((column) => ({ ...column, x: column.x + 70 }));
  const heads = ["Date", "Description", "Debit", "Credit", "Balance"];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(five, [
        heads,
        ["01/06/2024", "Rent", "500.00", "", "500.00"],
        ["02/06/2024", "Wage", "", "20.00", "520.00"],
      ]),
    ],
    table(mirrored, [
      heads,
      ["14/06/2024", "Shop", "100.00", "", "420.00"],
      ["15/06/2024", "Refund", "", "2.00", "422.00"],
    ]),
    table(five, [
      heads,
      ["16/06/2024", "Shop", "10.00", "", "412.00"],
      ["17/06/2024", "Gift", "", "8.00", "420.00"],
    ]),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-01 -500.00 Rent",
    "06-02 +20.00 Wage",
    "06-14 -100.00 Shop",
    "06-15 +2.00 Refund",
    "06-16 -10.00 Shop",
    "06-17 +8.00 Gift",
  ]);
});

test("mirrored margins, two sides without balances per row", async () => {
  const columns: Column[] = [{ x: 30 }, { x: 90 }, { x: 380, right: true }, { x: 460, right: true }];
  const mirrored = columns.map((column) => ({ ...column, x: column.x + 75 }));
  const heads = ["Date", "Description", "Money out", "Money in"];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00", "Closing balance 530.00"]),
      ...table(columns, [heads, ["01/06/2024", "Rent", "500.00"], ["02/06/2024", "Wage", "", "120.00"]]),
    ],
    table(mirrored, [heads, ["14/06/2024", "Shop", "100.00"], ["15/06/2024", "Refund", "", "10.00"]]),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-01 -500.00 Rent",
    "06-02 +120.00 Wage",
    "06-14 -100.00 Shop",
    "06-15 +10.00 Refund",
  ]);
});

test("mirrored margins, and a single row on the last page", async () => {
  const columns: Column[] = [
    { x: 30 },
    { x: 90 },
    { x: 260 },
    { x: 380, right: true },
    { x: 460, right: true },
  ];
  const mirrored = columns.map((column) => ({ ...column, x: column.x + 75 }));
  const heads = ["Date", "Description", "Reference", "Withdrawals", "Deposits"];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00", "Closing balance 520.00"]),
      ...table(columns, [
        heads,
        ["01/06/2024", "Rent", "A1", "500.00"],
        ["02/06/2024", "Wage", "B7", "", "120.00"],
      ]),
    ],
    table(mirrored, [heads, ["14/06/2024", "Shop", "C3", "100.00"]]),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-01 -500.00 Rent",
    "06-02 +120.00 Wage",
    "06-14 -100.00 Shop",
  ]);
});

test("a footer with figures and a date on each page makes no row", async () => {
  const footer = lines(
    ["Printed 30/06/2024 10:15  Branch 0042  Page 1 of 2", "Capital 12,500,000.00 EUR"],
    790,
  );
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [head, ["01/06/2024", "Rent", "-500.00", "500.00"]], 740),
      ...footer,
    ],
    [...table(four, [head, ["14/06/2024", "Wage", "1,200.00", "1,700.00"]], 100), ...footer],
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "06-01 -500.00", "06-14 +1200.00"]);
});

test("the balance is printed only at the end of each page", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [head, ["01/06/2024", "Rent", "-500.00"], ["02/06/2024", "Grocer", "-20.00", "480.00"]]),
    ],
    table(four, [head, ["14/06/2024", "Wage", "1,200.00"], ["15/06/2024", "Tram", "-2.00", "1,678.00"]]),
  ]);
  assert.deepEqual(figures(statement), [
    "reconciled",
    "06-01 -500.00",
    "06-02 -20.00",
    "06-14 +1200.00",
    "06-15 -2.00",
  ]);
});
