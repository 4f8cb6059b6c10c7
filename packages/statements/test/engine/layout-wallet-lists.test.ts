import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { figures, readPages } from "./read-drawn.ts";

test("'Details: Cash withdrawal' among labelled lines of a row heads no table", async () => {
  const rows = [
    ["03/06/2024", "Cash withdrawal", "Money out: 80.00", "920.00"],
    ["14/06/2024", "Interest earned", "Money in: 200.00", "1,120.00"],
    ["15/06/2024", "Tax credit", "Money in: 5.50", "1,125.50"],
    ["26/06/2024", "Card purchase", "Money out: 10.00", "1,115.50"],
  ];
  const statement = await readPages([
    [
      ...lines(["Statement 01/06/2024 - 30/06/2024, KES", "Opening balance 1,000.00"]),
      ...rows.flatMap(([date, details, amount, balance], at) =>
        lines([`Date: ${date}`, `Details: ${details}`, amount!, `Balance: ${balance}`], 80 + at * 62),
      ),
      ...lines(["Closing balance 1,115.50"], 340),
    ],
  ]);
  assert.deepEqual(figures(statement).slice(1), [
    "06-03 -80.00",
    "06-14 +200.00",
    "06-15 +5.50",
    "06-26 -10.00",
  ]);
});

test("newest first, the balance above the rows is the last one, and that below them the first", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 120 },
    { x: 380, right: true },
    { x: 460, right: true },
    { x: 550, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Transactions, newest first, GBP"]),
      ...table(columns, [
        ["Date", "Details", "Paid out", "Paid in", "Balance"],
        ["", "Balance at top of page", "", "", "1,114.50"],
        ["25/06/2024", "Cinema", "5.50", "", "1,114.50"],
        ["14/06/2024", "Wage", "", "200.00", "1,120.00"],
        ["03/06/2024", "Grocer", "80.00", "", "920.00"],
        ["", "Balance at foot of page", "", "", "1,000.00"],
      ]),
    ],
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "06-25 -5.50", "06-14 +200.00", "06-03 -80.00"]);
});

test("'Trx time' heads the days of rows that print the balance before and after each", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 150 },
    { x: 250 },
    { x: 400, right: true },
    { x: 470, right: true },
    { x: 550, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Agent wallet statement, BDT"]),
      ...table(columns, [
        ["Trx time", "Trx ID", "Trx type", "Balance before", "Amount", "Balance after"],
        ["2024-06-25T10:12:11", "TX112", "Cinema", "1,120.00", "5.50", "1,114.50"],
        ["2024-06-14T09:12:11", "TX111", "Wage", "920.00", "200.00", "1,120.00"],
        ["2024-06-03T08:12:11", "TX110", "Grocer", "1,000.00", "80.00", "920.00"],
      ]),
    ],
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "06-25 -5.50", "06-14 +200.00", "06-03 -80.00"]);
});
