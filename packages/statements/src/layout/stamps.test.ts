import assert from "node:assert/strict";
import { test } from "node:test";
import type { Word } from "../pdf/word.ts";
import { stampsOf } from "./stamps.ts";

function word(text: string, x0: number, baseline: number, size: number): Word {
  const x1 = x0 + 0.6 * size * text.length;
  const box = [x0, baseline - 0.8 * size, x1 - x0, size] as const;
  return { text, x0, x1, baseline, size, font: "f", box };
}

const rows = [88, 100, 112, 124, 136, 148].flatMap((y) => [
  word("01/06/2024", 40, y, 9),
  word("12.00", 400, y, 9),
]);

test("a large word over the rows is a stamp, also where its letters are drawn one by one", () => {
  const whole = word("SPECIMEN", 60, 140, 64);
  assert.deepEqual([...stampsOf([...rows, whole])], [whole]);
  const letters = [..."SPECIMEN"].map((letter, at) => word(letter, 60 + at * 45, 140, 64));
  assert.deepEqual([...stampsOf([...rows, ...letters])], letters);
});

test("large words between the texts and the amounts of rows are a stamp, also where they stand over none", () => {
  const large = [word("NOT", 110, 140, 60), word("VALID", 230, 140, 60)];
  const wide = rows.map((each) => (each.x0 === 400 ? { ...each, x0: 450, x1: 480 } : each));
  assert.deepEqual([...stampsOf([...wide, ...large])], large);
});

test("a large title and a large sum stand over nothing", () => {
  assert.equal(stampsOf([...rows, word("Statement", 40, 60, 30), word("1,234.00", 200, 200, 24)]).size, 0);
});
