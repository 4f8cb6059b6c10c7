import type { Word } from "../pdf/word.ts";

/** Words this much larger than most may be stamps, which are printed over at least so many others. */
const larger = 2;
const fewestBelow = 2;
/** A page with more large words than the letters of a few stamps has none. */
const mostLarge = 40;

/**
 * Stamps and watermarks: words much larger than the others, over some of them. They are no part of the lines that they
 * are printed over.
 */
export function stampsOf(words: readonly Word[]): Set<Word> {
  const usual = words.map(({ size }) => size).sort((a, b) => a - b)[words.length >> 1] ?? 0;
  const large = words.filter(({ size }) => size > larger * usual);
  if (large.length > mostLarge) return new Set();
  const over = large.filter(
    (word) => words.filter((other) => other.size < word.size && isOver(word, other)).length >= fewestBelow,
  );
  // Where the letters of a stamp are drawn one by one, some may stand between the words below.
  const isOne = (a: Word, b: Word) => a.size === b.size && Math.abs(a.baseline - b.baseline) < 1;
  return new Set(large.filter((word) => over.some((other) => isOne(word, other))));
}

/** Whether the letters of a word reach over another one. */
function isOver(word: Word, other: Word): boolean {
  const isBeside = word.x1 <= other.x0 || other.x1 <= word.x0;
  const top = word.baseline - 0.7 * word.size;
  return !isBeside && other.baseline > top && other.baseline - 0.5 * other.size < word.baseline;
}
