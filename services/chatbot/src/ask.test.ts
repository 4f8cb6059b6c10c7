import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type AskPorts, ask } from "./ask.ts";
import { planByRules } from "./domain/plan-by-rules.ts";
import type { Totals } from "./domain/tools.ts";

const asked = { timeZone: "", now: new Date("2025-08-15T12:00:00Z"), previous: undefined };
const nothing = async () => assert.fail("not asked for");

/** Tools that give one currency's totals, whatever they are asked. */
function ports(totals: Partial<Totals>): AskPorts {
  const gbp = { currency: "GBP", debit: "1.00", credit: "2.00", count: 3, unprovenCount: 0 };
  return {
    planner: planByRules,
    accounts: async () => [],
    lastRow: async () => "2025-07-31",
    tools: {
      totals: async () => [{ ...gbp, highestExpenseMonth: undefined, topCategory: undefined, ...totals }],
      ...{ categories: nothing, months: nothing, rows: nothing, merchants: nothing },
    },
  };
}

describe("ask", () => {
  it("gives an answer whose numbers are all figures", async () => {
    const { text } = await ask(ports({}), { ...asked, question: "summary" });
    assert.match(text, /GBP 1.00 out, GBP 2.00 in/);
  });

  it("gives none that has a number from elsewhere", async () => {
    const tampered = ports({ topCategory: { category: "food, 999.99 saved", percentage: 10 } });
    await assert.rejects(ask(tampered, { ...asked, question: "summary" }), /1 numbers without a source/);
  });

  it("does not pass a planner's words on unconfirmed", async () => {
    const calm = ports({});
    const tools = { ...calm.tools, rows: async () => ({ rows: [], total: 0 }) };
    const { understood, figures } = await ask(
      { ...calm, tools },
      { ...asked, question: "spending at zzyzx" },
    );
    assert.deepEqual([understood, figures], [false, []]);
  });

  it("does not understand a period outside of the calendar", async () => {
    for (const question of ["spent before 0001-01-01", "transactions after 9999-12-31"]) {
      assert.equal((await ask(ports({}), { ...asked, question })).understood, false, question);
    }
  });
});
