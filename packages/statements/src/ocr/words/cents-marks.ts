import type { PictureWord } from "../recognition/recognizer.ts";
import { commonCentsMark, countWithCents, usualCentsMark } from "./figure-glyphs.ts";

/** Right edges of figures under each other differ by less, in heights of their type; what is left of a rule adds to it. */
const alignment = 0.75;

/** So many figures with cents over and under a word, and such a part of all words with digits there, are a column. */
const fewestWithCents = 3;
const mostlyWithCents = 2 / 3;

/** An hour and its minutes as some papers write them: 14.30. */
const time = /^(?:[01]?\d|2[0-3])\.[0-5]\d$/;

export type CentsMark = {
  /** The mark before the cents of figures. */
  mark: string | undefined;
  /** Those under and over this word have it, not only the page's. */
  inColumn: boolean;
  /** They all but never are without cents, and some stand over and some under it. */
  amongCents: boolean;
};

/** For each word the mark that figures in its column have before their cents, or else those of the whole page. */
export function centsMarks(words: readonly PictureWord[]): CentsMark[] {
  const texts = words.map(({ text }) => text);
  const ofPage = commonCentsMark(texts);
  const usual = ofPage ?? usualCentsMark(texts);
  const byEdge = words.filter(({ text }) => /\d/.test(text)).toSorted((a, b) => a.x1 - b.x1);
  return words.map((word) => {
    if (!/\d/.test(word.text)) return { mark: ofPage, inColumn: false, amongCents: false };
    const reach = alignment * word.capHeight;
    const column = byEdge.filter((other) => other !== word && Math.abs(other.x1 - word.x1) <= reach);
    const mark = commonCentsMark(column.map(({ text }) => text));
    const amongCents = isAmongCents(word, column);
    const otherwise = amongCents || !time.test(word.text) ? usual : ofPage;
    return { mark: mark ?? otherwise, inColumn: mark !== undefined || amongCents, amongCents };
  });
}

function isAmongCents(word: PictureWord, column: readonly PictureWord[]): boolean {
  const withCents = countWithCents(column.map(({ text }) => text));
  if (withCents < fewestWithCents || withCents < mostlyWithCents * column.length) return false;
  return (
    column.some(({ baseline }) => baseline < word.baseline) &&
    column.some(({ baseline }) => baseline > word.baseline)
  );
}
