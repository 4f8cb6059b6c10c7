import { commonCentsMark } from "./figure-glyphs.ts";
import type { PictureWord } from "./recognizer.ts";

/** Right edges of figures under each other differ by less, in heights of their type; what is left of a rule adds to it. */
const alignment = 0.75;

/** The mark before the cents of figures; `inColumn`: those under and over this word have it, not only the page's. */
export type CentsMark = { mark: string | undefined; inColumn: boolean };

/** For each word the mark that figures in its column have before their cents, or else those of the whole page. */
export function centsMarks(words: readonly PictureWord[]): CentsMark[] {
  const ofPage = commonCentsMark(words.map(({ text }) => text));
  const byEdge = words.filter(({ text }) => /\d/.test(text)).toSorted((a, b) => a.x1 - b.x1);
  return words.map((word) => {
    if (!/\d/.test(word.text)) return { mark: ofPage, inColumn: false };
    const reach = alignment * word.capHeight;
    const column = byEdge.filter((other) => other !== word && Math.abs(other.x1 - word.x1) <= reach);
    const mark = commonCentsMark(column.map(({ text }) => text));
    return { mark: mark ?? ofPage, inColumn: mark !== undefined };
  });
}
