import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { figures, outline, readPages } from "./read-drawn.ts";

const listed: Column[] = [{ x: 40 }, { x: 120 }, { x: 470, right: true }, { x: 550, right: true }];

test("a word that nobody knows parts the balance from what says of which end it is", async () => {
  for (const [opening, closing] of [
    ["Beginning core balance", "Ending core balance"],
    ["Saldo contable inicial", "Saldo contable final"],
    ["Previous total balance", "Total balance"],
  ]) {
    const statement = await readPages([
      [
        ...lines(["1 January 2024 to 31 March 2024", `${opening} 1,000.00`, `${closing} 1,044.50`]),
        ...table(listed, [
          ["Date", "Description", "Amount", "Balance"],
          ["17/01/2024", "Bought", "-80.00", "920.00"],
          ["18/02/2024", "Dividend", "130.00", "1,050.00"],
          ["19/03/2024", "Fee", "-5.50", "1,044.50"],
        ]),
      ],
    ]);
    assert.deepEqual(figures(statement), ["reconciled", "01-17 -80.00", "02-18 +130.00", "03-19 -5.50"]);
  }
});

test("a summary with the day by which a card is to be paid heads no rows", async () => {
  const columns: Column[] = [110, 180, 250, 350, 430, 510].map((x) => ({ x, right: true }));
  const statement = await readPages([
    [
      ...lines(["Harbour Bank Visa Statement"]),
      ...table(
        columns,
        [
          ["Previous Balance", "Purchases", "Payments", "Current Balance", "Minimum Due", "Due Date"],
          ["231.00", "85.50", "100.00", "216.50", "20.00", "25/05/2024"],
        ],
        70,
      ),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 180 }, { x: 470, right: true }, { x: 480 }],
        [
          ["Trans. Date", "Posting Date", "Description", "Amount (QAR)", ""],
          ["04/04/2024", "06/04/2024", "Grocer", "80.00", "DR"],
          ["15/04/2024", "16/04/2024", "Payment", "100.00", "CR"],
          ["28/04/2024", "29/04/2024", "Parking", "5.50", "DR"],
        ],
        120,
      ),
    ],
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "04-04 -80.00", "04-15 +100.00", "04-28 -5.50"]);
});

test("a dated summary ends with the current balance, and a sum of nothing below it", async () => {
  const summary: Column[] = [{ x: 40 }, { x: 160 }, { x: 420, right: true }, { x: 560, right: true }];
  const part = (title: string, rows: string[][], top: number) => [
    ...lines([title], top),
    ...table(
      [{ x: 40 }, { x: 100 }, { x: 560, right: true }],
      [["Date", "Transaction Description", "Amount"], ...rows],
      top + 14,
    ),
  ];
  const statement = await readPages([
    [
      ...lines(["July 01, 2024 thru July 31, 2024"]),
      ...table(
        summary,
        [
          ["Date", "Account Summary", "No. Items", "Amount"],
          ["07/01", "Previous Balance", "", "$1,000.00"],
          ["", "Deposits/Credits", "1", "+ 200.00"],
          ["", "Checks/Debits", "2", "- 85.50"],
          ["07/31", "Current Balance", "", "$1,114.50"],
          ["", "Service charges", "", ".00"],
        ],
        60,
      ),
      ...part("Credits", [["07-14", "Wage", "200.00"]], 170),
      ...part(
        "Debits",
        [
          ["07-03", "Grocer", "80.00"],
          ["07-22", "Parking", "5.50"],
        ],
        230,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "07-14 +200.00 Wage",
    "07-03 -80.00 Grocer",
    "07-22 -5.50 Parking",
  ]);
});

test("headings whose lower line completes some and names the currency of another", async () => {
  const statement = await readPages([
    [
      ...lines(["Statement date 03 APR 2024", "VISA card 4265 8841 0022 3310"]),
      ...table(
        [{ x: 40 }, { x: 90 }, { x: 150 }, { x: 550, right: true }],
        [
          ["Post", "Trans", "Description of Transaction", "Transaction Amount"],
          ["Date", "Date", "", "SGD"],
          ["", "", "PREVIOUS BALANCE", "100.00"],
          ["07 MAR", "06 MAR", "Grocer", "80.00"],
          ["12 MAR", "11 MAR", "Payment", "100.00 CR"],
          ["29 MAR", "27 MAR", "Parking", "5.50"],
          ["", "", "TOTAL BALANCE", "85.50"],
        ],
      ),
    ],
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "03-07 -80.00", "03-12 +100.00", "03-29 -5.50"]);
});
