import assert from "node:assert/strict";
import { test } from "node:test";
import type { Statement, StatementRow } from "../statement.ts";
import { printJson, printStatement } from "./print-statement.ts";

const row = (rest: Partial<StatementRow>): StatementRow => ({
  date: "2025-01-01",
  description: "Tea",
  type: "DEBIT",
  amount: "5.00",
  balance: null,
  page: 1,
  box: [0, 0, 0, 0],
  raw: "",
  ...rest,
});

const statement = (transactions: StatementRow[], rest: Partial<Statement> = {}): Statement => ({
  status: "reconciled",
  accounts: [
    {
      institution: "Northbank",
      currency: "EUR",
      account_number: "**12",
      opening_balance: "0.00",
      closing_balance: "1229.50",
      period: { from: "2025-01-01", to: "2025-01-31" },
      status: "reconciled",
      checks: [],
      transactions,
    },
  ],
  pages: 1,
  warnings: [],
  ...rest,
});

test("rows stand in columns, the verdict and the notes under them", () => {
  const rows = [
    row({ balance: "-5.00" }),
    row({
      date: "2025-01-20",
      description: "Caf\u00e9 \u6771\u4eac",
      type: "CREDIT",
      amount: "1234.50",
      balance: "1229.50",
    }),
  ];
  assert.equal(
    printStatement(statement(rows, { warnings: ["year_assumed"] })),
    [
      "Northbank  **12  EUR  2025-01-01 to 2025-01-31",
      "2025-01-01  Tea            \u22125.00     \u22125.00",
      "2025-01-20  Caf\u00e9 \u6771\u4eac  +1,234.50  1,229.50",
      "0.00 + 1,234.50 \u2212 5.00 = 1,229.50: it adds up",
      "note: no year is printed; the latest that fits was assumed",
      "",
    ].join("\n"),
  );
});

test("a file cannot command the terminal", () => {
  const evil = "\u001b]0;owned\u0007pay\u202etxt\n\u009b31mme\u0000";
  const printed = printStatement(statement([row({ description: evil })]));
  assert.match(printed, /\]0;ownedpaytxt 31mme/);
  assert.doesNotMatch(printed.replaceAll("\n", ""), /[\p{Cc}\p{Cf}]/u);

  const json = printJson(statement([row({ description: evil })]));
  assert.doesNotMatch(json.replaceAll("\n", ""), /[\p{Cc}\p{Cf}]/u);
  assert.equal(JSON.parse(json).accounts[0].transactions[0].description, evil);
});

test("a description as wide as a page is cut", () => {
  const printed = printStatement(statement([row({ description: "x".repeat(10_000) })]));
  assert.ok(printed.split("\n").every((line) => line.length < 120));
});
