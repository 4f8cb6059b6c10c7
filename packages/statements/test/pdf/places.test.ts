import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
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

test("letters that spacing sets further apart than a heading's are words: ps2pdf leaves spaces out so", async () => {
  const texts = async (content: string) =>
    (await readPage(`BT /F 10 Tf 50 200 Td ${content} ET`)).words.map(({ text }) => text);
  assert.deepEqual(await texts("12 Tc (105) Tj"), ["1", "0", "5"]);
  assert.deepEqual(await texts("2.8 Tc (10) Tj 0 Tc 13.9 0 Td (5/01) Tj"), ["1", "0", "5/01"]);
  assert.deepEqual(await texts("2.8 Tc (TOTAL) Tj"), ["TOTAL"]);
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

test("a letter pulled far over the one before is of the same word", async () => {
  const content = "BT /F 12 Tf 50 200 Td (T) Tj ET BT /F 12 Tf 1 0 0 1 55.3 200 Tm (otal 1.00) Tj ET";
  assert.deepEqual(await readLines(content), ["Total|1.00"]);
});

test("an amount split where its thousands end is one", async () => {
  const content = "BT /C 10 Tf 50 200 Td (3.03) Tj ET BT /C 10 Tf 1 0 0 1 74 200 Tm (5,85) Tj ET";
  assert.deepEqual(await readLines(content), ["3.035,85"]);
});

test("marks drawn by themselves, raised and over the letter, stay on it", async () => {
  const shown = (characters: string, x: number, y: number) =>
    `BT /F 10 Tf 1 0 0 1 ${x} ${y} Tm <${characters}> Tj ET`;
  const table = {
    stream:
      "begincmap 1 begincodespacerange <00> <ff> endcodespacerange 3 beginbfchar <41> <0E23> <42> <0E31> <43> <0E1A> endbfchar endcmap",
  };
  // Courier's letters are 6 points wide at this size, the mark's too.
  const content = [shown("41", 50, 200), shown("42", 55.5, 198.5), shown("43", 56, 200)].join("\n");
  const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 6 0 R >>";
  assert.deepEqual(await readLines({ content, font, objects: [table] }), ["\u0e23\u0e31\u0e1a"]);
});

test("a number whose marks come from another font is one", async () => {
  const content =
    "BT /F 10 Tf 50 200 Td (52) Tj /C 10 Tf (,) Tj /F 10 Tf (345) Tj /C 10 Tf (.) Tj /F 10 Tf (00) Tj ET BT /F 10 Tf 1 0 0 1 150 200 Tm (7.10) Tj ET";
  assert.deepEqual(await readLines(content), ["52,345.00|7.10"]);
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

const word = fc.stringMatching(/^[A-Za-z]{1,9}$|^-?[1-9]\d{0,2}(\.\d\d)?$/);
// Four single letters a blank apart are one word: see "letters set far apart" below.
const wordsOfLine = fc
  .array(word, { minLength: 1, maxLength: 5 })
  .filter((words) => !/(^| )([A-Za-z] ){3}[A-Za-z]( |$)/.test(words.join(" ")));

test("letter by letter, in pieces, in any order: the words that were meant", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(wordsOfLine, { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.nat(1_000_000)),
      async (lines, noise) => {
        const next = () => noise.next().value as number;
        const operators: { order: number; text: string }[] = [];
        lines.forEach((words, row) => {
          let x = 20;
          for (const text of words) {
            for (let at = 0; at < text.length; ) {
              const piece = text.slice(at, at + 1 + (next() % 3));
              const shown = `BT /C 8 Tf 1 0 0 1 ${(x + at * 4.8).toFixed(3)} ${250 - row * 15} Tm (${piece}) Tj ET`;
              operators.push({ order: next(), text: shown });
              at += piece.length;
            }
            x += (text.length + 1) * 4.8;
          }
        });
        operators.sort((a, b) => a.order - b.order);
        const content = operators.map(({ text }) => text).join("\n");
        assert.deepEqual(
          await readLines(content),
          lines.map((words) => words.join("|")),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test("headings that touch are two words, and a word with a capital inside that is drawn in pieces is one", async () => {
  const drawn = (pieces: readonly string[]) => {
    let x = 50;
    return pieces
      .map((piece) => {
        const shown = `BT /C 8 Tf 1 0 0 1 ${x.toFixed(3)} 200 Tm (${piece}) Tj ET`;
        x += piece.length * 4.8;
        return shown;
      })
      .join("\n");
  };
  assert.deepEqual(await readLines(drawn(["Buchungsdatum", "Betrag"])), ["Buchungsdatum|Betrag"]);
  assert.deepEqual(await readLines(drawn(["Mo", "bil", "ePa", "y"])), ["MobilePay"]);
  assert.deepEqual(await readLines(drawn(["Mob", "ile", "Pay"])), ["MobilePay"]);
  // "Dk", "nap" and "sh" head columns in some language, and are the ends and beginnings of any word.
  const apart = (word: string) => `${drawn([word])}\nBT /C 8 Tf 1 0 0 1 120 200 Tm (1) Tj ET`;
  for (const word of ["DkNaP", "shCo"]) assert.deepEqual(await readLines(apart(word)), [`${word}|1`]);
  assert.deepEqual(await readLines(apart("TypeAmount")), ["Type|Amount|1"]);
});

test("two amounts that touch stay two", async () => {
  const content = "BT /F 10 Tf 50 200 Td (1,234.56) Tj ET BT /F 10 Tf 1 0 0 1 90.2 200 Tm (7,890.12) Tj ET";
  assert.deepEqual(await readLines(content), ["1,234.56|7,890.12"]);
});

test("letters set far apart are one word, words set far apart are several", async () => {
  const content = "BT /F 10 Tf 50 200 Td [(B) -400 (A) -400 (L) -400 (A) -400 (N) -400 (C) -400 (E)] TJ ET";
  assert.deepEqual(await readLines(content), ["BALANCE"]);
  // One by one and a blank apart: four are a word, of three nobody knows, and a blank that is drawn parts words.
  const apart = (letters: string) =>
    [...letters].map((letter, at) => `BT /C 8 Tf ${20 + at * 9.6} 250 Td (${letter}) Tj ET`).join("\n");
  assert.deepEqual(await readLines(apart("aAaA1")), ["aAaA|1"]);
  assert.deepEqual(await readLines(apart("aAa1")), ["a|A|a|1"]);
  assert.deepEqual(await readLines("BT /C 8 Tf 20 250 Td (a A a A 1) Tj ET"), ["a|A|a|A|1"]);
  const columns = "BT /F 10 Tf 50 200 Td [(A) -3000 (B) -3000 (C) -3000 (D)] TJ ET";
  assert.deepEqual(await readLines(columns), ["A|B|C|D"]);
});

test("drawn twice a little apart (fake bold) is there once, double letters stay double", async () => {
  const twice = (text: string, x: number, y: number) =>
    `BT /F 10 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET BT /F 10 Tf 1 0 0 1 ${x + 0.4} ${y - 0.2} Tm (${text}) Tj ET`;
  const letters = [..."ill 11"].map((letter, at) =>
    twice(letter, [50, 52.22, 54.44, 56.66, 59.44, 65][at]!, 150),
  );
  assert.deepEqual(await readLines([twice("Total 1,100.11", 50, 200), ...letters].join("\n")), [
    "Total|1,100.11",
    "ill|11",
  ]);
});
