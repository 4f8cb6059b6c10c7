import type { Figure } from "../../layout/figures.ts";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { isRightToLeft } from "../../pdf/printed-text.ts";
import type { TextStarts } from "./text-starts.ts";

/** Words of one text stand at most so many letter heights apart. */
export const widestSpace = 0.45;

/** Whether a figure runs on into a word: "2.50 kg". */
export function isEmbedded(line: MarkedLine, figure: Figure): boolean {
  const [last, next] = [line.words[figure.to - 1]!, line.words[figure.to]];
  // What is read from the right runs on to the left: there the figure stands behind the word.
  if (next && isRightToLeft(next.text)) return false;
  return next !== undefined && next.x0 - last.x1 < 0.8 * next.size && /[\p{L}@]/u.test(next.text);
}

/**
 * Whether a figure ends a text that is read from the right. Further than a space from the edge at which all texts end, it
 * stands in a column beside theirs.
 */
export function endsText(line: MarkedLine, figure: Figure, { left }: TextStarts): boolean {
  const [last, next] = [line.words[figure.to - 1]!, line.words[figure.to]];
  if (next === undefined || !isRightToLeft(next.text)) return false;
  const gap = next.x0 - last.x1;
  const isBesideColumn = gap > widestSpace * next.size && left.some((edge) => Math.abs(edge - next.x0) < 1);
  return gap < 0.8 * next.size && !isBesideColumn;
}

/**
 * Whether a figure runs on from a word, or from numbers that do: "part 1,200.00", "VAT 20% 700.05", "NO 355 7713 90".
 *
 * @param widest the widest blank before it, in letter heights
 */
export function followsWord(line: MarkedLine, figure: Figure, widest = 0.8): boolean {
  let first = figure.from;
  while (isBareNumber(line, first - 1) && !isApart(line, first)) first--;
  return runsOn(line, first, /[\p{L}/%@#]/u, widest);
}

/** Whether a word is a number without the marks of an amount, and no part of a date. */
function isBareNumber({ words, dates }: MarkedLine, at: number): boolean {
  const word = words[at];
  return (
    // Most words begin with a letter.
    word !== undefined &&
    word.text.charCodeAt(0) < 0x3a &&
    /^\d+$/.test(word.text) &&
    dates.every(({ from, to }) => at < from || at >= to)
  );
}

function isApart({ words }: MarkedLine, at: number): boolean {
  return words[at]!.x0 - words[at - 1]!.x1 >= 0.8 * words[at]!.size;
}

/** Whether a word stands close behind one in which `text` is found. */
export function runsOn(line: MarkedLine, at: number, text: RegExp, widest = 0.8): boolean {
  const [before, first] = [line.words[at - 1], line.words[at]!];
  return before !== undefined && first.x0 - before.x1 < widest * first.size && text.test(before.text);
}

/** The figures behind the last word of a line. */
export function trailingFigures(line: MarkedLine): Figure[] {
  const lastWord = plainWords(line).at(-1) ?? -1;
  return line.figures.filter(({ from }) => from > lastWord);
}

/** "Details: Cash withdrawal" is told of one row. */
export function isLabelled({ words }: MarkedLine): boolean {
  const labels = words.filter(({ text }) => /\p{L}:$/u.test(text));
  return labels.length === 1 && labels[0] !== words.at(-1);
}
