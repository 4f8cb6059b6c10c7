import assert from "node:assert/strict";
import { test } from "node:test";
import type { Shape } from "./ink-shapes.ts";
import { sidewaysPrint } from "./sideways-print.ts";

/** Words of letters over one another, as wide as the letters are high, with 2 pixels between them and 8 between words. */
function upwards(left: number, top: number, ...words: number[]): Shape[] {
  let y = top;
  return words.flatMap((letters) => {
    const word = Array.from({ length: letters }, () => {
      const shape = { left, right: left + 12, top: y, bottom: y + 9, area: 50 };
      y += 12;
      return shape;
    });
    y += 6;
    return word;
  });
}

/** Lines of letters 15 pixels high; `pitch` from line to line. */
const lines = (left: number, top: number, pitch: number, count: number, letters: number): Shape[] =>
  Array.from({ length: count }, (_, line) =>
    Array.from({ length: letters }, (_, at) => {
      const [x, y] = [left + at * 12, top + line * pitch];
      return { left: x, right: x + 9, top: y, bottom: y + 14, area: 60 };
    }),
  ).flat();

test("a line that runs up the margin is found, and the rows beside it are not", () => {
  const margin = upwards(40, 300, 8, 3, 9);
  const found = sidewaysPrint([...margin, ...lines(100, 290, 24, 20, 12)], 200);
  assert.deepEqual(
    [...found].sort((a, b) => a - b),
    margin.map((_, index) => index + 1),
  );
});

test("lines set close, a column of single letters and a few letters over one another are none", () => {
  assert.equal(sidewaysPrint(lines(100, 290, 17, 20, 6), 200).size, 0);
  assert.equal(sidewaysPrint(lines(100, 290, 24, 20, 1), 200).size, 0);
  assert.equal(sidewaysPrint(upwards(40, 300, 6), 200).size, 0);
});

test("of a page that lies on its side nothing is left out", () => {
  const page = [40, 80, 120].flatMap((left) => upwards(left, 100, 8, 9, 7));
  assert.equal(sidewaysPrint(page, 200).size, 0);
});
