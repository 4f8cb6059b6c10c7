import assert from "node:assert/strict";
import { test } from "node:test";
import { lines, table } from "./draw-pages.ts";
import { figures, readPages } from "./read-drawn.ts";

test("boxes of each side beside one another: their titles stand a little left of what is in them", async () => {
  const box = (x: number, title: string, rows: string[][], sum: string) => [
    { x, y: 100, text: title },
    ...table(
      [{ x: x + 4 }, { x: x + 64 }, { x: x + 220, right: true }],
      [["Date", "Details", "Amount"], ...rows, ["", "Total", sum]],
      116,
    ),
  ];
  const statement = await readPages([
    [
      ...lines([
        "1 February 2024 to 29 February 2024",
        "Balance at 01/02/2024 1,000.00",
        "Balance at 29/02/2024 1,134.50",
      ]),
      ...box(
        40,
        "Incoming",
        [
          ["05/02/2024", "Transfer", "20.00"],
          ["14/02/2024", "Wage", "200.00"],
        ],
        "220.00",
      ),
      ...box(
        310,
        "Outgoing",
        [
          ["02/02/2024", "Grocer", "80.00"],
          ["03/02/2024", "Parking", "5.50"],
        ],
        "85.50",
      ),
    ],
  ]);
  assert.deepEqual(figures(statement), [
    "reconciled",
    "02-05 +20.00",
    "02-14 +200.00",
    "02-02 -80.00",
    "02-03 -5.50",
  ]);
});
