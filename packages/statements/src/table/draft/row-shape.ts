import { type DateMark, type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import type { Word } from "../../pdf/word.ts";
import { formOf } from "../line/date-form.ts";
import type { Draft } from "./drafts.ts";

/** Baselines of one table's lines are at most this many letter heights apart. */
const widestStep = 2.6;
const mostLinesOfRow = 24;

/** Whether a line stands on the same page as another above it, at most a table's step below. */
export function isRightBelow(line: MarkedLine, above: MarkedLine, step = widestStep): boolean {
  return (
    line.page === above.page &&
    line.baseline - above.baseline <= step * Math.max(line.size, above.size) &&
    line.baseline > above.baseline
  );
}

/** Where the text of a row begins: behind its date, or before it where the date is not the first column. */
export function textLeft(row: Draft): number {
  const start = row.lines[0]!;
  if (!row.dated) return textWords(row, start)[0]?.x0 ?? start.x0 - 1;
  const number = numberAsText(row);
  if (number) return number.x0;
  const left = followsText(row) ? start.x0 - 1 : Math.max(row.date.x1 - 1, 0);
  const first = followsText(row) ? firstText(start, left) : textBehindDate(row);
  if (first !== null) return first;
  // In a grid the text may stand above and below the line of the date.
  const beside = [...row.before, ...row.lines.slice(1, row.cells)].map((line) => firstText(line, 0) ?? left);
  return beside.length > 0 ? Math.min(...beside) : left;
}

function firstText(line: MarkedLine, left: number): number | null {
  return (
    plainWords(line)
      .map((index) => line.words[index]!.x0)
      .find((x0) => x0 >= left) ?? null
  );
}

/** Text may begin with a number, or with what looks like a date ("24/7 SHOP"), if not like the row's own. */
function textBehindDate(row: Draft): number | null {
  const start = row.lines[0]!;
  const heading = row.header?.cells.find(({ role }) => role === "description");
  const isHeaded = ({ x0 }: DateMark) => heading !== undefined && Math.abs(x0 - heading.x0) < 2;
  const alike = start.dates.filter(
    (date) => date === row.date || (formOf(start, date) === formOf(start, row.date) && !isHeaded(date)),
  );
  const isAmount = (at: number) =>
    row.figures.some(({ line, figure }) => line === start && at >= figure.from && at < figure.to);
  for (let at = row.date.to; at < start.words.length; at++) {
    const { text, x0 } = start.words[at]!;
    const isDate = alike.some(({ from, to }) => at >= from && at < to);
    if (!isDate && !isFiller(text) && !isAmount(at)) return x0;
  }
  return null;
}

/** Signs that stand for an empty cell, or part columns; others (")))" for a contactless card) are text. */
function isFiller(text: string): boolean {
  return /^[-−–—*+|.,:;/•·]*$/u.test(text);
}

/** Whether the date stands behind the text of its row. */
function followsText(row: Draft): boolean {
  const before = row.lines[0]!.words.slice(0, row.date.from);
  // Before a row's number or its date few letters stand; where one reads from the right the text may be "E2E-39750/44".
  return before.some(({ text }) => /\p{L}{2}/u.test(text) || (isMirrored(row) && /\p{L}/u.test(text)));
}

/** Read from the right, what stands between the amounts and the date is text without letters too: "80.00  07/16/23  31.12.2023". */
function numberAsText(row: Draft): Word | undefined {
  const start = row.lines[0]!;
  if (!start.fromRight || !isMirrored(row) || followsText(row)) return undefined;
  const own = row.figures.filter(({ line }) => line === start).map(({ figure }) => figure.to);
  return start.words.slice(Math.max(0, ...own), row.date.from).find(({ text }) => /\d/.test(text));
}

/** The words of a line that are none of the row's amounts: numbers and dates inside of its text are. */
function textWords({ figures }: Draft, line: MarkedLine): Word[] {
  const own = figures.filter((each) => each.line === line).map(({ figure }) => figure);
  return line.words.filter((_, at) => !own.some(({ from, to }) => at >= from && at < to));
}

/** The text of a row that stands before its date and behind its amounts, as where one reads from the right; else empty. */
function textBehindAmounts(row: Draft): Word[] {
  const start = row.lines[0]!;
  if (row.dated && !followsText(row)) return [];
  const text = textWords(row, start).filter(({ x0 }) => !row.dated || x0 < row.date.x0);
  const left = text.reduce((least, { x0 }) => Math.min(least, x0), start.x1);
  return row.figures.length > 0 && row.figures.every(({ figure }) => figure.x1 <= left) ? text : [];
}

/** Whether a row is read from the right: its date, or that of the row above, stands to the right of all else. */
function isMirrored({ dated, date, lines }: Draft): boolean {
  const [line] = lines as [MarkedLine];
  if (!dated) return isLeftOf(line, date);
  // A time may stand behind the date.
  return date.from > 0 && line.words.slice(date.to).every(({ text }) => !/\p{L}/u.test(text));
}

/** Whether a line lies to the left of the date of a row that is read from the right. */
function isBesideDate(row: Draft, line: MarkedLine): boolean {
  return isMirrored(row) && isLeftOf(line, row.date);
}

/** Whether a line lies to the left of a date, but for the row's number, which may stand on the other side of it. */
function isLeftOf({ words }: MarkedLine, date: DateMark): boolean {
  const isNumber = ({ text, x0 }: Word) => x0 >= date.x1 - 1 && /^\d{1,6}\.?$/.test(text);
  return words.every((word) => word.x1 <= date.x0 + 1 || isNumber(word));
}

/** Whether a line lies on the side of its date where a row goes on, so that its column of dates is empty. */
export function startsBehindDate(row: Draft, line: MarkedLine): boolean {
  return line.x0 >= row.date.x1 - 1 || isBesideDate(row, line);
}

/** Whether a line belongs to the row above it: close below, and not to the left of its text. */
export function continues(row: Draft, line: MarkedLine, hasAmounts: boolean): boolean {
  const last = row.lines.at(-1)!;
  if (row.lines.length > mostLinesOfRow || !isRightBelow(line, last)) return false;
  return isInText(row, line) || (hasAmounts && startsBehindDate(row, line));
}

/** Whether a line may hold the rest of a row that has no amount yet: close below, not to the left of all of it. */
export function completesRow(row: Draft, line: MarkedLine): boolean {
  return (
    row.figures.length === 0 &&
    row.label === null &&
    row.lines.length <= mostLinesOfRow &&
    isRightBelow(line, row.lines.at(-1)!) &&
    (line.x0 >= row.lines[0]!.x0 - line.size ||
      alignsWithText(row, line) ||
      isBesideDate(row, line) ||
      (line.fromRight && isMirrored(row) && line.x1 <= row.lines[0]!.x1 + line.size))
  );
}

export function isInText(row: Draft, line: MarkedLine): boolean {
  return line.x0 >= textLeft(row) - 0.5 * line.size || alignsWithText(row, line);
}

/** Whether a line with amounts at its left has text where that of the row begins or ends. */
function alignsWithText(row: Draft, line: MarkedLine): boolean {
  const text = textBehindAmounts(row);
  if (text.length === 0) return false;
  const left = Math.min(...text.map(({ x0 }) => x0));
  const right = Math.max(...text.map(({ x1 }) => x1));
  const near = 0.5 * line.size;
  const isAmount = (at: number) => line.figures.some(({ from, to, weak }) => !weak && at >= from && at < to);
  return (
    Math.abs(line.x1 - right) < near ||
    line.words.some(({ x0 }, at) => Math.abs(x0 - left) < near && !isAmount(at))
  );
}
