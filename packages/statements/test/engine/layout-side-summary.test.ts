import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

test("a card's summary right of the rows, on their lines and between them", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 100 }, { x: 360, right: true }];
  const beside = (y: number, label: string, amount: string): Piece[] => [
    { x: 400, y, text: label },
    { x: 560, y, text: amount, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Credit card statement"]),
      ...table(columns, [
        ["Date", "Details", "Amount"],
        ["03/06/2024", "Grocer", "$80.00"],
        ["05/06/2024", "Payment, thank you", "-$100.00"],
        ["14/06/2024", "Cinema", "$20.00"],
        ["25/06/2024", "Tram", "$2.50"],
      ]),
      ...beside(114, "Previous balance", "$100.00"),
      ...beside(128, "Payments and credits", "-$100.00"),
      ...beside(149, "New balance", "$102.50"),
      ...beside(163, "Minimum payment", "$10.00"),
      ...beside(177, "Credit limit", "$5,000.00"),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-05 +100.00 Payment, thank you",
    "06-14 -20.00 Cinema",
    "06-25 -2.50 Tram",
  ]);
});
