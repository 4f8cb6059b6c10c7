import type { Word } from "../pdf/word.ts";
import type { Line } from "./lines.ts";
import { gapBefore } from "./mark-or-text.ts";

/** So many amounts with a mark between their thousands say how the paper prints them, if no more have a blank there. */
const fewestMarked = 3;
/** Words stand as close as the parts of a number do. */
const widestBlank = 0.7;

const marked = /\d(?:[.'’´]\d{3})+,\d{2}(?!\d)|\d(?:[,'’´]\d{3})+\.\d{2}(?!\d)/;

/**
 * "GROCER 118 275,00" on a paper that prints "1.575,00": the number ends a text and is no part of the amount behind it, where
 * many amounts have a mark between their thousands and few a blank.
 */
export function withNumbersApart(lines: readonly Line[]): readonly Line[] {
  const spaced = new Set(lines.flatMap(({ words }) => words.filter((_, at) => isSpaced(words, at))));
  if (spaced.size === 0) return lines;
  let count = 0;
  for (const { words } of lines) for (const { text } of words) count += Number(marked.test(text));
  if (count < Math.max(fewestMarked, spaced.size)) return lines;
  return lines.map((line) =>
    line.words.some((word) => spaced.has(word))
      ? { ...line, words: line.words.map((word) => (spaced.has(word) ? { ...word, isWhole: true } : word)) }
      : line,
  );
}

/** "275,00" right behind a number of up to three digits. */
function isSpaced(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  return (
    before !== undefined &&
    /^\d{3}[.,]\d{2}(?!\d)/.test(words[at]!.text) &&
    /^[1-9]\d{0,2}$/.test(before.text) &&
    gapBefore(words, at) <= widestBlank
  );
}
