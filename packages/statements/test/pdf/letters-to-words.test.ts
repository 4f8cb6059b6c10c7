import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readLines, readPage } from "./read-page.ts";

test("letters that spacing sets further apart than a heading's are words: ps2pdf leaves spaces out so", async () => {
  const texts = async (content: string) =>
    (await readPage(`BT /F 10 Tf 50 200 Td ${content} ET`)).words.map(({ text }) => text);
  assert.deepEqual(await texts("12 Tc (105) Tj"), ["1", "0", "5"]);
  assert.deepEqual(await texts("2.8 Tc (10) Tj 0 Tc 13.9 0 Td (5/01) Tj"), ["1", "0", "5/01"]);
  assert.deepEqual(await texts("2.8 Tc (TOTAL) Tj"), ["TOTAL"]);
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
