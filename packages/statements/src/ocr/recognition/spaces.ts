import type { Column } from "./letter-columns.ts";
import type { FoundWord } from "./recognizer.ts";

/** A word, and the columns of ink that it was read from. */
export type InkWord = { text: string; confidence: number; columns: Column[] };

/**
 * What a letter without a column of its own costs (it touches the next one), what a column without a letter, and what
 * each height away from where Tesseract saw the space.
 */
const costs = { letter: 0.15, column: 0.3, away: 0.4 };

/** Wider gaps than this, in heights, say no more; nor do spaces further away. */
const mostGap = 2;

/**
 * Parts columns of ink into words: spaces are where gaps are wide, words have about as many columns as letters, and
 * Tesseract's boxes, which can cover their neighbours, say a little. The division that all three speak for is found
 * by dynamic programming.
 */
export function partedColumns(columns: readonly Column[], words: readonly FoundWord[]): InkWord[] {
  const kept = words.slice(0, columns.length);
  if (kept.length === 0) return [];
  const height = heightOf(columns);
  const bestEnd: number[][] = [];
  let scores = columns.map((_, end) => -misfit(kept[0]!, end + 1));
  for (let word = 1; word < kept.length; word++) {
    const [next, from]: [number[], number[]] = [[], []];
    for (let end = 0; end < columns.length; end++) {
      let [most, best] = [Number.NEGATIVE_INFINITY, -1];
      for (let begin = word; begin <= end; begin++) {
        const score =
          scores[begin - 1]! +
          spaceBefore(columns, begin, kept[word - 1]!, kept[word]!, height) -
          misfit(kept[word]!, end - begin + 1);
        if (score > most) [most, best] = [score, begin];
      }
      next.push(most);
      from.push(best);
    }
    bestEnd.push(from);
    scores = next;
  }
  let end = columns.length;
  return kept
    .map(({ text, confidence }, index) => ({ text, confidence, index }))
    .reverse()
    .map(({ text, confidence, index }) => {
      const begin = index === 0 ? 0 : bestEnd[index - 1]![end - 1]!;
      const own = columns.slice(begin, end);
      end = begin;
      return { text, confidence, columns: own };
    })
    .reverse();
}

function misfit({ text }: FoundWord, columns: number): number {
  const missing = [...text].length - columns;
  return missing > 0 ? costs.letter * missing : -costs.column * missing;
}

function spaceBefore(
  columns: readonly Column[],
  at: number,
  before: FoundWord,
  word: FoundWord,
  height: number,
): number {
  const [last, next] = [columns[at - 1]!, columns[at]!];
  const away = Math.abs((last.right + next.left) / 2 - (before.x1 + word.x0) / 2);
  return Math.min(mostGap, (next.left - last.right) / height) - costs.away * Math.min(mostGap, away / height);
}

/**
 * A space that was not read is at least so wide, in heights of its word, and so many times wider than the gaps between
 * letters: where each letter has a column, and where some touch.
 */
const narrowestSpace = 0.28;
const widerThanGaps = 2.5;
const widerBetween = 1.4;

/** Letters and digits side by side: a month and its day, an amount and its side. */
const digitsAndLetters = /^(\p{L}{2,}\.?)(\d{1,2})$|^(\d{1,2})(\p{L}{3,})$|^(.*\d)(\p{L}{1,2})$/u;

/** A day and October, or what it is called elsewhere, with its O taken for a zero. */
const dayAndOctober = /^(\d{1,2})0([ck]t\.?)$/iu;

/**
 * A word in two, where a space shows between its digits and letters that was not read. Digits are never parted from
 * digits: in much type a 1 stands far from the next one.
 */
export function withSpaces(word: InkWord): InkWord[] {
  const { text, columns } = word;
  const [, day, october] = dayAndOctober.exec(text) ?? [];
  const sides =
    day === undefined
      ? digitsAndLetters
          .exec(text)
          ?.slice(1)
          .filter((part) => part !== undefined)
      : [day, `O${october}`];
  if (!sides || columns.length < 3) return [word];
  const gaps = columns.slice(1).map(({ left }, index) => left - columns[index]!.right);
  const [widest = 0, next = 0] = gaps.toSorted((a, b) => b - a);
  const at = gaps.indexOf(widest) + 1;
  const isWhole = columns.length === [...text].length;
  if (isWhole && [...sides[0]!].length !== at) return [word];
  if (widest < narrowestSpace * heightOf(columns)) return [word];
  if (widest < (isWhole ? widerBetween : widerThanGaps) * Math.max(1, next)) return [word];
  return [
    { ...word, text: sides[0]!, columns: columns.slice(0, at) },
    { ...word, text: sides[1]!, columns: columns.slice(at) },
  ];
}

/** Between the mark of a figure's cents and its digits no space is printed; in type of one width the gap is wide. */
const widestGapInFigure = 0.9;

/** Figures that a space was read into, beside a point or a comma, in one again. */
export function withoutFalseSpaces(words: readonly InkWord[]): InkWord[] {
  const joined: InkWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last && isOneFigure(last, word)) {
      joined[joined.length - 1] = {
        text: last.text + word.text,
        confidence: Math.min(last.confidence, word.confidence),
        columns: [...last.columns, ...word.columns],
      };
    } else joined.push(word);
  }
  return joined;
}

function isOneFigure(left: InkWord, right: InkWord): boolean {
  const gap = right.columns[0]!.left - left.columns.at(-1)!.right;
  if (gap > widestGapInFigure * heightOf([...left.columns, ...right.columns])) return false;
  return /\d[.,]$/.test(left.text)
    ? /^\d{2,3}(?!\d)/.test(right.text)
    : /\d$/.test(left.text) && /^[.,]\d{2}/.test(right.text);
}

function heightOf(columns: readonly Column[]): number {
  const [top, bottom] = [
    Math.min(...columns.map(({ top }) => top)),
    Math.max(...columns.map(({ bottom }) => bottom)),
  ];
  return bottom - top + 1;
}
