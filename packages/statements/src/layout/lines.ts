import { fitted } from "../fitted.ts";
import { inReadingOrder, isPrintedBackwards, isRightToLeft } from "../pdf/printed-text.ts";
import type { Word } from "../pdf/word.ts";
import type { PageWords } from "../pdf/words.ts";
import { partAmounts, partGlued, partTouching } from "./glued-labels.ts";
import { join, joinPieces, joinTracked } from "./joined-pieces.ts";
import { partLeaders } from "./leaders.ts";
import { blotOverprints } from "./overprints.ts";
import { stampsOf } from "./stamps.ts";

/** Words on one baseline, from left to right. */
export type Line = {
  page: number;
  words: Word[];
  x0: number;
  x1: number;
  baseline: number;
  size: number;
  /** Whether its page is read from the right. */
  fromRight: boolean;
};

/** Lines of a page from top to bottom. Text drawn twice over itself (fake bold, shadows) counts once. */
export function toLines({ page, words }: PageWords): Line[] {
  const stamps = stampsOf(words);
  const own = stamps.size === 0 ? words : words.filter((word) => !stamps.has(word));
  const sorted = own.toSorted((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const lines: Word[][] = [];
  let current: Word[] = [];
  let baseline = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const word of sorted) {
    // A huge word (a stamp, a watermark) does not draw the lines around it into its own.
    if (word.baseline - baseline > 0.35 * Math.min(word.size, 2 * size)) {
      current = [];
      lines.push(current);
      ({ baseline, size } = word);
    }
    current.push(word);
  }
  const joined = lines.map((each) => {
    each.sort((a, b) => a.x0 - b.x0);
    const pieces = joinTracked(joinPieces(blotOverprints(withoutEchoes(each))));
    return partGlued(partLeaders(partAmounts(partTouching(pieces))));
  });
  const runsLeft = joined.map((each) => each.some(({ text }) => isRightToLeft(text)));
  const isBackwards =
    runsLeft.includes(true) && isPrintedBackwards(joined.flatMap((each) => each.map(({ text }) => text)));
  // Lines of numbers and Latin names alone stand on such a page too.
  const fromRight = runsLeft.filter(Boolean).length * 4 > joined.length;
  const read = joined.map((each, at) =>
    toLine(page, runsLeft[at] ? readRightToLeft(each, isBackwards) : each, fromRight),
  );
  // "COPY 2024": a number that is printed over the rows is none of their amounts.
  const named = [...stamps].filter(({ text }) => /\p{L}/u.test(text));
  return [...read, ...named.map((word) => toLine(page, [word], fromRight))];
}

function toLine(page: number, words: readonly Word[], fromRight: boolean): Line {
  const [first] = words as [Word];
  let { x0, x1 } = first;
  for (const word of words) {
    if (word.x0 < x0) x0 = word.x0;
    if (word.x1 > x1) x1 = word.x1;
  }
  return {
    page,
    words: fitted(words),
    x0,
    x1,
    baseline: first.baseline,
    size: usualSize(words),
    fromRight,
  };
}

function usualSize(words: readonly Word[]): number {
  const { size } = words[0]!;
  if (words.every((word) => word.size === size)) return size;
  const sizes = words.map((word) => word.size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1]!;
}

/** The same letters over one another; two letters beside one another overlap much less, however narrow. */
function withoutEchoes(words: Word[]): Word[] {
  const kept: Word[] = [];
  for (const word of words) {
    const reach = Math.min(0.2 * word.size, 0.45 * (word.x1 - word.x0));
    let isEcho = false;
    for (let before = kept.length - 1; before >= 0; before--) {
      const other = kept[before]!;
      if (word.x0 - other.x0 > 0.2 * word.size) break;
      if (other.text === word.text && word.x0 - other.x0 <= reach) {
        isEcho = true;
        break;
      }
    }
    if (!isEcho) kept.push(word);
  }
  return kept;
}

/**
 * Words of right-to-left scripts that stand close together are read from the right: they become one word of several,
 * in their order of reading.
 */
function readRightToLeft(words: readonly Word[], isBackwards: boolean): Word[] {
  const read = words.map((word) =>
    isRightToLeft(word.text) && !isBackwards
      ? { ...word, text: inReadingOrder(word.text), printed: undefined }
      : word,
  );
  const result: Word[] = [];
  for (const word of read as Word[]) {
    if (word.printed === undefined) delete word.printed;
    const last = result.at(-1);
    // A drawn space parts words, and a gap of its width without one columns.
    const widest = last?.isEnd || word.isBegin ? 0.75 : 0.45;
    const isClose = last && word.x0 - last.x1 < widest * word.size;
    if (isClose && isRightToLeft(word.text) && isRightToLeft(last.text))
      result[result.length - 1] = join(
        last,
        word,
        isBackwards ? `${last.text} ${word.text}` : `${word.text} ${last.text}`,
      );
    else result.push(word);
  }
  return result;
}
