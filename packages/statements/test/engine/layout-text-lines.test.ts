import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const four: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];

test("amounts that begin lines of text below rows are none of the table's", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [
        ["Date", "Description", "Amount", "Balance"],
        ["03/06/2024", "Grocer", "-80.00", "920.00"],
        ["", "87.20 USD"],
        ["", "Card 1234"],
        ["", "Baker", "-11.77", "908.23"],
        ["", "USD 12.50 @ 1.0850"],
        ["14/06/2024", "Wage", "200.00", "1,108.23"],
        ["", "Ref 7781"],
        ["", "VAT 20% 33.33"],
        ["25/06/2024", "Hotel", "-5.50", "1,102.73"],
        ["", "5.98 USD"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer 87.20 USD Card 1234",
    "06-03 -11.77 Baker USD 12.50 @ 1.0850",
    "06-14 +200.00 Wage Ref 7781 VAT 20% 33.33",
    "06-25 -5.50 Hotel 5.98 USD",
  ]);
});
