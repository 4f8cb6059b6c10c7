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

test("a mortgage: payments stand in a column of their own and take away what is owed", async () => {
  const statement = await readPages([
    [
      ...lines(["Annual mortgage statement", "1 January 2024 to 31 December 2024"]),
      ...table(sided, [
        ["Date", "Description", "Charges (£)", "Payments (£)", "Balance owed (£)"],
        ["01 Jan 2024", "Balance brought forward", "", "", "1,000.00"],
        ["28 Jan 2024", "Interest charged", "5.50", "", "1,005.50"],
        ["29 Jan 2024", "Direct Debit", "", "80.00", "925.50"],
        ["28 Feb 2024", "Interest charged", "5.00", "", "930.50"],
        ["29 Feb 2024", "Direct Debit", "", "80.00", "850.50"],
        ["31 Dec 2024", "Balance carried forward", "", "", "850.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "01-28 -5.50 Interest charged",
    "01-29 +80.00 Direct Debit",
    "02-28 -5.00 Interest charged",
    "02-29 +80.00 Direct Debit",
  ]);
});

test("a loan beside an account of savings: what lowers its balance is no money out", async () => {
  const statement = await readPages([
    [
      ...lines(["Statement Period 06/01/24 thru 06/30/24"]),
      ...lines(["PRIMARY SAVINGS  Account number 331044-01"], 70),
      ...table(
        sided,
        [
          ["Date", "Description", "Withdrawals", "Deposits", "Balance"],
          ["06/01", "Beginning Balance", "", "", "1,000.00"],
          ["06/03", "Grocer", "80.00", "", "920.00"],
          ["06/14", "Wage", "", "200.00", "1,120.00"],
          ["06/30", "Ending Balance", "", "", "1,120.00"],
        ],
        90,
      ),
      ...lines(["USED AUTO LOAN  Account number 331044-31"], 200),
      ...table(
        [...sided.slice(0, 2), ...sided.slice(3)],
        [
          ["Date", "Description", "Amount", "Balance"],
          ["06/01", "Beginning Balance", "", "5,000.00"],
          ["06/06", "Payment by transfer", "155.00", "4,845.00"],
          ["06/20", "Payment by transfer", "155.00", "4,690.00"],
          ["06/30", "Ending Balance", "", "4,690.00"],
        ],
        220,
      ),
    ],
  ]);
  const [, loan] = statement.accounts;
  assert.equal(loan?.status, "reconciled");
  assert.ok(loan.transactions.every(({ type }) => type === "CREDIT"));
});

test("a loan below savings whose rows no closing balance ends", async () => {
  const statement = await readPages([
    [
      ...lines(["Member statement 01/01/2024 - 31/03/2024", "SHARE ACCOUNT"]),
      ...table(
        [{ x: 40 }, { x: 110 }, ...[360, 450, 540].map((x) => ({ x, right: true }))],
        [
          ["Date", "Details", "Lodged", "Withdrawn", "Balance"],
          ["01/01/2024", "Balance forward", "", "", "1,000.00"],
          ["14/02/2024", "Wage", "200.00", "", "1,200.00"],
          ["25/03/2024", "Grocer", "", "80.00", "1,120.00"],
        ],
      ),
      ...lines(["LOAN ACCOUNT"], 200),
      ...table(
        [{ x: 40 }, { x: 110 }, ...[300, 380, 460, 540].map((x) => ({ x, right: true }))],
        [
          ["Date", "Details", "Repaid", "Interest", "Principal", "Balance"],
          ["01/01/2024", "Balance forward", "", "", "", "5,000.00"],
          ["15/02/2024", "Repayment", "250.00", "50.00", "200.00", "4,800.00"],
          ["15/03/2024", "Repayment", "250.00", "40.00", "210.00", "4,590.00"],
        ],
        230,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "02-14 +200.00 Wage",
    "03-25 -80.00 Grocer",
    "reconciled",
    "02-15 +200.00 Repayment",
    "03-15 +210.00 Repayment",
  ]);
});
