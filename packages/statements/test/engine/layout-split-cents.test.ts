import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { figures, readPages } from "./read-drawn.ts";

const columns: Column[] = [
  ...[{ x: 40 }, { x: 110 }],
  ...[360, 380, 440, 460, 520, 540].map((x) => ({ x, right: true })),
];
const heading = ["Datum", "Buchungstext", "Belastung", "", "Gutschrift", "", "Saldo", ""];
const rows = [
  ["", "Saldovortrag", "", "", "", "", "8'845", "00"],
  ["02.04.2025", "Grocer", "170", "28", "", "", "8'674", "72"],
  ["04.04.2025", "Tram", "14", "04", "", "", "8'660", "68"],
  ["09.04.2025", "Wage", "", "", "2'400", "00", "11'060", "68"],
  ["25.04.2025", "Rent", "1'161", "18", "", "", "9'899", "50"],
  ["", "Schlusssaldo", "", "", "", "", "9'899", "50"],
];
const title = lines(["Bank Oberwald", "01.04.2025 - 30.04.2025 CHF"]);
const read = ["04-02 -170.28", "04-04 -14.04", "04-09 +2400.00", "04-25 -1161.18"];

test("cents in columns of their own", async () => {
  const statement = await readPages([[...title, ...table(columns, [heading, ...rows])]]);
  assert.deepEqual(figures(statement), ["reconciled", ...read]);
});

test("cents as small raised digits, on the line of their amounts or above it", async () => {
  for (const raise of [0, 2]) {
    const small = table(columns, [heading, ...rows]).map((piece): Piece => {
      const isCents = piece.right && piece.x % 80 === 60 && piece.y > 100;
      return isCents ? { ...piece, x: piece.x - 13, y: piece.y - raise, size: 5.5 } : piece;
    });
    const statement = await readPages([[...title, ...small]]);
    assert.deepEqual(figures(statement), ["reconciled", ...read]);
  }
});

test("numbers of two digits behind whole amounts of one column alone are no cents", async () => {
  const counted = [
    ["Date", "Description", "", "", "Amount", "Branch", "Balance", ""],
    ["", "Opening balance", "", "", "", "", "8,845", ""],
    ["02/04/2025", "Grocer", "", "", "-170", "28", "8,675", ""],
    ["04/04/2025", "Tram", "", "", "-14", "04", "8,661", ""],
    ["09/04/2025", "Wage", "", "", "2,400", "17", "11,061", ""],
    ["25/04/2025", "Rent", "", "", "-1,161", "28", "9,900", ""],
  ];
  const statement = await readPages([[...lines(["Bank", "JPY"]), ...table(columns, counted)]]);
  assert.deepEqual(figures(statement), [
    "reconciled",
    ...["04-02 -170", "04-04 -14", "04-09 +2400", "04-25 -1161"],
  ]);
});
