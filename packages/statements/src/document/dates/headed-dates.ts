import { findFigures } from "../../layout/figures.ts";
import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import type { Header, HeaderCell } from "../../table/headings/header.ts";
import { overlaps } from "../../table/line/span.ts";
import type { DateOrder, DateReading } from "../../values/date-reading.ts";
import { type HeadedDay, headedDays, onlyMonth } from "./headed-days.ts";

/** A column of dates has at least so many, and hardly anything else. */
const fewest = 3;

/** The day and the month of a date in two narrow columns stand at most so many letter heights apart. */
const widestPair = 3;

/** Numbers under a heading of dates: the line, the words, and the two numbers that may be a day and a month. */
type Short = { line: number; word: number; words: number; first: number; second: number };

/**
 * Lines with the days that nothing but the heading above them tells from other numbers: "0102" or "01 02" is the
 * first of February, "5.01" the first of May. They are dates where the whole column can be read so; "04" is, where
 * the statement is of one month.
 *
 * @param headers the lines' own, from top to bottom
 * @returns the lines as they are where there is none
 */
export function withHeadedDates(
  lines: readonly MarkedLine[],
  headers: readonly Header[],
): readonly MarkedLine[] {
  const found = new Map<number, DateMark[]>();
  const take = (line: number, mark: DateMark) => found.set(line, [...(found.get(line) ?? []), mark]);
  const month = onlyMonth(lines);
  for (const [index, { last, cells }] of headers.entries()) {
    const end = headers[index + 1]?.first ?? lines.length;
    for (const cell of cells) {
      if (cell.role !== "date" && cell.role !== "value_date") continue;
      const column = columnOf(lines, last + 1, end, cell);
      for (const short of column) take(short.line, markOf(lines[short.line]!, short));
      if (!month || column.length > 0 || cell.role !== "date") continue;
      for (const day of headedDays(lines, last + 1, end, cell, month))
        take(day.line, markOfDay(lines[day.line]!, day, month));
    }
  }
  if (found.size === 0) return lines;
  return lines.map((line, at) => withDates(line, found.get(at) ?? []));
}

/** The short dates below a heading; none where the column holds others too. */
function columnOf(lines: readonly MarkedLine[], from: number, end: number, cell: HeaderCell): Short[] {
  const column: Short[] = [];
  let others = 0;
  for (let at = from; at < end; at++) {
    const line = lines[at]!;
    if (line.dates.some((date) => overlaps(date, cell))) others++;
    for (let word = 0; word < line.words.length; word++) {
      const { text } = line.words[word]!;
      if (!overlaps(line.words[word]!, cell) || !/\d/.test(text) || isInDate(line, word)) continue;
      const parts = /^(\d{2})(\d{2})$/.exec(text) ?? /^(\d{1,2})\.(\d{2})$/.exec(text);
      const next = parts || column.at(-1)?.line === at ? null : pairedWith(line, word);
      if (!parts && next === null) continue;
      const [first, second] = parts ? [parts[1], parts[2]] : [text, next!];
      column.push({ line: at, word, words: parts ? 1 : 2, first: Number(first), second: Number(second) });
    }
  }
  if (column.length === 0) return column;
  const isEnough = column.length >= fewest || isUnlikeAmounts(column, lines.slice(from, end));
  const isDates = ordersOf(column).length > 0 && isEnough && others * 10 <= column.length;
  return isDates ? column : [];
}

/** "29.01" of one row or two is a day where amounts have a comma before their cents. */
function isUnlikeAmounts(column: readonly Short[], lines: readonly MarkedLine[]): boolean {
  const texts = lines.flatMap(({ figures }) => figures.filter(({ weak }) => !weak).map(({ text }) => text));
  const isShort = (text: string) => /^\d{2}\.\d{2}$/.test(text);
  return (
    column.every(({ word, words }) => words === 1 && word > 0) &&
    texts.some((text) => !isShort(text)) &&
    texts.every((text) => isShort(text) || /,\d{2}(?!\d)/.test(text))
  );
}

/** The other of two numbers that stand beside one another, "03 12": two columns of their own, or one. */
function pairedWith({ words }: MarkedLine, at: number): string | null {
  const [first, second] = [words[at]!, words[at + 1]];
  if (!second || ![first, second].every(({ text }) => /^\d{2}$/.test(text))) return null;
  return second.x0 - first.x1 <= widestPair * first.size ? second.text : null;
}

function isInDate({ dates }: MarkedLine, word: number): boolean {
  return dates.some(({ from, to }) => word >= from && word < to);
}

function ordersOf(column: readonly Short[]): DateOrder[] {
  const dayFirst = column.every(({ first, second }) => isDay(second, first));
  const monthFirst = column.every(({ first, second }) => isDay(first, second));
  return [...(dayFirst ? (["dmy"] as const) : []), ...(monthFirst ? (["mdy"] as const) : [])];
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 ? 29 : 31);
}

function markOf(line: MarkedLine, { word, words, first, second }: Short): DateMark {
  const readings: DateReading[] = [];
  if (isDay(second, first)) readings.push({ order: "dmy", year: null, month: second, day: first });
  if (isDay(first, second)) readings.push({ order: "mdy", year: null, month: first, day: second });
  const [{ x0 }, { x1 }] = [line.words[word]!, line.words[word + words - 1]!];
  return { from: word, to: word + words, x0, x1, readings, short: false };
}

function markOfDay(
  { words }: MarkedLine,
  { word, day }: HeadedDay,
  { year, month }: { year: number; month: number },
): DateMark {
  const { x0, x1 } = words[word]!;
  const readings: DateReading[] = [{ order: "named", year, month, day }];
  return { from: word, to: word + 1, x0, x1, readings, short: false };
}

/** A line with more dates: what they cover is no figure. */
export function withDates(line: MarkedLine, marks: readonly DateMark[]): MarkedLine {
  if (marks.length === 0) return line;
  const dates = [...line.dates, ...marks].sort((a, b) => a.from - b.from);
  const taken = new Set(
    dates.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)),
  );
  return { ...line, dates, figures: findFigures(line.words, taken, line.fromRight) };
}
