import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { figures, readPages } from "./read-drawn.ts";

/** Tables of papers that are read from the right: balance, amount, text, date. Rules of places, whatever the script. */
const mirrored: Column[] = [{ x: 90, right: true }, { x: 160, right: true }, { x: 180 }, { x: 480 }];
const ends = lines(["Opening balance 1,000.00", "Closing balance 877.00"]);
const rows = ["reconciled", "06-13 -80.00", "06-13 -20.00", "06-13 +7.00", "06-14 -30.00"];

async function read(pieces: readonly (readonly string[])[], top = 100) {
  return figures(await readPages([[...ends, ...table(mirrored, pieces, top)]]));
}

test("rows without a date below one whose date stands at the right", async () => {
  assert.deepEqual(
    await read([
      ["Balance", "Amount", "Description", "Date"],
      ["920.00", "-80.00", "Grocer", "13/06/2024"],
      ["900.00", "-20.00", "Power"],
      ["907.00", "7.00", "Refund"],
      ["877.00", "-30.00", "Cinema", "14/06/2024"],
    ]),
    rows,
  );
});

test("rows whose amount stands below their text, and their date at the right", async () => {
  assert.deepEqual(
    await read([
      ["Balance", "Amount", "Description", "Date"],
      ["", "", "Grocer", "13/06/2024"],
      ["920.00", "-80.00", "Corner street"],
      ["", "", "Power", "13/06/2024"],
      ["900.00", "-20.00", "Ref 17"],
      ["", "", "Refund", "13/06/2024"],
      ["907.00", "7.00", "Ref 18"],
      ["", "", "Cinema", "14/06/2024"],
      ["877.00", "-30.00", "Seat 4"],
    ]),
    rows,
  );
});

test("a date in the text of rows whose own date stands at the right is no heading of a day", async () => {
  assert.deepEqual(
    await read([
      ["920.00", "-80.00", "Grocer", "13/06/2024"],
      ["", "", "11/05/2024"],
      ["900.00", "-20.00", "Power", "13/06/2024"],
      ["", "", "12/05/2024"],
      ["907.00", "7.00", "Refund", "13/06/2024"],
      ["877.00", "-30.00", "Cinema", "14/06/2024"],
    ]),
    rows,
  );
});

test("two dates under headings that stand elsewhere are taken in the headings' order", async () => {
  const run: Piece[] = table(
    [{ x: 40 }, { x: 85 }, { x: 135 }, { x: 195 }, { x: 260 }],
    [["Balance", "Amount", "Description", "Value date", "Date"]],
  );
  const dated: Column[] = [
    { x: 90, right: true },
    { x: 160, right: true },
    { x: 180 },
    { x: 230 },
    { x: 290 },
  ];
  const body = table(
    dated,
    [
      ["920.00", "-80.00", "Grocer", "15/06/2024", "13/06/2024"],
      ["900.00", "-20.00", "Power", "15/06/2024", "13/06/2024"],
      ["907.00", "7.00", "Refund", "15/06/2024", "13/06/2024"],
      ["877.00", "-30.00", "Cinema", "16/06/2024", "14/06/2024"],
    ],
    120,
  );
  assert.deepEqual(figures(await readPages([[...ends, ...run, ...body]])), rows);
});
