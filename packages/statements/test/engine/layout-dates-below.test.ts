import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const columns: Column[] = [
  { x: 40 },
  { x: 380, right: true },
  { x: 460, right: true },
  { x: 540, right: true },
];

const listed = [
  ["Description", "Incoming", "Outgoing", "Amount"],
  ["Card transaction of 6.20 USD issued by Cinema", "", "-5.50", "1,114.50"],
  ["25 June 2024 Card ending in 4821"],
  ["Received money from Employer", "200.00", "", "1,120.00"],
  ["14 June 2024 Reference: Wage"],
  ["Card transaction of 90.00 USD issued by Grocer", "", "-80.00", "920.00"],
  ["3 June 2024 Card ending in 4821"],
];

test("each row's date stands below its amounts, before its small print", async () => {
  const statement = await readPages([[...lines(["Opening balance 1,000.00"]), ...table(columns, listed)]]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-25 -5.50 Card transaction of 6.20 USD issued by Cinema Card ending in 4821",
    "06-14 +200.00 Received money from Employer Reference: Wage",
    "06-03 -80.00 Card transaction of 90.00 USD issued by Grocer Card ending in 4821",
  ]);
  assert.deepEqual(
    statement.accounts[0]!.transactions.map(({ balance }) => balance),
    ["1114.50", "1120.00", "920.00"],
  );
});

test("days above their rows are not taken for those of the rows above them", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Description", "Incoming", "Outgoing", "Balance"],
        ["3 June 2024"],
        ["Grocer", "", "80.00", "920.00"],
        ["14 June 2024"],
        ["Wage", "200.00", "", "1,120.00"],
        ["25 June 2024"],
        ["Cinema", "", "5.50", "1,114.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Wage",
    "06-25 -5.50 Cinema",
  ]);
});

test("the period above the next account's rows is no day of theirs", async () => {
  const statement = await readPages([
    [...lines(["EUR account 11112222", "Opening balance 1,000.00"]), ...table(columns, listed)],
    [
      ...lines(["GBP account 33334444", "1 June 2024 - 30 June 2024", "Opening balance 1,000.00"]),
      ...table(columns, listed),
    ],
  ]);
  assert.deepEqual(
    statement.accounts.flatMap(({ transactions }) => transactions.map(({ date }) => date)).slice(-3),
    ["2024-06-25", "2024-06-14", "2024-06-03"],
  );
});
