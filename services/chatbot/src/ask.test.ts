import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type AskPorts, ask } from "./ask.ts";
import { ChatbotError } from "./domain/chatbot-error.ts";
import { planByRules } from "./domain/plan-by-rules.ts";

/** For questions that no figure may be looked up for. */
function refuseTools(): never {
  throw new Error("a tool was asked");
}

const ports: AskPorts = {
  planner: planByRules,
  tools: {
    totals: refuseTools,
    categories: refuseTools,
    months: refuseTools,
    rows: refuseTools,
    merchants: refuseTools,
  },
  accounts: async () => [],
  lastRow: async () => undefined,
};

const asked = (question: string) =>
  ask(ports, { question, timeZone: "", now: new Date("2025-08-15T12:00:00Z"), previous: undefined });

describe("ask", () => {
  it("refuses a question with U+0000, which no store can keep", async () => {
    const refused = (error: unknown) => error instanceof ChatbotError && error.reason === "bad_character";
    await assert.rejects(asked("total\0"), refused);
    await assert.rejects(asked("\0"), refused);
  });

  it("does not understand words that are longer than a search may be", async () => {
    for (const question of [`how much at ${"tesco ".repeat(40)}`, "ﷺ".repeat(1000), "x".repeat(201)]) {
      const { understood, text } = await asked(question);
      assert.equal(understood, false);
      assert.ok(text.length < 200, "the answer does not repeat them");
    }
  });
});
