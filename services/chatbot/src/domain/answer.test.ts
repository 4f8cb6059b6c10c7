import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answer } from "./answer.ts";
import { unsourced } from "./draft.ts";
import type { Intent, Measure, Plan, Scope } from "./plan.ts";
import type { Row, Tools, Totals } from "./tools.ts";

const rows: Row[] = [
  {
    transactionId: "t1",
    date: "2025-06-10",
    description: "CARD 4929 TESCO 0423",
    type: "DEBIT",
    currency: "GBP",
    amount: "12.50",
  },
  {
    transactionId: "t2",
    date: "2025-06-12",
    description: "ACME PAY 99.00",
    type: "CREDIT",
    currency: "GBP",
    amount: "1234.00",
  },
];
const gbp: Totals = {
  currency: "GBP",
  debit: "1512.50",
  credit: "2468.00",
  count: 21,
  unprovenCount: 2,
  highestExpenseMonth: { month: "2025-06", amount: "800.10" },
  topCategory: { category: "bills", percentage: 61.3 },
};

/** Fixed results at the port, so that what is tested is the writing alone. */
function tools(totals: Totals[] = [gbp, { ...gbp, currency: "JPY", debit: "700", unprovenCount: 0 }]): Tools {
  const some = totals.length > 0;
  return {
    totals: async () => totals,
    categories: async () =>
      some ? [{ category: "bills", currency: "GBP", total: "927.16", percentage: 61.3 }] : [],
    months: async () =>
      some ? [{ month: "2025-06", currency: "GBP", debit: "800.10", credit: "1234.00" }] : [],
    rows: async (_filter, _order, limit) => ({
      rows: some ? rows.slice(0, limit) : [],
      total: some ? 21 : 0,
    }),
    merchants: async () =>
      some
        ? [{ merchant: "7-Eleven", currency: "GBP", total: "45.00", count: 3, transactionIds: ["t1"] }]
        : [],
  };
}

const scopes: Scope[] = [
  {},
  { categories: ["food"], period: { from: "2025-06-01", to: "2025-06-30" } },
  { words: "route 66", minAmount: "10", period: { from: "2024-01-01", to: "2024-12-31" } },
  {
    account: { id: "a", label: "Northbank ••1234" },
    maxAmount: "99.99",
    currency: "GBP",
    period: { from: "2025-03-04", to: undefined },
  },
];
const intents: Intent[] = [
  ...(["total", "summary", "by_category", "top_category", "by_month", "highest_month", "count"] as const),
  ...(["largest", "smallest", "latest", "earliest", "list", "top_merchants", "unproven"] as const),
];
const measures: Measure[] = ["expense", "income", "debit", "credit", "transfer", "any"];

describe("answer", () => {
  for (const intent of intents) {
    it(`holds no number that no tool gave: ${intent}`, async () => {
      for (const measure of measures) {
        for (const scope of scopes) {
          for (const given of [
            tools(),
            tools([]),
            tools([{ ...gbp, count: 1, unprovenCount: 1, topCategory: undefined }]),
          ]) {
            const draft = await answer({ intent, measure, scope, limit: 2 }, given);
            assert.deepEqual(unsourced(draft), [], draft.text);
            assert.ok(draft.figures.length > 0, draft.text);
            for (const figure of draft.figures) assert.ok(draft.text.includes(figure.value), draft.text);
          }
        }
      }
    });
  }

  it("says what was spent, on what, and how much of it is not proven", async () => {
    const plan: Plan = { intent: "total", measure: "expense", scope: scopes[1]!, limit: 1 };
    const { text, figures } = await answer(plan, tools([gbp]));
    assert.equal(
      text,
      "You spent GBP 1512.50 in 21 transactions on food in June 2025. " +
        "Of these, 2 transactions are from statements that are not proven.",
    );
    assert.deepEqual(figures[0]?.source, {
      rpc: "finflow.analytics.v1.AnalyticsService/GetSummary",
      filter: {
        type: ["DEBIT"],
        flow: ["SPENDING"],
        category: ["food"],
        from: "2025-06-01",
        to: "2025-06-30",
        currency: ["GBP"],
      },
      transactionIds: [],
    });
  });

  it("asks for the largest of each currency by itself", async () => {
    const asked: unknown[] = [];
    const given = tools();
    const spying: Tools = {
      ...given,
      rows: (filter, order, limit) => {
        asked.push([filter.currency, order, limit]);
        return given.rows(filter, order, limit);
      },
    };
    await answer({ intent: "largest", measure: "expense", scope: {}, limit: 1 }, spying);
    assert.deepEqual(asked, [
      [["GBP"], "amount desc", 1],
      [["JPY"], "amount desc", 1],
    ]);
  });
});
