import type { Figure } from "../../layout/figures.ts";
import { type DateMark, type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { isNumbered } from "../dates/row-numbers.ts";
import { isInPlace } from "../dates/start-date.ts";
import type { Draft, Entry } from "../draft/drafts.ts";
import { completesRow, isInText, isRightBelow, startsBehindDate } from "../draft/row-shape.ts";
import type { Header, HeaderCell } from "../headings/header.ts";
import { isAsideTitle } from "../labels/labels.ts";
import { formOf } from "../line/date-form.ts";
import { namesAccount } from "../line/names-account.ts";
import { overlaps } from "../line/span.ts";
import { type DocumentShape, isFirstOfPage, isFurtherOn, leadsPage } from "./document-shape.ts";

/** What stands above a line: whether it goes on with that is told here, and what becomes of it by the builder of rows. */
export type TableSoFar = {
  readonly entries: readonly Entry[];
  readonly shape: DocumentShape;
  header: Header | null;
  /** The row that text below would continue. */
  current: Draft | null;
  /** The last row, and the last line that belonged to its table. */
  lastRow: Draft | null;
  lastLine: MarkedLine | null;
  /** The date of a line of its own that the rows below it share. */
  day: DateMark | null;
  /** Whether a row did not print its date. */
  inheritsDates: boolean;
  /** Whether a row has begun with its number, without a date or an amount yet. */
  opensNumbered: boolean;
  /** The line whose figures stand below their words. */
  told: MarkedLine | null;
};

/**
 * Whether a date is none of a row: its day of value alone, below its own words beside a figure, or in the text of a row that has
 * no amount yet: where none of the rows has its own, much further in than the row's, or in another form.
 */
export function isDateInText(table: TableSoFar, line: MarkedLine, date: DateMark): boolean {
  const { entries, current, header, shape, told } = table;
  if (isValueDateAlone(table, date)) return true;
  // The day by which the figure beside it is due, both below their words.
  if (line === told && plainWords(line).length === 0) return true;
  if (current === null || !completesRow(current, line)) return false;
  if (!isInPlace(date, header, shape.dates)) return true;
  const [first] = current.lines as [MarkedLine];
  // What is read from the right begins at the right.
  const isFromRight = current.date.to === first.words.length && date.to === line.words.length;
  if (!current.dated || (current.date.from > 0 && !isFromRight)) return false;
  if (!isFromRight && (date.from > 0 || line.x0 > first.x0 + 3 * line.size)) return true;
  const form = formOf(line, date);
  return form !== formOf(first, current.date) && !hasRowOfForm(entries, form, current);
}

/** Whether nothing but the day of value stands in a row, on a paper that prints each day of booking once under a heading of its own. */
function isValueDateAlone({ header, lastRow }: TableSoFar, date: DateMark): boolean {
  const under = (role: HeaderCell["role"], mark: DateMark) =>
    header?.cells.some((cell) => cell.role === role && overlaps(cell, mark)) === true;
  if (lastRow === null || !under("value_date", date) || under("date", date)) return false;
  return lastRow.date.x1 < date.x0 && under("date", lastRow.date);
}

/** Whether the last row with its amount beside its date has one of this form; the row in hand may begin with a second date. */
function hasRowOfForm(entries: readonly Entry[], form: string, current: Draft): boolean {
  const row = entries.findLast(
    (entry) =>
      entry.type === "draft" &&
      entry.draft !== current &&
      entry.draft.dated &&
      entry.draft.figures.some(({ line }) => line === entry.draft.lines[0]),
  );
  return row?.type === "draft" && formOf(row.draft.lines[0]!, row.draft.date) === form;
}

export function isRowWithoutDate(table: TableSoFar, line: MarkedLine, amounts: readonly Figure[]): boolean {
  return followsRow(table, line, amounts) || followsDay(table, line, amounts);
}

/** Whether a line stands right below that of a date, or below other rows of that day. */
export function followsDay(table: TableSoFar, line: MarkedLine, amounts: readonly Figure[]): boolean {
  const { day, lastLine, shape, header } = table;
  return (
    day !== null &&
    lastLine !== null &&
    (isRightBelow(line, lastLine) || opensPage(lastLine, line, amounts, header, shape))
  );
}

/** Whether a line with amounts stands in the table right below its last line, under the rows' own columns. */
export function followsRow(
  { lastRow, lastLine, header, shape }: TableSoFar,
  line: MarkedLine,
  amounts: readonly Figure[],
): boolean {
  if (!lastRow || !lastLine || amounts.length === 0) return false;
  if (!isRightBelow(line, lastLine) && !opensPage(lastLine, line, amounts, header, shape)) return false;
  const hasNumber = isNumbered(line, shape.dates.numbers);
  return hasNumber || isInText(lastRow, line) || startsBehindDate(lastRow, line);
}

/** A row without a date at the top of a page or of a table beside, below nothing but its repeated head. */
function opensPage(
  lastLine: MarkedLine,
  line: MarkedLine,
  amounts: readonly Figure[],
  header: Header | null,
  shape: DocumentShape,
): boolean {
  return isFurtherOn(line, lastLine) && leadsPage(line, amounts, header, shape);
}

/** Whether a line of text below a heading, a carried balance or the first day may begin a row that prints no date. */
export function leadsToRow(
  { lastRow, lastLine, day, inheritsDates, opensNumbered }: TableSoFar,
  line: MarkedLine,
): boolean {
  if (!lastLine || !isRightBelow(line, lastLine)) return false;
  if (!lastRow) return day !== null;
  // A row that begins with its amount's line may stand further in than the text above it.
  return (inheritsDates || opensNumbered) && (isInText(lastRow, line) || standsBehindDay(lastRow, line));
}

/** Whether text stands behind the date that a row has from one above it. */
function standsBehindDay(row: Draft, line: MarkedLine): boolean {
  return !row.dated && startsBehindDate(row, line);
}

/** Whether the amounts of the last row stand at the top of the next page, below lines of its text or none. */
export function completesTorn(
  { lastRow, shape }: TableSoFar,
  line: MarkedLine,
  amounts: readonly Figure[],
): boolean {
  if (!lastRow || lastRow.figures.length > 0 || lastRow.label !== null || amounts.length === 0) return false;
  return line.page === lastRow.lines.at(-1)!.page + 1 && isFirstOfPage(line, shape);
}

/** Whether a line of text right below a row begins another one by its number: "4  Card payment", its amount below. */
export function isNumberedText({ lastLine, shape }: TableSoFar, line: MarkedLine): boolean {
  return lastLine !== null && isRightBelow(line, lastLine) && isNumbered(line, shape.dates.numbers);
}

/** Text right below the headings of a new page goes on with the last row of the page before. */
export function isTornFrom(
  { shape, header }: TableSoFar,
  row: Draft,
  at: number,
  amounts: readonly Figure[],
): boolean {
  const line = shape.lines[at]!;
  const above = row.lines.at(-1)!;
  const follows = above.page === line.page ? isRightBelow(line, above) : header?.last === at - 1;
  if (!follows || namesAccount(line) || isAsideTitle(line)) return false;
  // Of a row that has no amount yet the page's end may have torn it off.
  return (amounts.length === 0 || row.figures.length === 0) && isInText(row, line);
}

/** Below "KIRJAUSPÄIVÄ 02.10." the date in a row is the day of something else. */
export function bookedOn({ shape, day }: TableSoFar, date: DateMark): DateMark {
  return shape.dates.days.titled && day ? { ...date, readings: day.readings } : date;
}
