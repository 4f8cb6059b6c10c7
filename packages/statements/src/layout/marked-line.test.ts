import assert from "node:assert/strict";
import { test } from "node:test";
import type { Word } from "../pdf/word.ts";
import { markLine } from "./marked-line.ts";

function lineOf(text: string) {
  const words: Word[] = [...text.matchAll(/\S+/g)].map((match) => {
    const x0 = match.index * 6;
    const x1 = x0 + match[0].length * 6;
    const box = [x0, 0, x1 - x0, 10] as const;
    return { text: match[0], x0, x1, baseline: 8, size: 10, font: "f", box };
  });
  const last = words.at(-1)!;
  const place = { page: 1, x0: 0, x1: last.x1, baseline: 8, size: 10, fromRight: false };
  return markLine({ ...place, words }, 0);
}

test("a currency's code is no month, also where a language has one of that name", () => {
  const line = lineOf("2025/12/28  OLD MILL  ZAR 1 405.00");
  assert.deepEqual(
    line.dates.map(({ from, to }) => [from, to]),
    [[0, 1]],
  );
  assert.deepEqual(
    line.figures.map(({ text }) => text),
    ["ZAR 1 405.00"],
  );
  assert.equal(lineOf("28 zář 2025  OLD MILL  1 405.00").dates.length, 1);
});

test("a date whose first number is printed over another one is none: what it is cannot be told", () => {
  const line = lineOf("202 1年4月30日");
  const [year, rest] = line.words as [Word, Word];
  const apart = rest.x0 - year.x1 + 3;
  const words = [year, { ...rest, x0: rest.x0 - apart, x1: rest.x1 - apart }];
  assert.equal(markLine({ ...line, words }, 0).dates.length, 0);
});
