import assert from "node:assert/strict";
import { test } from "node:test";
import { matchReread } from "./match-reread.ts";
import type { PrintedRow } from "./printed-row.ts";

const row = (change: Partial<PrintedRow>): PrintedRow => ({
  statementId: "s",
  documentId: "d",
  ordinal: 0,
  rowKey: "",
  page: 1,
  box: [40, 100, 500, 12],
  date: "2025-01-10",
  description: "Coffee",
  type: "DEBIT",
  amount: 300n,
  balance: null,
  category: "food",
  flow: "SPENDING",
  confidence: 1,
  merchant: "",
  ...change,
});
const earlier = (transactionId: string, change: Partial<PrintedRow>) => ({ ...row(change), transactionId });

test("the place decides before the values", () => {
  const before = [earlier("a", { page: 1 }), earlier("b", { page: 2, description: "Lunch" })];
  const after = [row({ page: 2 }), row({ page: 1, description: "Lunch", date: "2026-01-10" })];
  assert.deepEqual(matchReread(after, before), ["b", "a"]);
});

test("a hair's breadth is no other place", () => {
  const before = [earlier("a", { box: [40.1, 100.2, 500, 12] }), earlier("b", { box: [40, 113, 500, 12] })];
  const after = [row({ box: [40, 113.3, 500, 12] }), row({ box: [40, 100, 500, 12] })];
  assert.deepEqual(matchReread(after, before), ["b", "a"]);
});

test("where places moved, equal rows are matched in their order, and what is new is new", () => {
  const before = [earlier("a", { box: [1, 1, 1, 1] }), earlier("b", { box: [2, 2, 2, 2] })];
  const after = [3, 4, 5].map((y) => row({ box: [0, y, 1, 1] }));
  assert.deepEqual(matchReread(after, before), ["a", "b", undefined]);
});

test("other values at another place are another row", () => {
  const before = [earlier("a", { box: [1, 1, 1, 1] })];
  for (const change of [
    { amount: 1n },
    { date: "2025-01-11" },
    { description: "Tea" },
    { type: "CREDIT" as const },
  ]) {
    assert.deepEqual(matchReread([row(change)], before), [undefined]);
  }
  assert.deepEqual(matchReread([row({ description: "COFFEE " })], before), ["a"]);
});
