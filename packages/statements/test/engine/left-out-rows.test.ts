import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

test("rows of a table beside the rows, with one more column behind them, are not left out of what is proven", async () => {
  const wide: Column[] = [
    { x: 20 },
    { x: 75 },
    { x: 150, right: true },
    { x: 210, right: true },
    { x: 225 },
    { x: 280 },
    { x: 370, right: true },
    { x: 430, right: true },
    { x: 500, right: true },
  ];
  const statement = await readPages([
    table(wide, [
      ["Date", "Code", "Amount", "Balance", "Date", "Code", "Amount", "Balance", "Limit"],
      ["01 Jun 24", "Brought forward", "", "1,000.00"],
      ["03 Jun 24", "Chq", "-80.00", "920.00", "14 Jun 24", "Csh", "50.00", "1,004.50", "2,004.50"],
      ["04 Jun 24", "Csh", "200.00", "1,120.00", "15 Jun 24", "Chq", "-4.50", "1,000.00", "2,000.00"],
      ["05 Jun 24", "Chq", "-5.50", "1,114.50", "17 Jun 24", "Csh", "12.00", "1,012.00", "2,012.00"],
      ["06 Jun 24", "Chq", "-160.00", "954.50", "", "", "", "", "1,954.50"],
    ]),
  ]);
  assert.notEqual(statement.status, "reconciled");
});

const sided: Column[] = [{ x: 40 }, { x: 110 }, { x: 440, right: true }];

test("dated lines without an amount, where the sum of one side is all that proves the rows", async () => {
  const rows = [
    ["03/06/2024", "Grocer", "80.00"],
    ["14/06/2024", "Wage", ""],
    ["25/06/2024", "Cinema", "5.50"],
    ["26/06/2024", "Rent", "300.00"],
  ];
  const papers = [rows, rows.filter(([, , amount]) => amount !== "")].map((own) =>
    readPages([table(sided, [["Date", "Details", "Money out"], ...own, ["", "Total", "385.50"]])]),
  );
  const [some, all] = await Promise.all(papers);
  assert.equal(some!.status, "unverifiable");
  assert.deepEqual(outline(all!), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-25 -5.50 Cinema",
    "06-26 -300.00 Rent",
  ]);
});
