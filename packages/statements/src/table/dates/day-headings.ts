import type { Figure } from "../../layout/figures.ts";
import { type DateMark, type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { isRightToLeft } from "../../pdf/printed-text.ts";
import type { DateOrder } from "../../values/date-reading.ts";
import { isRightBelow } from "../draft/row-shape.ts";
import { labelOf } from "../labels/labels.ts";
import { amountTest, type HasAmount } from "../line/whole-amounts.ts";
import { asideRows } from "./aside-rows.ts";
import { hangsBelowDate } from "./below-date.ts";
import { headingBalance } from "./day-balances.ts";
import { titleOf, titlesDay, withoutValueDay } from "./day-titles.ts";

/** A line with the day ("Monday, 3 June") of the rows below it, and what they come to where it prints that. */
export type DayHeading = {
  date: DateMark;
  total: Figure | null;
  /** What the account holds at its end, where it prints that. */
  balance?: Figure;
  /** Words say that it is one: it is none of a row's text. */
  titled?: boolean;
};

/** A weekday stands so many letter heights from its date, at most; the words of a watermark are so much larger. */
const widestBlank = 1;
const larger = 2;
const orders: readonly DateOrder[] = ["dmy", "mdy", "ymd"];

export type DayHeadings = {
  /** By the index of the line. */
  headings: ReadonlyMap<number, DayHeading>;
  /**
   * The lines with amounts among them, where more rows stand below such a heading than print a date of their own;
   * else none.
   */
  rows: MarkedLine[];
  /** Whether words call each of them the day of booking: dates that the rows print are days of something else. */
  titled: boolean;
};

/**
 * The lines that head the rows of a day. They are printed alike and begin at one place, so a date in the text of a row
 * ("VAL 2024-06-03") is none of them, though the row below it prints no date.
 */
export function dayHeadings(lines: readonly MarkedLine[]): DayHeadings {
  const sure = new Map<MarkedLine, DayHeading>();
  const hasAmount = amountTest(lines);
  const dated = lines.filter((line) => isDatedRow(line, hasAmount));
  for (const [at, line] of lines.entries()) {
    const heading = headingOf(line);
    if (!heading) continue;
    const titled = titlesDay(line, heading, lines[at + 1]);
    const isOfRow = isBesideDates(line, dated) || hangsBelowDate(line, lines[at - 1]);
    if (titled || (headsRow(line, heading, lines[at + 1], hasAmount) && !isOfRow))
      sure.set(line, { ...heading, titled });
  }
  const forms = Map.groupBy(sure, ([line, { date }]) => formOf(line, date));
  const [form, same = []] = [...forms].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  const isLikeMost = likeMost(same);
  const alike = same.filter(([line, heading]) => isLikeMost(line, heading));
  if (standInText(alike, lines, hasAmount)) return { headings: new Map(), rows: [], titled: false };
  const places = alike.map(([{ x0 }]) => x0);
  const titled = alike.length > 0 && alike.every(([, each]) => each.titled);
  const headings = new Map<number, DayHeading>();
  for (const line of lines) {
    const heading = places.some((x0) => Math.abs(line.x0 - x0) < 2) ? headingOf(line) : null;
    const own = heading && formOf(line, heading.date);
    // Among days with their weekday one may print none ("25 June 2024").
    const isOfForm = own === form || `${behindWord}${own}` === form;
    if (heading && isOfForm && isLikeMost(line, heading))
      headings.set(line.index, titled ? { ...heading, titled } : heading);
  }
  const rows = alike.length < 2 && dated.length > 0 ? [] : rowsBelow(lines, headings, hasAmount);
  // Without rows all of a day's line but its date may be a row's text.
  if (rows.length === 0)
    return { headings: new Map(alike.map(([{ index }, each]) => [index, each])), rows, titled: false };
  return { headings, rows, titled };
}

/**
 * Among days that stand by themselves "24/7 SHOP" is a row's text, and so is "03/18/23" where the others have no month 18.
 */
function likeMost(
  headings: readonly [MarkedLine, DayHeading][],
): (line: MarkedLine, heading: DayHeading) => boolean {
  // Words much larger than the day are a watermark's.
  const hasText = ({ words, ...line }: MarkedLine, { date: { from, to }, total, balance }: DayHeading) =>
    total === null &&
    balance === undefined &&
    plainWords({ words, ...line }).some((at) => at >= to && words[at]!.size < larger * words[from]!.size);
  const isPlain = headings.filter((each) => hasText(...each)).length * 2 < headings.length;
  const fits = (order: DateOrder, { date }: DayHeading) =>
    date.readings.some((reading) => reading.order === order || reading.order === "named");
  const counts = orders.map((each) => headings.filter(([, heading]) => fits(each, heading)).length);
  const most = Math.max(...counts);
  const isOrdered = most * 5 > headings.length * 4;
  // Few days may leave open which of two orders theirs is.
  const likely = orders.filter((_, at) => counts[at] === most);
  return (line, heading) =>
    !(isPlain && hasText(line, heading)) && !(isOrdered && !likely.some((order) => fits(order, heading)));
}

/** Whether a line with an amount begins or, where it is read from the right, ends with a date. */
function isDatedRow(line: MarkedLine, hasAmount: HasAmount): boolean {
  return (isFirst(line) || isLast(line)) && hasAmount(line);
}

/** Whether a line ends with a date, or, where it is read from the right, with a date and its time or the row's number. */
function isLast({ dates, words, fromRight }: MarkedLine): boolean {
  const last = dates.at(-1);
  if (!last) return false;
  const behind = words.slice(last.to);
  return behind.length === 0 || (fromRight && behind.every(({ text }) => timeOrNumber.test(text)));
}

const timeOrNumber = /^(?:\d{1,2}:\d{2}(?::\d{2})?|\d{1,6}\.?)$/;

/** Whether a line begins with a date, or with its number and a date. */
function isFirst({ dates: [first], words }: MarkedLine): boolean {
  return first?.from === 0 || (first?.from === 1 && /^\d{1,6}\.?$/.test(words[0]!.text));
}

/** Whether rows print their dates in a column that the line stands beside: then its own is one of their text. */
function isBesideDates(line: MarkedLine, dated: readonly MarkedLine[]): boolean {
  const right = line.words.at(-1)!.x1;
  const beside = dated.filter((row) =>
    isFirst(row)
      ? row.dates[0]!.x1 < line.x0 + 1
      : row.dates.at(-1)!.x0 > right - 1 && isRightToLeft(row.words.map(({ text }) => text).join(" ")),
  );
  return beside.length > 1;
}

function headingOf(printed: MarkedLine): DayHeading | null {
  const line = withoutValueDay(printed);
  const [date] = line.dates;
  // "Wertstellung 02.03.2024" is the rest of the row above it.
  if (!date || line.dates.length > 1 || titleOf(line, date) === "value_date") return null;
  const clear = line.figures.filter(({ weak }) => !weak);
  // "Total 264" in a currency without decimals.
  const strong = clear.length === 0 && line.labels.length === 1 ? line.figures : clear;
  if (strong.length === 0) return isLone(line, date) ? { date, total: null } : null;
  const balance = headingBalance(line, date, strong);
  if (balance) return { date, total: null, balance };
  const [label, ...more] = line.labels;
  const isTotal =
    label?.value === "total" || label?.value === "total_debits" || label?.value === "total_credits";
  if (!isTotal || more.length > 0 || strong.length > 1 || date.from > 0) return null;
  // A letter behind the sum is a mark of its side, also where it is not known.
  const isMark = (at: number) => at >= strong[0]!.to && line.words[at]!.text.length <= 2;
  const isAllText = plainWords(line).every((at) => (at >= label.from && at < label.to) || isMark(at));
  return isAllText ? { date, total: strong[0]! } : null;
}

/** Whether a line holds at most two words beside its date, and no number. */
function isLone(line: MarkedLine, date: DateMark): boolean {
  const beside = line.words.filter((_, at) => at < date.from || at >= date.to);
  // A weekday or a label may stand beside it; a time or a number makes it part of a text.
  const words = beside.flatMap(({ text }) => text.split(" "));
  const isShort = plainWords(line).length <= 2 && words.length <= 2;
  return isShort && words.every((text) => !/\d/.test(text)) && !standApart(line, date);
}

/** Whether words stand as far from the date as in a column of their own: they are a row's. */
function standApart({ words }: MarkedLine, { from, to, x0, x1 }: DateMark): boolean {
  const [before, after] = [words[from - 1], words[to]];
  const widest = widestBlank * words[from]!.size;
  return (before !== undefined && x0 - before.x1 > widest) || (after !== undefined && after.x0 - x1 > widest);
}

/** Whether a row stands right below that begins at the left of the date and prints none of its own. */
function headsRow(
  line: MarkedLine,
  { date, total }: DayHeading,
  next: MarkedLine | undefined,
  hasAmount: HasAmount,
): boolean {
  // A date inside of its description ("INSTALMENT 11/12") is none of the row's own.
  if (!next || next.dates.some(({ from }) => from === 0) || !isRightBelow(next, line)) return false;
  // Where amounts come first the day's sum stands right behind it, and its rows begin below that.
  const left = total?.from === date.to ? total.x1 : date.x1;
  // Where one reads from the right, rows begin at the other side.
  if ((next.x0 > left - 1 && !next.fromRight) || !hasAmount(next)) return false;
  return !labelOf(next, false, false) || isTransferToSomebody(next);
}

/** "Prenos I. Horvat 87.45" is a row, though the word by itself is that for a balance carried forward. */
function isTransferToSomebody(line: MarkedLine): boolean {
  return labelOf(line, false, false) === "carried" && labelOf(line, false, true) === null;
}

/**
 * Whether more rows have a date further out, to either side of their text: then these stand in it. A line of text alone may
 * end with a date too ("INSTALMENT 3/12").
 */
function standInText(
  headings: readonly [MarkedLine, DayHeading][],
  lines: readonly MarkedLine[],
  hasAmount: HasAmount,
): boolean {
  const left = Math.min(...headings.map(([{ x0 }]) => x0));
  const right = Math.max(...headings.map(([, { date }]) => date.x1));
  const beside = lines.filter((line) => {
    const { dates, x0, size, text } = line;
    const isOutside = isLast(line) && dates.at(-1)!.x0 > right + size;
    return (
      (dates[0]?.from === 0 && x0 < left - size) || (isOutside && (isRightToLeft(text) || hasAmount(line)))
    );
  });
  return headings.length > 0 && beside.length > headings.length;
}

const behindWord = "word, ";

/** What a heading looks like: "9999/9/9", or "word, 9 a". */
function formOf({ words }: MarkedLine, { from, to }: DateMark): string {
  const text = words
    .slice(from, to)
    .map((word) => word.text)
    .join(" ");
  const form = text
    .replace(/元(?=年)/u, "1")
    .replace(/\d+/g, ({ length }) => (length > 2 ? "9999" : "9"))
    .replace(/[\p{L}\p{M}]+\.?/gu, "a");
  return from === 0 ? form : `${behindWord}${form}`;
}

function rowsBelow(
  lines: readonly MarkedLine[],
  headings: ReadonlyMap<number, DayHeading>,
  hasAmount: HasAmount,
): MarkedLine[] {
  const rows: MarkedLine[] = [];
  let isBelow = false;
  let below = 0;
  let dated = 0;
  // What is booked later is dated wherever it stands.
  const asides = asideRows(lines);
  for (const line of lines) {
    if (asides.has(line.index)) continue;
    if (headings.has(line.index)) isBelow = true;
    else if ((line.labels.length === 0 || isTransferToSomebody(line)) && hasAmount(line)) {
      const isDated = isDatedRow(line, hasAmount);
      if (isDated) dated++;
      else if (isBelow) below++;
      isBelow &&= !isDated;
      if (rows.length > 0 || isBelow) rows.push(line);
    }
  }
  return below > dated ? rows : [];
}
