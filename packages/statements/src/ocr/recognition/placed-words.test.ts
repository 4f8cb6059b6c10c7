import assert from "node:assert/strict";
import { test } from "node:test";
import type { Shape } from "../picture/ink-shapes.ts";
import { placedWords } from "./placed-words.ts";

/** Letters 10 pixels wide at these places, on a line at 100. */
const letters = (...lefts: number[]): Shape[] =>
  lefts.map((left) => ({ left, right: left + 9, top: 86, bottom: 100, area: 60 }));

function placed(shapes: Shape[], ...found: [text: string, x0: number, x1: number][]) {
  const numbers = shapes.map((_, index) => index + 1);
  const piece = { left: 100, right: 200, top: 86, bottom: 100, baseline: 100, shapes: numbers };
  const words = found.map(([text, x0, x1]) => ({ text, x0, x1, confidence: 90 }));
  return placedWords({ shapes }, { pieces: [piece], offsets: [-90], zoom: 1 }, words).map(
    ({ text, x0, x1 }) => [text, x0, x1],
  );
}

test("words stand where their ink is, wherever they were said to be", () => {
  const shapes = letters(100, 112, 150, 162);
  const found = placed(shapes, ["12", 6, 40], ["34", 55, 90]);
  assert.deepEqual(found, [
    ["12", 100, 122],
    ["34", 150, 172],
  ]);
});

test("a side that was read into its figure is a word of its own", () => {
  assert.deepEqual(placed(letters(100, 112, 124, 144), ["123S", 10, 65]), [
    ["123", 100, 134],
    ["S", 144, 154],
  ]);
});

test("a space shows that 50ct is a day of October", () => {
  assert.deepEqual(
    placed(letters(100, 118, 130, 142), ["50ct", 10, 65]).map(([text]) => text),
    ["5", "Oct"],
  );
  assert.deepEqual(
    placed(letters(100, 112, 124, 136), ["50ct", 10, 65]).map(([text]) => text),
    ["50ct"],
  );
});

test("a digit that stands far from the next is the same figure's", () => {
  assert.deepEqual(placed(letters(100, 120, 132, 144), ["1250", 10, 65]), [["1250", 100, 154]]);
});

test("type with letters far apart stays one word", () => {
  assert.deepEqual(placed(letters(100, 118, 136, 156), ["1234", 10, 80]), [["1234", 100, 166]]);
});

test("a dot over a letter does not make it two", () => {
  const dot = { left: 113, right: 115, top: 80, bottom: 82, area: 9 };
  const shapes = [...letters(100, 112, 124, 144), dot];
  assert.deepEqual(
    placed(shapes, ["1i3S", 10, 65]).map(([text]) => text),
    ["1i3", "S"],
  );
});

test("a stroke that was read where there is no ink takes none from the next word", () => {
  const found = [
    { text: "~", confidence: 0, x0: 2, x1: 5 },
    { text: " 29.14", confidence: 60, x0: 30, x1: 90 },
  ];
  const shapes = letters(120, 132, 144, 156, 168);
  const numbers = shapes.map((_, index) => index + 1);
  const piece = { left: 120, right: 180, top: 86, bottom: 100, baseline: 100, shapes: numbers };
  const words = placedWords({ shapes }, { pieces: [piece], offsets: [-90], zoom: 1 }, found);
  assert.deepEqual(
    words.map(({ text, x0 }) => [text, x0]),
    [["29.14", 120]],
  );
});

test("a figure that ends with a narrow 1 ends where others under it do", () => {
  const one = { left: 148, right: 152, top: 86, bottom: 100, area: 40 };
  assert.deepEqual(placed([...letters(124, 136), one], ["251", 10, 65]), [["251", 124, 156]]);
  assert.deepEqual(placed(letters(124, 136, 148), ["251", 10, 65]), [["251", 124, 158]]);
});
