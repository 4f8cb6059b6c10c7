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
  const usual = usualSize(words);
  const large = words.filter(({ size }) => size > larger * usual);
  if (large.length === 0 || large.length > mostLarge) return new Set();
  const small = words.filter(({ size }) => size <= larger * usual);
  const over = large.filter(
    (word) =>
      words.filter((other) => other.size < word.size && isOver(word, other)).length >= fewestBelow ||
      isBetween(
        large.filter((other) => isOne(word, other)),
        small,
      ),
  );
  // Where the letters of a stamp are drawn one by one, some may stand between the words below.
  return new Set(large.filter((word) => over.some((other) => isOne(word, other))));
}

/** The size at the middle of all. On most pages more than half of the words have it, and none have to be sorted. */
function usualSize(words: readonly Word[]): number {
  let candidate = 0;
  let ahead = 0;
  for (const { size } of words) {
    if (ahead === 0) candidate = size;
    ahead += size === candidate ? 1 : -1;
  }
  let alike = 0;
  for (const { size } of words) if (size === candidate) alike++;
  if (alike * 2 > words.length) return candidate;
  const sizes = Float64Array.from(words, ({ size }) => size).sort();
  return sizes[words.length >> 1] ?? 0;
}

function isOne(a: Word, b: Word): boolean {
  return a.size === b.size && Math.abs(a.baseline - b.baseline) < 1;
}

/** Whether the letters of a word reach over another one. */
function isOver(word: Word, other: Word): boolean {
  const isBeside = word.x1 <= other.x0 || other.x1 <= word.x0;
  return !isBeside && isAsHigh(word, other);
}

function isAsHigh(word: Word, other: Word): boolean {
  const top = word.baseline - 0.7 * word.size;
  return other.baseline > top && other.baseline - 0.5 * other.size < word.baseline;
}

/** Whether large words fill the gap between the texts and the amounts of so many rows, over none of them. */
function isBetween(large: readonly Word[], small: readonly Word[]): boolean {
  if (!large.some(({ text }) => /\p{L}/u.test(text))) return false;
  const [x0, x1] = [Math.min(...large.map((word) => word.x0)), Math.max(...large.map((word) => word.x1))];
  const beside = small.filter((word) => isAsHigh(large[0]!, word));
  const lines = [...Map.groupBy(beside, ({ baseline }) => Math.round(baseline)).values()];
  const across = lines.filter(
    (line) => line.some((word) => word.x1 <= x0) && line.some((word) => word.x0 >= x1),
  );
  return across.length >= fewestBelow || (across.length > 0 && lines.length > fewestBelow);
}
