import assert from "node:assert/strict";
import { test } from "node:test";
import type { Word } from "../pdf/word.ts";
import { toLines } from "./lines.ts";

test("the points of a Thai month are another font's than its letters", () => {
  const pieces = [
    ["6", "latin", 40, 46],
    ["ธ", "thai", 49, 55],
    [".", "latin", 55, 58],
    ["ค", "thai", 58, 64],
    [".", "latin", 64, 67],
    ["2567", "latin", 70, 94],
  ] as const;
  const words = pieces.map(([text, font, x0, x1]): Word => {
    return { text, font, x0, x1, baseline: 100, size: 9, box: { ascent: 0.8, descent: -0.2 } };
  });
  const [line] = toLines({ page: 1, width: 595, words } as unknown as Parameters<typeof toLines>[0]);
  assert.deepEqual(
    line?.words.map(({ text }) => text),
    ["6", "ธ.ค.", "2567"],
  );
});
