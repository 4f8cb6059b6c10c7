import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const sided: Column[] = [
  { x: 40 },
  { x: 110 },
  { x: 380, right: true },
  { x: 460, right: true },
  { x: 540, right: true },
];

test("savings that only receive, and a card whose name speaks of rewards, on one paper", async () => {
  const statement = await readPages([
    [
      ...lines(["Everyday Checking", "Account number 1234567701"]),
      ...table(sided, [
        ["Date", "Description", "Credits", "Debits", "Balance"],
        ["06/01/2024", "Beginning balance", "", "", "1,000.00"],
        ["06/03/2024", "Grocer", "", "80.00", "920.00"],
        ["06/14/2024", "Wage", "200.00", "", "1,120.00"],
        ["06/30/2024", "Ending balance", "", "", "1,120.00"],
      ]),
      ...lines(["Way2Save Savings", "Account number 1234562209"], 240),
      ...table(
        sided,
        [
          ["Date", "Description", "Credits", "Debits", "Balance"],
          ["06/01/2024", "Beginning balance", "", "", "500.00"],
          ["06/05/2024", "Interest", "5.00", "", "505.00"],
          ["06/30/2024", "Ending balance", "", "", "505.00"],
        ],
        290,
      ),
    ],
    [
      ...lines([
        "Rewards Visa",
        "Account number ending in 4410",
        "Previous balance $50.00",
        "Payments -$50.00",
      ]),
      ...lines(["Purchases +$62.10", "New balance $62.10", "Minimum payment $25.00"], 96),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 540, right: true }],
        [
          ["Date", "Description", "Amount"],
          ["06/07/2024", "Music", "$12.00"],
          ["06/11/2024", "Thank you", "-$50.00"],
          ["06/21/2024", "Shoes", "$50.10"],
        ],
        170,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Wage",
    "reconciled",
    "06-05 +5.00 Interest",
    "reconciled",
    "06-07 -12.00 Music",
    "06-11 +50.00 Thank you",
    "06-21 -50.10 Shoes",
  ]);
});

test("accounts in other currencies follow one another in one table", async () => {
  const columns: Column[] = [
    { x: 40 },
    ...sided.map((column, at) => (at < 2 ? { x: 80 + at * 70 } : column)),
  ];
  const statement = await readPages([
    [
      ...lines(["Foreign currency savings"]),
      ...table(columns, [
        ["CCY", "Date", "Details", "Deposit", "Withdrawal", "Balance"],
        ["USD", "01 Jun 2024", "B/F balance", "", "", "2,000.00"],
        ["", "05 Jun 2024", "Hotel", "", "71.30", "1,928.70"],
        ["", "21 Jun 2024", "Fuel", "", "19.30", "1,909.40"],
        ["", "30 Jun 2024", "C/F balance", "", "", "1,909.40"],
        ["AUD", "01 Jun 2024", "B/F balance", "", "", "900.00"],
        ["", "13 Jun 2024", "Ferry", "", "53.40", "846.60"],
        ["", "16 Jun 2024", "Refund", "1,319.50", "", "2,166.10"],
        ["", "30 Jun 2024", "C/F balance", "", "", "2,166.10"],
      ]),
    ],
  ]);
  assert.deepEqual(
    statement.accounts.map(({ currency, status, closing_balance }) => [currency, status, closing_balance]),
    [
      ["USD", "reconciled", "1909.40"],
      ["AUD", "reconciled", "2166.10"],
    ],
  );
});

test("another account begins below its name with another balance, though the one before prints no last one", async () => {
  const rows = (opening: string, amount: string, balance: string, next: string) => [
    ["Date", "Details", "In", "Out", "Balance"],
    ["01/06/2024", "Balance forward", "", "", opening],
    ["13/06/2024", "Grocer", "", amount, balance],
    ["25/06/2024", "Cinema", "", "5.50", next],
  ];
  const statement = await readPages([
    [
      ...lines(["Member statement", "Share one"]),
      ...table(sided, rows("1,000.00", "80.00", "920.00", "914.50")),
      ...lines(["Share two"], 200),
      ...table(sided, rows("500.00", "30.00", "470.00", "464.50"), 220),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-13 -80.00 Grocer",
    "06-25 -5.50 Cinema",
    "reconciled",
    "06-13 -30.00 Grocer",
    "06-25 -5.50 Cinema",
  ]);
});
