import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const sided: Column[] = [
  { x: 40 },
  { x: 120 },
  { x: 390, right: true },
  { x: 470, right: true },
  { x: 550, right: true },
];
const head = ["Date", "Details", "Debit", "Credit", "Balance"];

test("the opening balance stands behind the account's name, in one line", async () => {
  const account = (name: string, opening: string, row: string[], closing: string, top: number) => [
    { x: 40, y: top, text: `${name} ACCOUNT` },
    { x: 200, y: top, text: `Balance B/F ${opening}` },
    ...table(sided, [head, row], top + 16),
    { x: 40, y: top + 50, text: `Balance C/F ${closing}` },
  ];
  const statement = await readPages([
    [
      ...lines(["Combined statement 01/01/2024 to 31/01/2024"]),
      ...account("USD", "441.20", ["02/01/2024", "School fees", "22.96", "", "418.24"], "418.24", 100),
      ...account("ZWG", "900.00", ["17/01/2024", "Salary", "", "100.00", "1,000.00"], "1,000.00", 200),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "01-02 -22.96 School fees",
    "reconciled",
    "01-17 +100.00 Salary",
  ]);
  assert.deepEqual(
    statement.accounts.map((account) => account.account_number),
    [null, null],
  );
});

test("a member's savings and loan, each in a table of its own, without a closing balance", async () => {
  const statement = await readPages([
    [
      ...lines(["Member statement 01/01/2024 to 31/03/2024"]),
      ...lines(["DEPOSITS"], 80),
      ...table(
        sided,
        [
          head,
          ["01/01/2024", "Balance B/F", "", "", "150.00"],
          ["17/01/2024", "Contribution", "", "80.00", "230.00"],
          ["17/02/2024", "Contribution", "", "80.00", "310.00"],
        ],
        96,
      ),
      ...lines(["DEVELOPMENT LOAN"], 180),
      ...table(
        sided,
        [
          head,
          ["01/01/2024", "Loan balance B/F", "", "", "900.00"],
          ["30/01/2024", "Interest", "9.00", "", "909.00"],
          ["31/01/2024", "Repayment", "", "100.00", "809.00"],
        ],
        196,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "01-17 +80.00 Contribution",
    "02-17 +80.00 Contribution",
    "reconciled",
    "01-30 -9.00 Interest",
    "01-31 +100.00 Repayment",
  ]);
});

test("a loan is told by what its number is called, where no title names it", async () => {
  const statement = await readPages([
    [
      ...lines(["Harbour Housing Finance", "Statement of account of Mr A Member Loan A/c No: HL0044102233"]),
      ...table(sided, [
        ["Date", "Details", "Debit", "Credit", "Outstanding"],
        ["01/04/2024", "Opening balance", "", "", "900.00"],
        ["28/04/2024", "Interest", "9.00", "", "909.00"],
        ["29/04/2024", "Instalment received", "", "100.00", "809.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "04-28 -9.00 Interest",
    "04-29 +100.00 Instalment received",
  ]);
});

const parted = [
  "reconciled",
  "01-02 -22.96 School fees",
  "01-05 +10.00 Refund",
  "reconciled",
  "01-17 +100.00 Salary",
  "01-19 -40.00 Rent",
];
const ofUsd = [
  ["02/01/2024", "School fees", "22.96", "", "418.24"],
  ["05/01/2024", "Refund", "", "10.00", "428.24"],
];
const ofZwg = [
  ["17/01/2024", "Salary", "", "100.00", "1,000.00"],
  ["19/01/2024", "Rent", "40.00", "", "960.00"],
];

test("both balances of each account above its rows, the last one first", async () => {
  const account = (name: string, ends: string, own: string[][], top: number) => [
    ...lines([name, ends], top),
    ...table(sided, [head, ...own.toReversed()], top + 40),
  ];
  const statement = await readPages([
    [
      ...lines(["Combined statement 01/01/2024 to 31/01/2024"]),
      ...account("Dollars", "Closing balance 428.24 Opening balance 441.20", ofUsd, 100),
      ...account("Gold", "Closing balance 960.00 Opening balance 900.00", ofZwg, 240),
    ],
  ]);
  const [first, second] = [parted.slice(1, 3).toReversed(), parted.slice(4).toReversed()];
  assert.deepEqual(outline(statement), ["reconciled", ...first, "reconciled", ...second]);
});

test("both balances of each account below its rows, in one line", async () => {
  const account = (name: string, ends: string, own: string[][], top: number) => [
    ...lines([name], top),
    ...table(sided, [head, ...own], top + 20),
    ...lines([ends], top + 70),
  ];
  const statement = await readPages([
    [
      ...lines(["Combined statement 01/01/2024 to 31/01/2024"]),
      ...account("Dollars", "Opening balance 441.20 Closing balance 428.24", ofUsd, 100),
      ...account("Gold", "Opening balance 900.00 Closing balance 960.00", ofZwg, 240),
    ],
  ]);
  assert.deepEqual(outline(statement), parted);
});
