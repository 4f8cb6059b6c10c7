import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const sums: Column[] = [{ x: 40 }, { x: 400, right: true }];
const plain: Column[] = [{ x: 40 }, { x: 110 }, { x: 520, right: true }];
const triple: Column[] = [0, 180, 360].flatMap((x): Column[] => [
  { x: 40 + x },
  { x: 100 + x },
  { x: 200 + x, right: true },
]);
const days: Column[] = [0, 180, 360].flatMap((x): Column[] => [{ x: 40 + x }, { x: 200 + x, right: true }]);

const checks = ["Check #", "Date", "Amount"];

/** A paper of checks side by side, sections and balances by day, of which one withdrawal (200.00 on 12/20) is not printed. */
const withoutOneRow: Piece[] = [
  ...lines(["Statement Period: 12/07/2024 - 01/06/2025"]),
  ...table(
    sums,
    [
      ["Beginning Balance", "$5,000.00"],
      ["4 Checks", "$(1,000.00)"],
      ["5 Withdrawals / Debits", "$(480.00)"],
      ["3 Deposits / Credits", "$2,100.00"],
      ["Ending Balance", "$5,620.00"],
    ],
    60,
  ),
  { x: 40, y: 150, text: "Checks Paid" },
  ...table(
    triple,
    [
      [...checks, ...checks, ...checks],
      ["1201", "12/10", "100.00", "1202", "12/11", "200.00", "1203", "12/14", "300.00"],
      ["1204", "12/23", "400.00"],
    ],
    164,
  ),
  { x: 40, y: 206, text: "4 checks paid for a total of $1,000.00" },
  { x: 40, y: 234, text: "Withdrawals / Debits" },
  ...table(
    plain,
    [
      ["Date", "Description", "Amount"],
      ["12/09", "Grocer", "$80.00"],
      ["12/15", "Cinema", "$40.00"],
      ["12/17", "Grocer", "$100.00"],
      ["01/05", "Fee", "$60.00"],
      ["", "Total Withdrawals / Debits", "$480.00"],
    ],
    248,
  ),
  { x: 40, y: 346, text: "Deposits / Credits" },
  ...table(
    plain,
    [
      ["Date", "Description", "Amount"],
      ["12/09", "Wage", "$700.00"],
      ["12/19", "Wage", "$700.00"],
      ["01/06", "Wage", "$700.00"],
      ["", "Total Deposits / Credits", "$2,100.00"],
    ],
    360,
  ),
  { x: 40, y: 444, text: "Daily Balance Summary" },
  ...table(
    days,
    [
      ["Date", "Balance", "Date", "Balance", "Date", "Balance"],
      ["12/09", "5,620.00", "12/10", "5,520.00", "12/11", "5,320.00"],
      ["12/14", "5,020.00", "12/15", "4,980.00", "12/17", "4,880.00"],
      ["12/19", "5,580.00", "12/20", "5,380.00", "12/23", "4,980.00"],
      ["01/05", "4,920.00", "01/06", "5,620.00"],
    ],
    458,
  ),
];

test("where one row is not printed, all others are shown, and not only the part that contradicts least", async () => {
  const [status, ...rows] = outline(await readPages([withoutOneRow]));
  assert.equal(status, "discrepant");
  assert.deepEqual(rows.toSorted(), [
    "01-05 -60.00 Fee",
    "01-06 +700.00 Wage",
    "12-09 +700.00 Wage",
    "12-09 -80.00 Grocer",
    "12-10 -100.00 1201",
    "12-11 -200.00 1202",
    "12-14 -300.00 1203",
    "12-15 -40.00 Cinema",
    "12-17 -100.00 Grocer",
    "12-19 +700.00 Wage",
    "12-23 -400.00 1204",
  ]);
});
