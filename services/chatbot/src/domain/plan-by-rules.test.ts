import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Knowledge, Plan } from "./plan.ts";
import { planByRules } from "./plan-by-rules.ts";
import { questions } from "./questions.test-data.ts";

const knowledge: Knowledge = {
  today: "2025-08-15",
  lastRow: "2025-07-31",
  accounts: [
    { id: "a1", label: "Northbank ••1234", words: ["northbank", "1234", "northbank account"] },
    { id: "a2", label: "Holiday", words: ["holiday", "southbank", "9876"] },
  ],
  previous: undefined,
};

/** A plan in one line: intent, measure, limit, scope; or why there is none, and the words. */
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
  for (const [subject, cases] of Object.entries(questions)) {
    describe(subject, () => {
      for (const [question, expected] of Object.entries(cases)) {
        it(JSON.stringify(question), async () => assert.equal(await read(question), expected));
      }
    });
  }

  it("goes on from the question before", async () => {
    const first = (await planByRules("How much did I spend on food in May?", knowledge)) as Plan;
    const cases: Record<string, string> = {
      "and in April?": "total expense 1 categories=food 2025-04-01..2025-04-30",
      "what about transport?": "total expense 1 categories=transport 2025-05-01..2025-05-31",
      "And on transport in June?": "total expense 1 categories=transport 2025-06-01..2025-06-30",
      "how many transactions was that?": "count any 1 categories=food 2025-05-01..2025-05-31",
      "in 2024": "total expense 1 categories=food 2024-01-01..2024-12-31",
      "and the largest?": "largest expense 1 categories=food 2025-05-01..2025-05-31",
      "only over 50": "total expense 1 categories=food minAmount=50 2025-05-01..2025-05-31",
      "and at tesco?": "total expense 1 categories=food words=tesco 2025-05-01..2025-05-31",
      "what was the largest of those?": "largest expense 1 categories=food 2025-05-01..2025-05-31",
      "and my income?": "total income 1 categories=food 2025-05-01..2025-05-31",
      "and by month?": "by_month expense 1 categories=food 2025-05-01..2025-05-31",
      "and on average?": "not_supported on average",
      "and next month?": "must_not_answer",
      "How much did I earn?": "total income 1",
    };
    for (const [question, expected] of Object.entries(cases)) {
      assert.equal(await read(question, first), expected, question);
    }
  });

  it("gives a plan or says that it has none, whatever it is asked", async () => {
    const any = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.array(fc.constantFrom(...wordsOfQuestions()), { maxLength: 30 }).map((words) => words.join(" ")),
    );
    await fc.assert(
      fc.asyncProperty(any, async (question) => {
        const plan = await planByRules(question, knowledge);
        assert.ok("intent" in plan || "reason" in plan);
      }),
      { numRuns: 500 },
    );
  });

  it("takes a word that nothing explains for words of a row, or for nothing it understands", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...planned()), fc.nat(30), async (question, at) => {
        const words = question.split(" ");
        words.splice(Math.min(at, words.length), 0, "zzyzx");
        const plan = await planByRules(words.join(" "), knowledge);
        const said =
          "reason" in plan ? plan.reason !== "nothing_to_follow" : plan.scope.words?.includes("zzyzx");
        assert.ok(said, `${words.join(" ")} → ${JSON.stringify(plan)}`);
      }),
      { numRuns: 400 },
    );
  });
});

function planned(): string[] {
  const refusals = /^(not_|must_|nothing_)/;
  return Object.values(questions).flatMap((cases) =>
    Object.entries(cases).flatMap(([question, expected]) => (refusals.test(expected) ? [] : [question])),
  );
}

function wordsOfQuestions(): string[] {
  return [...new Set(planned().flatMap((question) => question.split(" ")))];
}
