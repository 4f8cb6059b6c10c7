import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, type Piece, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const columns: Column[] = [
  { x: 40 },
  { x: 110 },
  { x: 160 },
  { x: 480, right: true },
  { x: 550, right: true },
];
const paper = table(columns, [
  ["Date", "Value", "Details", "Amount", "Balance"],
  ["", "", "Opening balance", "", "1,000.00"],
  ["13/06/2024", "14/06/2024", "Grocer", "-80.00", "920.00"],
  ["24/06/2024", "25/06/2024", "Wage", "200.00", "1,120.00"],
  ["26/06/2024", "26/06/2024", "Cinema", "-5.50", "1,114.50"],
  ["", "", "Closing balance", "", "1,114.50"],
]);
const rows = ["06-13 -80.00 Grocer", "06-24 +200.00 Wage", "06-26 -5.50 Cinema"];
const moved = (pieces: readonly Piece[], by: number) =>
  pieces.map((piece) => ({ ...piece, x: piece.x - by }));

test("rows of which the page's edge leaves the rest of a date prove nothing", async () => {
  const whole = await readPages([moved(paper, 37)]);
  assert.deepEqual(outline(whole), ["reconciled", ...rows]);
  assert.equal((await readPages([moved(paper, 45)])).status, "unverifiable");
  assert.equal((await readPages([moved(paper, 55)])).status, "unverifiable");
});

test("a page that lost what stands left of its rows proves nothing, as its first dates may be gone", async () => {
  const above: Piece[] = [
    { x: 40, y: 20, text: "Statement of account" },
    { x: 40, y: 32, text: "Fairweather Brothers Limited" },
  ];
  assert.deepEqual(outline(await readPages([[...above, ...paper]])), ["reconciled", ...rows]);
  assert.equal((await readPages([moved([...above, ...paper], 99)])).status, "unverifiable");
});

test("a text that its page cuts at its end, behind the amounts, hides nothing of a row", async () => {
  const behind: Column[] = [{ x: 40 }, { x: 160, right: true }, { x: 230, right: true }, { x: 560 }];
  const statement = await readPages([
    table(behind, [
      ["Date", "Amount", "Balance", "Details"],
      ["", "", "1,000.00", "Opening balance"],
      ["13/06/2024", "-80.00", "920.00", "Grocer"],
      ["24/06/2024", "200.00", "1,120.00", "Wages-of-the-month"],
      ["26/06/2024", "-5.50", "1,114.50", "Cinema"],
    ]),
  ]);
  assert.equal(statement.status, "reconciled");
});

test("a first page whose foot says that another follows proves nothing without it", async () => {
  const page = (foot: readonly string[]) =>
    table(columns, [
      ["Date", "Value", "Details", "Amount", "Balance"],
      ["", "", "Opening balance", "", "1,000.00"],
      ["13/06/2024", "14/06/2024", "Grocer", "-80.00", "920.00"],
      ["24/06/2024", "25/06/2024", "Wage", "200.00", "1,120.00"],
      foot,
    ]);
  const verdictOf = async (foot: readonly string[]) => (await readPages([page(foot)])).status;
  assert.equal(await verdictOf(["", "", "Carried forward", "", "1,120.00"]), "reconciled");
  assert.equal(await verdictOf(["", "", "Carried forward to page 2", "", "1,120.00"]), "unverifiable");
  assert.equal(await verdictOf(["", "", "Continued on next page"]), "unverifiable");
});
