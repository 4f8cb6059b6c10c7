import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unsourced } from "./draft.ts";

const source = { rpc: "x", filter: {}, transactionIds: [] };
const figures = [{ label: "Spending", value: "12.50", unit: "GBP", source }];

describe("unsourced", () => {
  it("passes an answer whose numbers are all figures or quotations", () => {
    const draft = {
      text: "You spent GBP 12.50 in June 2025 at “7 ELEVEN 0042”.",
      figures,
      quotes: ["in June 2025", "7 ELEVEN 0042"],
    };
    assert.deepEqual(unsourced(draft), []);
  });

  it("finds a number that no tool gave, and one that a tool gave otherwise", () => {
    assert.deepEqual(unsourced({ text: "GBP 12.50, or 125.00 a month", figures, quotes: [] }), ["125.00"]);
    assert.deepEqual(unsourced({ text: "GBP 12.5", figures, quotes: [] }), ["12.5"]);
  });

  it("is not fooled by a figure inside a longer number", () => {
    assert.deepEqual(unsourced({ text: "GBP 112.50", figures, quotes: [] }), ["112.50"]);
    assert.deepEqual(unsourced({ text: "GBP 112.50", figures, quotes: ["1"] }), ["112.50"]);
  });
});
