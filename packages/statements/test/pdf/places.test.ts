import assert from "node:assert/strict";
import { test } from "node:test";
import { toLines } from "../../src/layout/lines.ts";
import { boxOf } from "../../src/pdf/word.ts";
import { readLines, readPage } from "./read-page.ts";

/** Widths of Helvetica's letters, in thousandths (Adobe's font metrics). */
const widths: Record<string, number> = { A: 667, V: 667, W: 944, i: 222, l: 222, m: 833, ".": 278, "-": 333 };
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (widths[letter] ?? 556), 0) / 1000;

function near(actual: number | undefined, expected: number, what: string): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 0.02, `${what}: ${actual} for ${expected}`);
}

test("a word begins and ends where its letters do, not where an average letter would", async () => {
  const { words } = await readPage("BT /F 10 Tf 50 200 Td (iiiiii mmmmmm 1.1) Tj ET");
  const starts = [50, 50 + 6 * 2.22 + 2.78, 50 + 6 * 2.22 + 2.78 + 6 * 8.33 + 2.78];
  assert.deepEqual(
    words.map(({ text }) => text),
    ["iiiiii", "mmmmmm", "1.1"],
  );
  for (const [index, word] of words.entries()) {
    near(word.x0, starts[index]!, "begin");
    near(word.x1, starts[index]! + 10 * widthOf(word.text), "end");
    near(word.baseline, 100, "baseline");
    near(boxOf(word)[0], word.x0, "box");
  }
});

test("spacing of letters and words, horizontal scaling and rise", async () => {
  const { words } = await readPage("BT /F 10 Tf 2 Tc 5 Tw 50 Tz 3 Ts 50 200 Td (AV 11) Tj ET");
  const [first, second] = words;
  near(first!.x0, 50, "begin");
  near(first!.x1, 50 + 0.5 * (2 * 6.67 + 2), "end");
  near(second!.x0, 50 + 0.5 * (2 * 6.67 + 4 + 2.78 + 2 + 5), "behind the space");
  near(second!.baseline, 97, "raised");
});

test("an operator that lacks a number is skipped: each word has a place, and the words after it keep theirs", async () => {
  const huge = "9".repeat(308);
  for (const damage of [
    "/x 1 Td",
    "(a) 2 Td",
    "/x -3 TD",
    "/x Tc",
    "(b) Tw",
    "/x Tz",
    "/x Ts",
    "1 0 0 1 /x 9 Tm",
  ]) {
    const { words } = await readPage(`BT /F 10 Tf 50 200 Td ${damage} (AV 11) Tj ET`);
    near(words[0]?.x0, 50, damage);
    near(words[1]?.x0, 50 + 10 * (widthOf("AV") + 0.278), damage);
    near(words[1]?.baseline, 100, damage);
  }
  for (const damage of ["1 0 0 1 /x 2 cm", `${huge} 0 0 ${huge} 0 0 cm`, `1 0 0 1 ${huge} 0 cm`]) {
    const { words } = await readPage(
      `BT /F 10 Tf 50 200 Td (1) Tj ET q ${damage} BT /F 10 Tf 50 180 Td (2) Tj ${huge} ${huge} Td (3) Tj ET Q BT /F 10 Tf 60 200 Td (4) Tj ET`,
    );
    for (const word of words) assert.ok(boxOf(word).every(Number.isFinite), `${damage}: ${word.text}`);
    assert.deepEqual(
      words.filter(({ baseline }) => Math.abs(baseline - 100) < 0.01).map(({ text }) => text),
      ["1", "4"],
      damage,
    );
  }
});

test("kerning moves letters and parts no word; a large step parts one", async () => {
  const { words } = await readPage("BT /F 10 Tf 50 200 Td [(A) 120 (V) -70 (A) -600 (11) 30 (.11)] TJ ET");
  assert.deepEqual(
    words.map(({ text }) => text),
    ["AVA", "11.11"],
  );
  near(words[1]!.x0, 50 + 3 * 6.67 - 1.2 + 0.7 + 6, "after the step");
});

test("a stamp over several lines leaves them apart", async () => {
  const line = (y: number) => `BT /F 9 Tf 1 0 0 1 50 ${y} Tm (line ${y}) Tj ET`;
  const content = `BT /F 60 Tf 1 0 0 1 20 190 Tm (PAID) Tj ET ${line(210)} ${line(200)} ${line(190)} ${line(180)}`;
  assert.deepEqual(await readLines(content), ["line|210", "line|200", "line|190", "line|180", "PAID"]);
});

test("lines set by TD, T* and the quote operators", async () => {
  const content = "BT /F 10 Tf 50 200 Td (a) Tj 0 -20 TD (b) Tj T* (c) Tj (d) ' 1 1 (e) \" ET";
  const { words } = await readPage(content);
  assert.deepEqual(
    words.map(({ text, baseline }) => [text, Math.round(baseline)]),
    [
      ["a", 100],
      ["b", 120],
      ["c", 140],
      ["d", 160],
      ["e", 180],
    ],
  );
});

test("a form inside of a form is moved by both", async () => {
  const form = (content: string, matrix: string) => ({
    dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Matrix [${matrix}] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /Inner 7 0 R >> >>`,
    stream: content,
  });
  const { words } = await readPage({
    content: "q 1 0 0 1 20 10 cm /Outer Do Q",
    resources: "/XObject << /Outer 6 0 R >>",
    objects: [
      form("2 0 0 2 0 0 cm /Inner Do", "1 0 0 1 5 5"),
      form("BT /F 5 Tf 10 10 Td (1.1) Tj ET", "1 0 0 1 1 1"),
    ],
  });
  near(words[0]!.x0, 20 + 5 + 2 * 11, "x");
  near(words[0]!.baseline, 300 - (10 + 5 + 2 * 11), "baseline");
  near(words[0]!.size, 10, "size");
});

const turned: Record<number, (x: number, y: number) => [number, number, number, number, number, number]> = {
  0: (x, y) => [1, 0, 0, 1, x, y],
  90: (x, y) => [0, 1, -1, 0, y, x],
  180: (x, y) => [-1, 0, 0, -1, x, y],
  270: (x, y) => [0, -1, 1, 0, y, x],
};

for (const rotate of [0, 90, 180, 270]) {
  for (const drawn of [0, 90, 180, 270]) {
    test(`a page turned by ${rotate} whose text is drawn at ${drawn}: the same words in the same order`, async () => {
      const matrix = (x: number, y: number) => turned[drawn]!(x, y).join(" ");
      // Along the direction of reading, and then to the next line, whatever way up.
      const along = drawn === 180 || drawn === 270 ? -1 : 1;
      const down = drawn === 0 || drawn === 270 ? -1 : 1;
      const from = along === 1 ? 50 : 200;
      const content = [
        `BT /F 10 Tf ${matrix(from, 150)} Tm (first) Tj ET`,
        `BT /F 10 Tf ${matrix(from + along * 60, 150)} Tm (12.34) Tj ET`,
        `BT /F 10 Tf ${matrix(from, 150 + down * 20)} Tm (second) Tj ET`,
      ].join("\n");
      const page = await readPage({ content, page: `/Rotate ${rotate}` });
      const lines = toLines(page);
      assert.deepEqual(
        lines.map(({ words }) => words.map(({ text }) => text)),
        [["first", "12.34"], ["second"]],
      );
      const [first, amount] = lines[0]!.words;
      near(amount!.x0 - first!.x0, 60, "distance");
      const sideways = rotate % 180 !== 0;
      for (const word of page.words) {
        const [x, y, width, height] = boxOf(word);
        assert.ok(x >= 0 && y >= 0 && x + width <= (sideways ? 300 : 400), "inside of the displayed page");
        assert.ok(y + height <= (sideways ? 400 : 300));
      }
    });
  }
}

test("slanted text is a watermark", async () => {
  const content = "BT /F 10 Tf 50 200 Td (shown) Tj ET BT /F 40 Tf 0.7 0.7 -0.7 0.7 80 50 Tm (COPY) Tj ET";
  assert.deepEqual(await readLines(content), ["shown"]);
});
