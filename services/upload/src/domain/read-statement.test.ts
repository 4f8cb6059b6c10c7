import assert from "node:assert/strict";
import { test } from "node:test";
import type { Statement, StatementAccount } from "@finflow/statements/statement";
import { readStatements } from "./read-statement.ts";

const account: StatementAccount = {
  institution: "North\u0000bank",
  currency: null,
  account_number: "12345678",
  opening_balance: "0010.00",
  closing_balance: "-0.50",
  period: { from: "2025-01-01", to: "2025-01-31" },
  status: "reconciled",
  checks: [],
  transactions: [
    {
      date: "2025-01-10",
      description: "Two\nlines \ud800",
      type: "DEBIT",
      amount: "10.50",
      balance: null,
      page: 1,
      box: [1, 2, 3, 4],
      raw: "",
    },
  ],
};
const statement = (change: Partial<StatementAccount> = {}): Statement => ({
  status: "reconciled",
  pages: 1,
  warnings: ["year_assumed"],
  accounts: [{ ...account, ...change }],
});
const read = (of: Statement, currency?: string) =>
  readStatements(of, {
    documentId: "d",
    currency,
    categorize: () => ({ category: "other", flow: "SPENDING", confidence: 0.5, merchant: "" }),
    statementId: String,
  })[0]!;

test("amounts are minor units of the printed currency, else of what the person said, else of none known", () => {
  assert.deepEqual(
    [read(statement()), read(statement(), "EUR"), read(statement({ currency: "USD" }), "EUR")].map(
      ({ account: { currency }, opening, closing, rows }) => [currency, opening, closing, rows[0]!.amount],
    ),
    [
      ["XXX", 1_000n, -50n, 1_050n],
      ["EUR", 1_000n, -50n, 1_050n],
      ["USD", 1_000n, -50n, 1_050n],
    ],
  );
});

test("texts of a stranger's file become one line that every store can hold", () => {
  const { institution, rows } = read(statement());
  assert.equal(institution, "North bank");
  assert.equal(rows[0]!.description, "Two lines \ufffd");
  const long = { ...account.transactions[0]!, description: "🙂".repeat(2_000) };
  assert.ok(read(statement({ transactions: [long] })).rows[0]!.description.length <= 1_000);
});

test("identity: the order of rows and the number do not matter, everything else does", () => {
  const rows = ["3.00", "4.00"].map((amount) => ({ ...account.transactions[0]!, amount }));
  const identity = (change: Partial<StatementAccount>) =>
    read(statement({ transactions: rows, ...change })).identity;
  const same = identity({});
  assert.equal(identity({ transactions: rows.toReversed() }), same);
  assert.equal(identity({ account_number: null }), same);
  for (const change of [
    { institution: "Southbank" },
    { currency: "EUR" },
    { opening_balance: null },
    { closing_balance: "0.00" },
    { period: null },
    { transactions: rows.slice(1) },
    { transactions: rows.map((row) => ({ ...row, balance: "1.00" })) },
  ]) {
    assert.notEqual(identity(change), same, JSON.stringify(change));
  }
});
