import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { figures, readPages } from "./read-drawn.ts";

const columns: Column[] = [
  { x: 40 },
  { x: 110 },
  { x: 330, right: true },
  { x: 410, right: true },
  { x: 470, right: true },
  { x: 550, right: true },
];
const head = ["Date", "Description", "Money In", "Money Out", "Fee*", "Balance"];
const paid = (fee: string) => [
  [...lines(["1 March 2024 to 31 March 2024", "Opening balance 1,000.00", "Closing balance 1,100.50"])],
  ...[
    table(columns, [
      head,
      ["02/03/2024", "Cash sent", "", "-80.00", fee, "914.00"],
      ["09/03/2024", "Grocer", "", "-6.00", "", "908.00"],
      ["14/03/2024", "Wage", "200.00", "", "", "1,108.00"],
      ["31/03/2024", "Monthly account fee", "", "", "-7.50", "1,100.50"],
    ]),
  ],
];

test("fees in a column of their own are part of what a row takes, where the balances say so", async () => {
  assert.deepEqual(figures(await readPages([paid("-6.00").flat()])), [
    "reconciled",
    "03-02 -86.00",
    "03-09 -6.00",
    "03-14 +200.00",
    "03-31 -7.50",
  ]);
  const { status } = await readPages([paid("-5.00").flat()]);
  assert.equal(status, "discrepant");
});

const wallet = (second: string) => [
  ...lines(["Mobile money statement 01/04/2024 - 30/04/2024", "Currency GHS"]),
  ...table(
    [
      { x: 40 },
      { x: 110 },
      { x: 260, right: true },
      { x: 320, right: true },
      { x: 390, right: true },
      { x: 470, right: true },
      { x: 550, right: true },
    ],
    [
      ["Date", "Type", "Amount", "Fees", "E-levy", "Bal before", "Bal after"],
      ["02/04/2024", "Transfer", "80.00", "0.50", "0.80", "1,000.00", "918.70"],
      ["09/04/2024", "Payment", "5.00", "0.00", "0.00", second, "913.70"],
      ["14/04/2024", "Cash in", "200.00", "0.00", "0.00", "913.70", "1,113.70"],
    ],
  ),
];

test("the balance before each row opens the account, where it is the one after the row before", async () => {
  assert.deepEqual(figures(await readPages([wallet("918.70")])), [
    "reconciled",
    "04-02 -81.30",
    "04-09 -5.00",
    "04-14 +200.00",
  ]);
  assert.notEqual((await readPages([wallet("917.70")])).status, "reconciled");
});
