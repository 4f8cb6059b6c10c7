import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const columns: Column[] = [
  { x: 30 },
  { x: 90 },
  { x: 250, right: true },
  { x: 320, right: true },
  { x: 395, right: true },
];
const headings = ["Date", "Details", "Out", "In", "Balance"];
const title = ["Statement of account", "Fairweather Brothers Limited, 12 High Street"];
const days = ["02", "03", "05", "08", "09", "11", "14", "17"];
const left: Piece[] = [
  ...lines(title).map((piece) => ({ ...piece, x: 30 })),
  ...table(columns, [
    ["", "Brought forward", "", "", "1,000.00"],
    headings,
    ...days.map((day, at) => [`${day}/06/2024`, "Grocer", "10.00", "", `${990 - 10 * at}.00`]),
  ]),
];
const right: Piece[] = [
  ...lines(title).map((piece) => ({ ...piece, x: 30 })),
  ...table(columns, [
    headings,
    ["", "Transport", "", "", "920.00"],
    ["20/06/2024", "Wage", "", "20.00", "940.00"],
  ]),
];
const beside = (pieces: readonly Piece[]) => pieces.map((piece) => ({ ...piece, x: piece.x + 421 }));

test("two pages on one sheet are read one after the other", async () => {
  const statement = await readPages([[...left, ...beside(right)]], {}, { landscape: true });
  assert.deepEqual(outline(statement), [
    "reconciled",
    ...days.map((day) => `06-${day} -10.00 Grocer`),
    "06-20 +20.00 Wage",
  ]);
  assert.ok(statement.accounts[0]!.transactions.every(({ page }) => page === 1));
  assert.ok(statement.accounts[0]!.transactions.at(-1)!.box[0] > 421);
});

test("a sheet whose first half adds up by itself is not proven without the other", async () => {
  const wrong = right.map((piece) => (piece.text === "940.00" ? { ...piece, text: "941.00" } : piece));
  const statement = await readPages([[...left, ...beside(wrong)]], {}, { landscape: true });
  assert.notEqual(statement.status, "reconciled");
});
