import assert from "node:assert/strict";
import { test } from "node:test";
import type { Shape } from "./ink-shapes.ts";
import { printLines } from "./print-lines.ts";

/** Capitals 15 pixels high with their feet at `baseline`, 2 pixels apart. */
function word(left: number, baseline: number, letters: number): Shape[] {
  return Array.from({ length: letters }, (_, index) => {
    const from = left + index * 12;
    return { left: from, right: from + 9, top: baseline - 14, bottom: baseline, area: 60 };
  });
}

const linesOf = (shapes: Shape[]) =>
  printLines(shapes, 200)
    .map(({ left, right, baseline, shapes: own }) => ({ left, right, baseline, count: own.length }))
    .sort((a, b) => a.baseline - b.baseline || a.left - b.left);

test("words of a line are one line, and columns are apart", () => {
  const shapes = [...word(100, 100, 5), ...word(166, 100, 4), ...word(500, 100, 6)];
  assert.deepEqual(linesOf(shapes), [
    { left: 100, right: 211, baseline: 100, count: 9 },
    { left: 500, right: 569, baseline: 100, count: 6 },
  ]);
});

test("a figure between the two lines of a description is a line of its own", () => {
  const shapes = [...word(100, 100, 8), ...word(100, 122, 8), ...word(205, 111, 5)];
  assert.deepEqual(
    linesOf(shapes).map(({ left, baseline }) => [left, baseline]),
    [
      [100, 100],
      [205, 111],
      [100, 122],
    ],
  );
});

test("a comma that hangs below its figure and a dash before it are the figure's", () => {
  const comma = { left: 147, right: 150, top: 97, bottom: 103, area: 14 };
  const dash = { left: 88, right: 94, top: 92, bottom: 93, area: 14 };
  const shapes = [...word(100, 100, 4), ...word(152, 100, 2), comma, dash];
  assert.deepEqual(linesOf(shapes), [{ left: 88, right: 173, baseline: 100, count: 8 }]);
});

test("what is left of a rule under a figure is none of it", () => {
  const rule = { left: 130, right: 190, top: 103, bottom: 103, area: 61 };
  assert.deepEqual(linesOf([...word(100, 100, 6), rule]), [
    { left: 100, right: 169, baseline: 100, count: 6 },
  ]);
});

test("the point of small type is its figure's, though it has two pixels", () => {
  const point = { left: 147, right: 148, top: 100, bottom: 100, area: 2 };
  const shapes = [...word(100, 100, 4), ...word(150, 100, 2), point];
  assert.deepEqual(linesOf(shapes), [{ left: 100, right: 171, baseline: 100, count: 7 }]);
});

test("two letters of two lines that touch join neither the lines nor each other", () => {
  const touching = { left: 148, right: 157, top: 86, bottom: 118, area: 90 };
  const shapes = [
    ...word(100, 100, 4),
    ...word(160, 100, 4),
    ...word(100, 118, 4),
    ...word(160, 118, 4),
    touching,
  ];
  const baselines = linesOf(shapes)
    .filter(({ count }) => count >= 8)
    .map(({ baseline }) => baseline);
  assert.deepEqual(baselines, [100, 118]);
});

test("specks far from print are no lines, and pictures are none", () => {
  const speck = { left: 900, right: 901, top: 900, bottom: 901, area: 4 };
  const picture = { left: 700, right: 1300, top: 100, bottom: 500, area: 9_000 };
  assert.deepEqual(linesOf([speck, picture]), []);
});

test("the grain of a photograph is no print, and costs no time", () => {
  const grain = Array.from({ length: 29_000 }, (_, index) => {
    const [left, top] = [(index % 170) * 9, Math.floor(index / 170) * 12];
    return { left, right: left + 6, top, bottom: top + 7, area: 30 };
  });
  assert.deepEqual(printLines(grain, 200), []);
});

test("a punched hole beside two lines joins neither to the other", () => {
  const hole = { left: 40, right: 89, top: 80, bottom: 129, area: 1960 };
  const lines = linesOf([...word(100, 100, 6), ...word(100, 124, 6), hole]);
  assert.deepEqual(
    lines.map(({ left, count }) => [left, count]),
    [
      [100, 6],
      [100, 6],
    ],
  );
});

test("large slanted letters of a stamp join no lines of print beside them", () => {
  const stamp = [200, 240, 280, 320].map((left, index) => {
    const bottom = 130 - 8 * index;
    return { left, right: left + 30, top: bottom - 38, bottom, area: 500 };
  });
  const rows = [80, 106, 132].flatMap((baseline) => [...word(100, baseline, 6), ...word(370, baseline, 5)]);
  const baselines = linesOf([...rows, ...stamp]).flatMap(({ count, baseline }) =>
    count === stamp.length ? [] : [[count, baseline]],
  );
  assert.deepEqual(
    baselines,
    [80, 106, 132].flatMap((baseline) => [
      [6, baseline],
      [5, baseline],
    ]),
  );
});
