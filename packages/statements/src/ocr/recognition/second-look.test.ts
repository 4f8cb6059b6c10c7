import assert from "node:assert/strict";
import { test } from "node:test";
import type { PictureWord } from "./recognizer.ts";
import { hasMarkOf, lookAgain } from "./second-look.ts";

const reading = (text: string) => ({ text, confidence: 80 });

test("of two readings with the same digits, the one with the mark of the cents saw more", () => {
  for (const [marked, bare] of [
    ["18,25", "1825"],
    ["8.795,71", "879571"],
    ["1,158.47-", "115847-"],
    ["8.795,71", "8.79571"],
  ])
    assert.ok(hasMarkOf(reading(marked!), reading(bare!)), `${marked} and ${bare}`);
  for (const [one, other] of [
    ["1825", "18,25"],
    ["18,25", "18.25"],
    ["18,25", "1826"],
    ["02.03", "02.03."],
    ["1.825", "1825"],
  ])
    assert.ok(!hasMarkOf(reading(one!), reading(other!)), `${one} and ${other}`);
});

/** Words with one shape of ink each, as sure as they are said to be. */
function printed(...words: [text: string, confidence: number][]) {
  const [width, height] = [100 * words.length, 40];
  const shapes = words.map((_, index) => ({
    left: 100 * index + 10,
    right: 100 * index + 60,
    top: 10,
    bottom: 25,
    area: 9,
  }));
  const picture = { width, height, pixels: new Uint8Array(width * height).fill(255) };
  const found: PictureWord[] = words.map(([text, confidence], index) => ({
    ...{ text, confidence, x0: 100 * index + 10, x1: 100 * index + 61, top: 10, bottom: 26 },
    ...{ baseline: 26, capHeight: 16, shapes: [index + 1] },
  }));
  return { print: { picture, shapes, labels: new Int32Array(width * height), lines: [] }, found };
}

test("a word that is looked at again is alone in its picture, and dates are sooner than amounts", async () => {
  const { print, found } = printed(["112.50", 80], ["1,113.45", 92], ["1/08", 92], ["118.20", 97]);
  const widths: number[] = [];
  const recognizer = {
    recognize: async (picture: { width: number }) => {
      widths.push(picture.width);
      return [{ text: "1/03", confidence: 96, x0: 0, x1: 9 }];
    },
  };
  const again = await lookAgain(found, print, recognizer);
  assert.deepEqual(widths, [134, 134]);
  assert.deepEqual(
    again.map(({ text }) => text),
    ["1/03", "1,113.45", "1/03", "118.20"],
  );
});

test("of two readings the one that has a shape for each glyph stands, however sure the other is", async () => {
  const { print, found } = printed(["-2", 60]);
  const dash = { left: 2, right: 8, top: 17, bottom: 19, area: 20 };
  const [word] = found;
  const [again] = await lookAgain(
    [{ ...word!, shapes: [1, 2] }],
    { ...print, shapes: [...print.shapes, dash] },
    { recognize: async () => [{ text: "2", confidence: 95, x0: 0, x1: 9 }] },
  );
  assert.equal(again!.text, "-2");
});

test("a reading that only lost a digit which shows in the ink is no doubt, and one without a minus is", async () => {
  const { print, found } = printed(["11", 60]);
  const one = { left: 70, right: 78, top: 10, bottom: 25, area: 60 };
  const [word] = found;
  const again = (text: string, second: typeof one, reading: string) =>
    lookAgain(
      [{ ...word!, text, shapes: [1, 2] }],
      { ...print, shapes: [...print.shapes, second] },
      { recognize: async () => [{ text: reading, confidence: 95, x0: 0, x1: 9 }] },
    );
  const [day] = await again("11", one, "1");
  assert.deepEqual([day!.text, day!.others ?? []], ["11", []]);
  const [debit] = await again("-2", { left: 2, right: 8, top: 17, bottom: 19, area: 20 }, "2");
  assert.ok(debit!.others?.some(({ text }) => text === "2"));
});
