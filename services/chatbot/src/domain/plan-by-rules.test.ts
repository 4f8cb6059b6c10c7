import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Knowledge, Plan } from "./plan.ts";
import { planByRules } from "./plan-by-rules.ts";

const knowledge: Knowledge = {
  today: "2025-08-15",
  lastRow: "2025-07-31",
  accounts: [
    { id: "a1", label: "Northbank ••1234", words: ["northbank", "1234"] },
    { id: "a2", label: "Holiday", words: ["holiday", "southbank", "9876"] },
  ],
  previous: undefined,
};

/** A plan in one line: intent measure limit scope. */
async function read(question: string, previous?: Plan): Promise<string> {
  const plan = await planByRules(question, { ...knowledge, previous });
  if ("reason" in plan) return [plan.reason, ...plan.words].join(" ");
  const { period, account, ...scope } = plan.scope;
  const parts = Object.entries(scope).map(([name, value]) => `${name}=${value}`);
  if (account) parts.push(`account=${account.id}`);
  if (period) parts.push(`${period.from ?? ""}..${period.to ?? ""}`);
  return [plan.intent, plan.measure, plan.limit, ...parts].join(" ");
}

describe("planByRules", () => {
  const cases: Record<string, string> = {
    "How much did I spend?": "total expense 1",
    "How much did I spend in total?": "total expense 1",
    "What is my total spending?": "total expense 1",
    "How much did I spend on food?": "total expense 1 category=food",
    "How much did I spend on food in April 2025?": "total expense 1 category=food 2025-04-01..2025-04-30",
    "how much did i spend at tesco last month": "total expense 1 words=tesco 2025-07-01..2025-07-31",
    "How much did I pay Netflix in 2024?": "total expense 1 words=netflix 2024-01-01..2024-12-31",
    "What was my income in June?": "total income 1 2025-06-01..2025-06-30",
    "How much did I earn this year?": "total income 1 2025-01-01..2025-12-31",
    "How much money came in?": "total credit 1",
    "total debits": "total debit 1",
    "What is the total credit in May 2025?": "total credit 1 2025-05-01..2025-05-31",
    "How much did I transfer?": "total transfer 1",
    "What is my largest expense?": "largest expense 1",
    "What was the biggest purchase in March?": "largest expense 1 2025-03-01..2025-03-31",
    "5 largest expenses": "largest expense 5",
    "Show the three smallest debits": "smallest debit 3",
    "top 10 expenses in 2025": "largest expense 10 2025-01-01..2025-12-31",
    "Largest credit": "largest credit 1",
    "How many transactions do I have?": "count any 1",
    "How many transactions in June 2025?": "count any 1 2025-06-01..2025-06-30",
    "how many payments over 100": "count debit 1 minAmount=100",
    "How often did I go to Starbucks?": "count any 1 words=starbucks",
    "Spending by category": "by_category expense 1",
    "Where does my money go?": "by_category expense 1",
    "What is my top category?": "top_category expense 1",
    "How much did I spend per month?": "by_month expense 1",
    "Which month did I spend the most?": "highest_month expense 1",
    "Top merchants": "top_merchants expense 5",
    "top 3 merchants in July": "top_merchants expense 3 2025-07-01..2025-07-31",
    "Where did I spend the most?": "top_merchants expense 5",
    "List transactions over 50 in food": "list any 5 minAmount=50 category=food",
    "show me payments between 10 and 20.50": "list debit 5 minAmount=10 maxAmount=20.50",
    "How much did I spend from my Northbank account?": "total expense 1 account=a1",
    "spending in the holiday account in 2024": "total expense 1 account=a2 2024-01-01..2024-12-31",
    "how much did I spend in euros": "total expense 1 currency=EUR",
    "Give me a summary": "summary any 1",
    "Does it all add up?": "unproven any 1",
    "When did I last pay Netflix?": "latest debit 1 words=netflix",
    "groceries?": "total expense 1 words=groceries",
    "Should I invest in gold?": "must_not_answer",
    "How much will I spend next month?": "must_not_answer",
    hello: "total expense 1 words=hello",
    "": "not_understood",
    "???": "not_understood",
    "and?": "nothing_to_follow",
    "how much on 31 February 2025": "not_understood 31",
    "spent 42": "not_understood 42",
  };
  for (const [question, expected] of Object.entries(cases)) {
    it(JSON.stringify(question), async () => assert.equal(await read(question), expected));
  }

  it("goes on from the question before", async () => {
    const first = (await planByRules("How much did I spend on food in May?", knowledge)) as Plan;
    assert.equal(await read("and in April?", first), "total expense 1 category=food 2025-04-01..2025-04-30");
    assert.equal(
      await read("what about transport?", first),
      "total expense 1 category=transport 2025-05-01..2025-05-31",
    );
    assert.equal(await read("how many transactions was that?", first), "count any 1");
    assert.equal(await read("in 2024", first), "total expense 1 category=food 2024-01-01..2024-12-31");
    assert.equal(
      await read("and the largest?", first),
      "largest expense 1 category=food 2025-05-01..2025-05-31",
    );
    assert.equal(await read("How much did I earn?", first), "total income 1");
  });

  it("gives a plan or says that it has none, whatever it is asked", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 200 }), async (question) => {
        const plan = await planByRules(question, knowledge);
        assert.ok("intent" in plan || "reason" in plan);
      }),
      { numRuns: 300 },
    );
  });
});
