import assert from "node:assert/strict";
import { test } from "node:test";
import type { Word } from "../pdf/word.ts";
import { findFigures } from "./figures.ts";

/** Words of a monospaced line: each letter is 6 points wide, so a place in the text is a place on the page. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\S+/g)].map((match) => {
    const x0 = match.index * 6;
    const x1 = x0 + match[0].length * 6;
    const box = [x0, 0, x1 - x0, 10] as const;
    return { text: match[0], x0, x1, baseline: 8, size: 10, font: "f", box };
  });
}

function shown(text: string): string[] {
  return findFigures(wordsOf(text), new Set()).map(({ readings, sign, side, currency, weak }) => {
    const [reading] = readings;
    const number = `${reading!.whole}${reading!.fraction && `.${reading!.fraction}`}`;
    return [number, sign || "", side ?? "", currency ?? "", weak ? "weak" : ""]
      .filter((part) => part !== "")
      .join(" ");
  });
}

test("reads signs, sides and currencies on either side of the digits", () => {
  assert.deepEqual(shown("12.00-"), ["12.00 -1"]);
  assert.deepEqual(shown("(12.00)"), ["12.00 -1"]);
  assert.deepEqual(shown("(RM 12.00)"), ["12.00 -1 MYR"]);
  assert.deepEqual(shown("-$3.00"), ["3.00 -1 $"]);
  assert.deepEqual(shown("1,200.50CR"), ["1200.50 credit"]);
  assert.deepEqual(shown("1,200.50 Dr."), ["1200.50 debit"]);
  assert.deepEqual(shown("SGD 12000.00"), ["12000.00 SGD"]);
  assert.deepEqual(shown("1.200,00 €"), ["1200.00 EUR"]);
  assert.deepEqual(shown("R$ 12,00"), ["12.00 BRL"]);
  assert.deepEqual(shown("− 5,00"), ["5.00 -1"]);
  assert.deepEqual(shown("R 12.00"), ["12.00"]);
  assert.deepEqual(shown("(R 12.00)"), ["12.00 -1"]);
  assert.deepEqual(shown("-R12.00"), ["12.00 -1"]);
  assert.deepEqual(shown("(12,00 kr)"), ["12.00 -1"]);
  assert.deepEqual(shown("100,-"), ["100 weak"]);
});

test("a currency's sign that the font gives as another character does not hide the amount", () => {
  assert.deepEqual(shown("¿2,500.00"), ["2500.00"]);
  assert.deepEqual(shown("` 1,12,500.00 Cr"), ["112500.00 credit"]);
  assert.deepEqual(shown("-\ue0011.250,00"), ["1250.00 -1"]);
  assert.deepEqual(shown("\u0080 12.00-"), ["12.00 -1"]);
  assert.deepEqual(shown("¿12 items"), ["12 weak"]);
});

test("joins thousands that a space parts, and leaves columns apart", () => {
  assert.deepEqual(shown("SHOP    2 958,99    22 766,51"), ["2958.99", "22766.51"]);
  assert.deepEqual(shown("12    345,67"), ["12 weak", "345.67"]);
});

test("a currency between two amounts belongs to the one it stands nearer to", () => {
  assert.deepEqual(shown("£35.00 £ 1,013.65"), ["35.00 GBP", "1013.65 GBP"]);
});

test("a word for a side belongs to the text that it stands nearer to", () => {
  assert.deepEqual(shown("12.00  Pago con tarjeta"), ["12.00"]);
  assert.deepEqual(shown("12.00 CR   Grocer"), ["12.00 credit"]);
  assert.deepEqual(shown("Opening : 12.00  Debits : 9.50  Credits: 7.25"), ["12.00", "9.50", "7.25"]);
});

test("a minus set apart behind its figure, and a dash in a cell of its own", () => {
  // Dashes half a letter height behind what stands before them.
  const signs = (text: string) => {
    const words = wordsOf(text).map((word) =>
      word.text === "-" ? { ...word, x0: word.x0 - 1, x1: word.x1 - 1 } : word,
    );
    return findFigures(words, new Set()).map(({ sign }) => sign);
  };
  assert.deepEqual(signs("12.00 -"), [-1]);
  assert.deepEqual(signs("12.00 -  60.00"), [-1, 0]);
  assert.deepEqual(signs("12.00 - 60.00 -"), [-1, -1]);
});

test("references, shares and masked numbers are no amounts", () => {
  for (const text of ["XXXX1234", "****5678", "2.5%", "2.5 %", "0012", "12:30", "201912345A", "1.2.3"]) {
    assert.deepEqual(
      shown(text).filter((each) => !each.endsWith("weak")),
      [],
      text,
    );
  }
});
