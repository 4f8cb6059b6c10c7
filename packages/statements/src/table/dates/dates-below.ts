import type { Figure } from "../../layout/figures.ts";
import { type DateMark, type MarkedLine, markLine } from "../../layout/marked-line.ts";
import { lineOfWords } from "../../layout/split-line.ts";
import { movedTo } from "../../pdf/word.ts";
import { isRightBelow } from "../draft/row-shape.ts";

/** So many rows with their dates below are no chance. */
const fewest = 3;
/** Lines of a row's text that stand between its amounts and its date, at most. */
const mostBetween = 3;

/** A row whose amounts stand on a line above that of its date; places in the document. */
type Pair = { amounts: number; date: number };

/**
 * Lines in which each row begins with its date, on papers that print it below the row's amounts, before the small print:
 * every line of amounts has one of a date below it, the first of all is one of amounts, and no row prints both together.
 */
export function withDatesBelow(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const pairs = pairsOf(lines);
  if (!pairs) return lines;
  const dated = new Map(pairs.map(({ amounts, date }) => [amounts, lines[date]!]));
  const below = new Set(pairs.map(({ date }) => date));
  const moved: MarkedLine[] = [];
  for (const [at, line] of lines.entries()) {
    const date = dated.get(at);
    if (date) moved.push(markLine(withDate(line, date), moved.length));
    else if (below.has(at)) {
      const rest = line.words.slice(line.dates[0]!.to);
      if (rest.length > 0) moved.push(markLine(lineOfWords(line, rest), moved.length));
    } else moved.push({ ...line, index: moved.length });
  }
  return moved;
}

/** The date takes a place of no width to the left of the row. */
function withDate(line: MarkedLine, { words, dates: [date] }: MarkedLine) {
  const x0 = Math.max(0, line.x0 - 2 * line.size);
  const first = words.slice(date!.from, date!.to).map((word) => movedTo(word, x0, x0));
  return lineOfWords(line, [...first, ...line.words]);
}

function pairsOf(lines: readonly MarkedLine[]): Pair[] | null {
  const together = lines.some((line) => beginsWithDate(line) && amountsOf(line).length > 0);
  const pairs: Pair[] = [];
  const others: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!isOfAmounts(lines[at]!)) continue;
    const date = dateBelow(lines, at);
    if (date === null) {
      if (lines[at]!.dates.length === 0) others.push(at);
      continue;
    }
    pairs.push({ amounts: at, date });
    at = date;
  }
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last || pairs.length < fewest || together) return null;
  // Days above their rows have several below them, and none below the last row.
  const isAmong = (at: number) => at >= first.amounts - 2 && at <= last.date + 2;
  if (others.some(isAmong) || opensWithDate(lines, first.amounts)) return null;
  // Two days on a line of their own are the period of the next account.
  const below = new Set(pairs.map(({ date }) => date));
  const isOther = (line: MarkedLine, at: number) =>
    at > first.amounts && !below.has(at) && beginsWithDate(line) && line.dates.length === 1;
  return lines.some(isOther) ? null : pairs;
}

function dateBelow(lines: readonly MarkedLine[], at: number): number | null {
  for (let next = at + 1; next <= at + mostBetween && next < lines.length; next++) {
    const line = lines[next]!;
    if (!isRightBelow(line, lines[next - 1]!)) return null;
    if (beginsWithDate(line)) return next;
    if (line.dates.length > 0 || amountsOf(line).length > 0) return null;
  }
  return null;
}

/** Whether a date stands right above the first line of amounts: then it may be that row's own. */
function opensWithDate(lines: readonly MarkedLine[], first: number): boolean {
  return [1, 2].some((up) => lines[first - up] && beginsWithDate(lines[first - up]!));
}

function isOfAmounts(line: MarkedLine): boolean {
  const isBalance = line.labels.some(
    ({ value, from }) => from === 0 && (value === "opening" || value === "closing"),
  );
  return !isBalance && line.dates.every((date) => isInText(line, date)) && amountsOf(line).length > 0;
}

/** Whether words stand before a date, which then says no more than "ON 19/01/25 14.43 USD" does. */
function isInText({ words }: MarkedLine, { from }: DateMark): boolean {
  return words.slice(0, from).some(({ text }) => /\p{L}{2}/u.test(text));
}

function beginsWithDate({ dates: [date], figures }: MarkedLine): boolean {
  return date?.from === 0 && !date.short && figures.every(({ from }) => from >= date.to);
}

function amountsOf({ figures }: MarkedLine): Figure[] {
  return figures.filter(({ weak }) => !weak);
}
