import assert from "node:assert/strict";
import { test } from "node:test";
import { head, headings, rows, sided, signed } from "./altered-paper.ts";
import { lines, table } from "./draw-pages.ts";
import { readPages } from "./read-drawn.ts";

const other = table(signed, [
  ["Date", "Description", "Amount", "Balance"],
  ["02/07/2024", "Tram", "-3.20", "96.80"],
  ["05/07/2024", "Gift", "50.00", "146.80"],
  ["09/07/2024", "Books", "-21.30", "125.50"],
  ["17/07/2024", "Shoes", "-60.00", "65.50"],
]);

test("what adds up without the table of another statement behind it in the file proves nothing", async () => {
  const account = [
    ...lines([...head, "Opening balance 1,000.00 GBP", "Closing balance 2,407.25 GBP"]),
    ...table(sided, [headings, ...rows]),
  ];
  assert.equal((await readPages([account])).status, "reconciled");
  assert.notEqual((await readPages([account, other])).status, "reconciled");
});

test("what adds up without the table of another statement before it in the file proves nothing", async () => {
  const account = [
    ...lines([...head, "Opening balance 1,000.00 GBP"]),
    ...table(sided, [headings, ...rows]),
    ...lines(["Closing balance 2,407.25 GBP"], 300),
  ];
  assert.equal((await readPages([account])).status, "reconciled");
  assert.notEqual((await readPages([other, account])).status, "reconciled");
});
