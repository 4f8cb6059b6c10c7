import assert from "node:assert/strict";
import { test } from "node:test";
import {
  applyEdit,
  type Correction,
  correctedFields,
  isEmptyCorrection,
  noCorrection,
} from "./correction.ts";
import { UploadError } from "./upload-error.ts";

const extracted = { date: "2024-02-29", description: "Coffee", type: "DEBIT" as const, amount: 1_500n };
const edit = (change: object, currency = "JPY", before: Correction = noCorrection) =>
  applyEdit(before, change, extracted, currency);
const blames = (field: string) => (error: unknown) => error instanceof UploadError && error.field === field;

test("an amount has the decimals of its currency", () => {
  assert.equal(edit({ amount: "1501" }).amount, 1_501n);
  assert.equal(edit({ amount: "1.125" }, "KWD").amount, 1_125n);
  assert.throws(() => edit({ amount: "1501.5" }), blames("amount"));
  assert.throws(() => edit({ amount: "007" }), blames("amount"));
});

test("a date is a day that exists", () => {
  assert.equal(edit({ date: "2024-02-28" }).date, "2024-02-28");
  for (const date of ["2023-02-29", "2024-13-01", "2024-00-10", "1899-12-31", "2201-01-01", "2024-1-1"]) {
    assert.throws(() => edit({ date }), blames("date"), date);
  }
});

test("facts set to what was extracted are none; opinions are", () => {
  const same = edit({ ...extracted, amount: "1500", category: "food", flow: "SPENDING" });
  assert.deepEqual(correctedFields(same), ["category", "flow"]);
  assert.equal(isEmptyCorrection(edit({ date: extracted.date })), true);
});

test("edits add up, and removing is undone alone", () => {
  const removed = edit({ removed: true }, "JPY", edit({ category: "food" }));
  assert.deepEqual({ ...removed }, { category: "food", removed: true });
  assert.equal(edit({ removed: false }, "JPY", removed).category, "food");
});
