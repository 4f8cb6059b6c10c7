import assert from "node:assert/strict";
import { test } from "node:test";
import type { PictureWord } from "../recognition/recognizer.ts";
import { centsMarks } from "./cents-marks.ts";
import { pageWords } from "./page-words.ts";

const frame = { width: 500, height: 800, scale: 1, quarters: 0, turn: 0 };
let row = 0;
const word = (text: string, x1: number, more: Partial<PictureWord> = {}): PictureWord => {
  const bottom = 100 + 20 * row++;
  const place = { x0: x1 - 50, x1, top: bottom - 15, bottom, baseline: bottom, capHeight: 15, shapes: [] };
  return { text, confidence: 95, ...place, ...more };
};

const withCommas = [word("1.200,00", 400), word("-15,50", 401), word("204,10", 399), word("3,75", 400)];
const withPoints = ["7.60", "34.50", "0.25", "12.70", "8.40"].map((text) => word(text, 200));

test("a figure has the mark of those in its column, whatever stands elsewhere", () => {
  const marks = centsMarks([...withCommas, ...withPoints, word("772.29", 402), word("5.00", 203)]);
  assert.deepEqual(
    marks.slice(-2).map(({ mark }) => mark),
    [",", "."],
  );
  const { words } = pageWords(1, frame, [...withCommas, ...withPoints, word("772.29", 402)]);
  assert.equal(words.at(-1)!.text, "772,29");
});

test("a point that shows and was not read is read among figures with cents, and a doubt elsewhere", () => {
  const among = pageWords(1, frame, [...withCommas, word("174549", 402, { marked: "1745.49" })]);
  assert.equal(among.words.at(-1)!.text, "1745,49");
  assert.deepEqual(among.doubts, [{ index: 4, text: "174549" }]);
  const elsewhere = pageWords(1, frame, [...withCommas, word("174549", 90, { marked: "1745.49" })]);
  assert.equal(elsewhere.words.at(-1)!.text, "174549");
  assert.deepEqual(elsewhere.doubts, [{ index: 4, text: "1745,49" }]);
});

test("a figure with a minus that shows is no date, however unsure its digits are", () => {
  const unsure = word("142,44", 400, { marked: "142,44-", confidence: 40 });
  const { words, guesses } = pageWords(1, frame, [...withCommas, unsure]);
  assert.equal(words.at(-1)!.text, "142,44-");
  assert.deepEqual(guesses, []);
});

test("among figures with cents one without is read with them, and as it was seen where that adds up", () => {
  const column = [word("9,80", 400), word("15466", 400, { confidence: 80 }), word("7,25", 400)];
  const { words, doubts } = pageWords(1, frame, [...withCommas, ...column]);
  assert.equal(words.at(-2)!.text, "154,66");
  assert.deepEqual(doubts, [{ index: 5, text: "15466" }]);
  const below = pageWords(1, frame, [...withCommas, word("15466", 400)]);
  assert.equal(below.words.at(-1)!.text, "15466");
});

test("figures in a column have one mark, though faint print shows two", () => {
  const faint = ["1.200.50", "15,60", "204.10", "3,75", "88.20", "41.30"].map((text) => word(text, 400));
  const { words } = pageWords(1, frame, faint);
  assert.deepEqual(
    words.map(({ text }) => text),
    ["1,200.50", "15.60", "204.10", "3.75", "88.20", "41.30"],
  );
});
