import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Statement } from "../statement.ts";
import { checkAnswer } from "./check-answer.ts";

const good = (): Statement => ({
  status: "reconciled",
  accounts: [
    {
      institution: "Bank",
      currency: "EUR",
      account_number: "**12",
      opening_balance: "-1.00",
      closing_balance: "4.00",
      period: { from: "2024-02-01", to: "2024-02-29" },
      status: "reconciled",
      checks: [
        {
          kind: "closing_balance",
          printed: "4.00",
          computed: "4.00",
          difference: "0.00",
          page: 1,
          box: [1, 2, 3, 4.5],
        },
      ],
      transactions: [
        {
          date: "2024-02-29",
          description: "Tea",
          type: "CREDIT",
          amount: "5.00",
          balance: "4.00",
          page: 1,
          box: [1, 2.5, 3, 4],
          raw: "29 Feb Tea 5.00",
        },
      ],
    },
  ],
  pages: 1,
  warnings: ["year_assumed"],
});

/** The reason and the words of what is wrong with a statement changed at one place. */
function refusal(change: (statement: Statement) => void): string {
  const statement = good();
  change(statement);
  const answer = checkAnswer({ statement });
  assert.ok("error" in answer);
  assert.equal(answer.error.reason, "internal");
  return String((answer.error.cause as Error).message);
}

test("a statement passes as it is, without what it should not have", () => {
  assert.deepEqual(checkAnswer({ statement: good() }), { statement: good() });
  assert.deepEqual(checkAnswer({ statement: { ...good(), extra: 1 }, more: 2 }), { statement: good() });
});

test("what is wrong is named by its place", () => {
  const row = (statement: Statement) => statement.accounts[0]!.transactions[0]!;
  const cases: [string, (statement: Statement) => void][] = [
    ["status is unknown", (it) => Object.assign(it, { status: "fine" })],
    ["status is unknown", (it) => Object.assign(it, { status: "constructor" })],
    ["pages is not a count", (it) => Object.assign(it, { pages: -1 })],
    ["warnings[0] is unknown", (it) => Object.assign(it, { warnings: ["careful"] })],
    ["accounts is not a list", (it) => Object.assign(it, { accounts: { length: 1 } })],
    ["accounts[0].currency is not a currency", (it) => Object.assign(it.accounts[0]!, { currency: "eur" })],
    ["accounts[0].period is not an object", (it) => Object.assign(it.accounts[0]!, { period: undefined })],
    ["accounts[0].transactions[0].amount is negative", (it) => Object.assign(row(it), { amount: "-5.00" })],
    ["accounts[0].transactions[0].amount is not a decimal", (it) => Object.assign(row(it), { amount: 5 })],
    [
      "accounts[0].transactions[0].amount is not a decimal",
      (it) => Object.assign(row(it), { amount: "1e9" }),
    ],
    ["accounts[0].transactions[0].balance is not a decimal", (it) => Object.assign(row(it), { balance: "" })],
    [
      "accounts[0].transactions[0].date is not in the calendar",
      (it) => Object.assign(row(it), { date: "2023-02-29" }),
    ],
    ["accounts[0].transactions[0].date is not a date", (it) => Object.assign(row(it), { date: "2023-2-9" })],
    ["accounts[0].transactions[0].box has not four numbers", (it) => Object.assign(row(it), { box: [1] })],
    [
      "accounts[0].transactions[0].box[1] is not a number",
      (it) => Object.assign(row(it), { box: [1, null, 1, 1] }),
    ],
    ["accounts[0].transactions[0].raw is not a string", (it) => Object.assign(row(it), { raw: null })],
  ];
  for (const [words, change] of cases) assert.equal(refusal(change), words);
});

test("text is made fit for a store", () => {
  const statement = good();
  Object.assign(statement.accounts[0]!.transactions[0]!, { description: "T\0e\ud800a" });
  const answer = checkAnswer({ statement });
  assert.ok("statement" in answer);
  assert.equal(answer.statement.accounts[0]!.transactions[0]!.description, "Te\ufffda");
});

test("a reason of the list is passed on, any other is ours", () => {
  const reason = (message: unknown) => {
    const answer = checkAnswer(message);
    assert.ok("error" in answer);
    return answer.error.reason;
  };
  assert.equal(reason({ reason: "wrong_password" }), "wrong_password");
  assert.equal(reason({ reason: "toString" }), "internal");
  assert.equal(reason({ reason: "damaged", where: 5 }), "internal");
});

test("no answer throws", () => {
  fc.assert(fc.property(fc.anything(), (message) => "error" in checkAnswer(message)));
});
