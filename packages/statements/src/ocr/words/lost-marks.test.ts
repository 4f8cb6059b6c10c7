import assert from "node:assert/strict";
import { test } from "node:test";
import type { Statement } from "../../statement.ts";
import { hasLostMarks } from "./lost-marks.ts";
import type { PictureWords } from "./page-words.ts";

function lost(currency: string | null, amounts: string[], words: string[]): boolean {
  const transactions = amounts.map((amount) => ({ amount }));
  const page = { words: words.map((text) => ({ text })) };
  return hasLostMarks({ accounts: [{ currency, transactions }] } as unknown as Statement, [
    page as unknown as PictureWords,
  ]);
}

test("a paper whose every figure lacks cents and thousands may have lost its points", () => {
  assert.ok(lost("EUR", ["12872", "798"], ["12872", "798-", "98358"]));
});

test("cents, parted thousands and currencies without cents are what they seem", () => {
  assert.ok(!lost("EUR", ["128.72", "798"], ["128.72", "798"]));
  assert.ok(!lost("HUF", ["12872", "798"], ["12.872", "798"]));
  assert.ok(!lost("JPY", ["12872"], ["12872"]));
  assert.ok(!lost(null, ["12872"], ["12872"]));
  assert.ok(!lost("HUF", ["12872"], ["12", "872"]));
});
