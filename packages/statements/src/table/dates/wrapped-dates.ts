import type { Line } from "../../layout/lines.ts";
import { lineOfWords } from "../../layout/split-line.ts";
import { movedTo, type Word } from "../../pdf/word.ts";
import { findDates, type PrintedDate } from "../../values/printed-date.ts";

/** A date of a narrow cell goes on this many lines below at most, each at most so many letter heights lower. */
const mostLinesBelow = 5;
const mostWords = 8;
const mostCells = 3;
const widestStep = 1.7;
/** A date that is broken once may be chance; cells are narrow in all rows. */
const fewest = 2;

/** A cell of a line: its words, from the first to the one after the last. */
type Cell = { line: number; from: number; to: number };
/** A cell that begins a date, and those below that end it. */
type Join = { first: Cell; rest: Cell[] };

/** Dates that a narrow cell breaks over lines ("20 Feb" above "2024", "02-" above "Feb-" above "24") become whole. */
export function joinWrappedDates(lines: readonly Line[]): Line[] {
  const joins = joinsOf(lines);
  return joins.length < fewest ? [...lines] : apply(lines, joins);
}

function joinsOf(lines: readonly Line[]): Join[] {
  const joins: Join[] = [];
  const used = new Set<Word>();
  const wholeDate = wholeDates();
  for (const [at, line] of lines.entries()) {
    for (const cell of cellsOf(line, at)) {
      const first = line.words[cell.from]!;
      // Most cells do not begin with a digit, and need not be put together.
      if (!/^\d/.test(first.text) || used.has(first)) continue;
      const text = textOf(lines, cell);
      if (!isOpen(text, wholeDate)) continue;
      const rest = restOf(lines, cell, text, used, wholeDate);
      if (rest.length === 0) continue;
      joins.push({ first: cell, rest });
      for (const each of [cell, ...rest]) for (const word of wordsOf(lines, each)) used.add(word);
    }
  }
  return joins;
}

/** The cells below that together with this one are a date; none where they are not. */
function restOf(
  lines: readonly Line[],
  cell: Cell,
  begun: string,
  used: ReadonlySet<Word>,
  wholeDate: WholeDate,
): Cell[] {
  const rest: Cell[] = [];
  let text = begun;
  let last = cell.line;
  for (let below = cell.line + 1; below < Math.min(cell.line + 1 + mostLinesBelow, lines.length); below++) {
    if (!isBelow(lines[below]!, lines[last]!)) break;
    const next = cellsOf(lines[below]!, below).find(
      (each) => !used.has(lines[below]!.words[each.from]!) && isSameCell(lines, cell, each),
    );
    if (!next) continue;
    const added = textOf(lines, next);
    // "7 Feb" above "10" are two days; a year that stands alone has four digits.
    if (added.length > 10 || (!/^\d{4}\.?$/.test(added) && wholeDate(text) !== null)) break;
    text = joinText(text, added);
    rest.push(next);
    last = below;
    if (wholeDate(text)?.readings.every(({ year }) => year !== null)) return rest;
  }
  const isDate = rest.length > 0 && wholeDate(text) !== null;
  return isDate && !isBesideDate(lines, cell, wholeDate) && !areRows(lines, cell, rest) ? rest : [];
}

/** "01." above "05.", each with an amount: two days of a month that is named above them. */
function areRows(lines: readonly Line[], { line }: Cell, rest: readonly Cell[]): boolean {
  return [line, ...rest.map((cell) => cell.line)].every((at) =>
    lines[at]!.words.some(({ text }) => /\d[.,]\d{2}\D{0,3}$/.test(text)),
  );
}

/** "1.  02.01.2025" above "2.  06.01.2025": numbers of rows that print whole dates are no day and month. */
function isBesideDate(lines: readonly Line[], { line, from }: Cell, wholeDate: WholeDate): boolean {
  return cellsOf(lines[line]!, line).some((other) => {
    const date = other.from === from ? null : wholeDate(textOf(lines, other));
    return date?.readings.some(({ year }) => year !== null) ?? false;
  });
}

function isBelow(next: Line, line: Line): boolean {
  return next.page === line.page && next.baseline - line.baseline < widestStep * line.size;
}

/** The cells at the beginning of a line, told by the gaps between them. */
function cellsOf({ words }: Line, line: number): Cell[] {
  const cells: Cell[] = [];
  for (let at = 0; at < Math.min(words.length, mostWords); at++) {
    const last = cells.at(-1);
    const isApart = at > 0 && words[at]!.x0 - words[at - 1]!.x1 >= 0.45 * words[at]!.size;
    if (last && !isApart) last.to = at + 1;
    else if (cells.length === mostCells) break;
    else cells.push({ line, from: at, to: at + 1 });
  }
  return cells;
}

function wordsOf(lines: readonly Line[], { line, from, to }: Cell): Word[] {
  return lines[line]!.words.slice(from, to);
}

function textOf(lines: readonly Line[], cell: Cell): string {
  if (cell.to - cell.from === 1) return lines[cell.line]!.words[cell.from]!.text;
  return wordsOf(lines, cell)
    .map(({ text }) => text)
    .join(" ");
}

/** Whether a cell is the beginning of a date: a day, or a day and month, with no year. */
function isOpen(text: string, wholeDate: WholeDate): boolean {
  return (
    text.length <= 14 &&
    // An amount, as most cells are that begin with a digit.
    !/\d{3}[.,]\d{2}$/.test(text) &&
    (/^\d{1,2}$|[-/.]$/.test(text) || wholeDate(text)?.readings.every(({ year }) => year === null) === true)
  );
}

function isSameCell(lines: readonly Line[], a: Cell, b: Cell): boolean {
  const [above, below] = [lines[a.line]!.words, lines[b.line]!.words];
  const [x0, x1] = [above[a.from]!.x0, above[a.to - 1]!.x1];
  const [r0, r1] = [below[b.from]!.x0, below[b.to - 1]!.x1];
  return Math.abs(x0 - r0) < 2 || Math.abs(x1 - r1) < 2 || Math.abs(x0 + x1 - r0 - r1) < 4;
}

function joinText(first: string, second: string): string {
  return /[-/.]$/.test(first) ? first + second : `${first} ${second}`;
}

/** The date that a text is, if it is nothing else. */
type WholeDate = (text: string) => PrintedDate | null;

/** Remembers the texts of one paper: its days come again row after row. */
function wholeDates(): WholeDate {
  const known = new Map<string, PrintedDate | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const [date] = findDates(text);
    const whole = date && date.start === 0 && date.end >= text.replace(/\.$/, "").length ? date : null;
    known.set(text, whole);
    return whole;
  };
}

function apply(lines: readonly Line[], joins: readonly Join[]): Line[] {
  const moved = new Set<Word>();
  const joinedTo = new Map<Word, Word[]>();
  for (const { first, rest } of joins) {
    const words = rest.flatMap((cell) => wordsOf(lines, cell));
    for (const word of words) moved.add(word);
    joinedTo.set(wordsOf(lines, first).at(-1)!, words);
  }
  return lines.flatMap((line) => {
    if (!line.words.some((word) => moved.has(word) || joinedTo.has(word))) return [line];
    const words = line.words
      .filter((word) => !moved.has(word))
      .flatMap((word) => withRest(word, joinedTo.get(word) ?? []));
    return words.length === 0 ? [] : [lineOfWords(line, words)];
  });
}

/** What is moved takes no width, so that the columns beside it stay where they are. */
function withRest(word: Word, rest: readonly Word[]): Word[] {
  const words = [word];
  for (const next of rest) {
    const last = words.at(-1)!;
    if (/[-/.]$/.test(last.text)) words[words.length - 1] = { ...last, text: last.text + next.text };
    else words.push(movedTo(next, word.x1, word.x1));
  }
  return words;
}
