import { type DateMark, type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { isRightBelow } from "../draft/row-shape.ts";
import { namesAccount } from "../line/names-account.ts";
import type { Span } from "../line/span.ts";
import { amountTest, type HasAmount } from "../line/whole-amounts.ts";
import { asideRows } from "./aside-rows.ts";
import { type DayHeadings, dayHeadings } from "./day-headings.ts";
import { endDate, endOtherRows } from "./end-dates.ts";
import { numberPlace } from "./row-numbers.ts";
import { isSameDate } from "./split-rows.ts";

/** Dates of one column begin at most this far from one another. */
const near = 4;
/** What so many rows share is no chance. */
const fewest = 3;

/** Where the rows of a document print their dates. */
export type DatePlaces = {
  /** The places of dates that begin rows. */
  leading: Span[];
  /** Where a date begins a line only as text does. */
  texts: Span[];
  /** Where rows print a second date behind the first. */
  seconds: Span[];
  /** Rows below the date of their day, which print none. */
  days: DayHeadings;
  /** Where rows are numbered before their dates. */
  numbers: Span | null;
  /** Where most rows have their date, if it does not begin their lines ("Grocer 3 June -80.00"). */
  inside: Span[];
  /** Whether rows that are read from the right end with their dates, at no common place. */
  atEnd: boolean;
};

/** Lines with one date and its place, and how often lines without any begin there. */
type Group = { dates: DateMark[]; place: Span; texts: number };

export function datePlaces(lines: readonly MarkedLine[]): DatePlaces {
  const days = dayHeadings(lines);
  const hasAmount = amountTest(lines);
  const rows = withoutAsides(
    lines.filter((line, at) => line.dates.length > 0 && (hasAmount(line) || opensRow(lines, at, hasAmount))),
    lines,
  );
  const leading = rows.filter((line) => leads(line, line.dates[0]!));
  const starts = new Map(leading.map(({ dates, x0 }) => [dates[0]!, x0]));
  const groups = byPlace(leading.map(({ dates }) => dates[0]!)).map((dates) => {
    const place = spanOf(dates);
    // "4417 11JUN24 LEEDS": a number may stand before the date of a text.
    const start = Math.min(...dates.map((date) => starts.get(date)!));
    return { dates, place, texts: Math.max(textsAt(lines, rows, start), textsAt(lines, rows, place.x0)) };
  });
  const rowGroups = groups.filter((group) => !isText(group, groups));
  const own = new Set(rowGroups.flatMap(({ dates }) => dates));
  const asides = days.rows.length > 0 ? asideRows(lines) : new Set<number>();
  const isOther = (index: number) => !days.headings.has(index) && !asides.has(index);
  const others = leading.filter(({ index, dates }) => own.has(dates[0]!) && isOther(index));
  if (days.rows.length > 0 && others.length <= days.headings.size && !repeatsDay(headed(lines, days), lines))
    return { leading: [], texts: [], inside: [], seconds: [], numbers: null, days, atEnd: false };
  const most = Math.max(0, ...rowGroups.map(({ dates }) => dates.length));
  const kept = rowGroups.filter(({ dates }) => dates.length * 5 >= most).map(({ place }) => place);
  const places = {
    leading: kept,
    texts: groups.filter((group) => !rowGroups.includes(group)).map(({ place }) => place),
    seconds: secondPlaces(rows),
    days: amongRows(days, kept, leading, { lines, hasAmount }),
    numbers: numberPlace(leading, lines),
    atEnd: false,
  };
  if (isHalf(leading, rows) || isHalf(leading.filter(hasAmount), rows.filter(hasAmount)))
    return { ...places, inside: [] };
  const dates = rows.flatMap((line) => line.dates.filter(({ short }) => !short));
  // Of two that all rows print the one to the right is read first, where text runs from there; a row's own may be Latin.
  const fromRight = rows.filter((line) => line.fromRight).length * 2 > rows.length;
  const columns = (fromRight ? byPlace(dates).reverse() : byPlace(dates)).map(inOneColumn);
  const [fullest = []] = columns.sort((a, b) => b.length - a.length);
  const isColumn = fullest.length >= 2 && fullest.length * 5 >= rows.length * 3;
  // Beside a column of dates one that begins a line is text.
  if (isColumn) {
    const others = fromRight ? columns.slice(1).filter((dates) => endOtherRows(dates, fullest, rows)) : [];
    return { ...places, leading: [], inside: [fullest, ...others].map(spanOf) };
  }
  const ending = rows.filter((line) => endDate(line) !== null);
  return { ...places, inside: [], atEnd: fromRight && isHalf(ending, rows) };
}

/** Dates of another table ("Daily balances") say nothing of where the rows, if these are more, have theirs. */
function withoutAsides(rows: readonly MarkedLine[], lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const asides = asideRows(lines);
  const own = rows.filter(({ index }) => !asides.has(index));
  return own.length * 2 > rows.length ? own : rows;
}

function headed(lines: readonly MarkedLine[], { headings }: DayHeadings): MarkedLine[] {
  return lines.filter(({ index }) => headings.has(index));
}

/**
 * Among rows that print their dates a day's stands where theirs do; elsewhere it is a part of a text. Where each row
 * prints its own, a date with a text begins a row whose amount stands on a line further down.
 */
function amongRows(
  { headings }: DayHeadings,
  places: readonly Span[],
  leading: readonly MarkedLine[],
  { lines, hasAmount }: { lines: readonly MarkedLine[]; hasAmount: HasAmount },
): DayHeadings {
  const kept = [...headings].filter(([index, { date, titled }]) => {
    if (titled) return true;
    const place = places.find((each) => overlap(date, each) > 0);
    if (!place) return places.length === 0;
    return plainWords(lines[index]!).length === 0 || !isOfEachRow(leading, place, hasAmount);
  });
  const isTitled = kept.length > 0 && kept.every(([, { titled }]) => titled);
  return { headings: new Map(kept), rows: [], titled: isTitled };
}

/** Whether rows have their amounts beside their dates, or print a day that the row above prints too. */
function isOfEachRow(leading: readonly MarkedLine[], place: Span, hasAmount: HasAmount): boolean {
  const rows = leading.filter(({ dates }) => overlap(dates[0]!, place) > 0);
  return repeatsDay(rows) || rows.filter(hasAmount).length >= fewest;
}

/**
 * Whether a page prints one day twice in a row, beside other words: no day has two headings, but another account's may be
 * of the same.
 */
function repeatsDay(dated: readonly MarkedLine[], lines: readonly MarkedLine[] = []): boolean {
  return dated.some((line, at) => {
    const next = dated[at + 1];
    if (next?.page !== line.page || next.text === line.text) return false;
    return (
      isSameDate(next.dates[0]!, line.dates[0]!) && !lines.slice(line.index, next.index).some(namesAccount)
    );
  });
}

function isHalf(some: readonly MarkedLine[], all: readonly MarkedLine[]): boolean {
  return all.length > 0 && some.length * 2 >= all.length;
}

/** Whether a line with a date and a text is the first of a row whose amount stands on a line further down. */
function opensRow(lines: readonly MarkedLine[], at: number, hasAmount: HasAmount): boolean {
  const first = lines[at]!;
  if (plainWords(first).length === 0) return false;
  for (let next = at + 1; next < lines.length && isRightBelow(lines[next]!, lines[next - 1]!); next++) {
    const line = lines[next]!;
    if (line.dates.some(({ x0 }) => first.dates.some((date) => Math.abs(date.x0 - x0) < near))) return false;
    // Text beside the amount may hold a date too, where the row's own leads: "ON 08/01   27.13".
    if (hasAmount(line))
      return (
        line.dates.every(({ from }) => from > 0 && first.dates[0]!.from === 0) && line.labels.length === 0
      );
  }
  return false;
}

/** How many of the lines among the rows hold no date and begin here. */
function textsAt(lines: readonly MarkedLine[], rows: readonly MarkedLine[], x0: number): number {
  const [first, last] = [rows[0]!.index, rows.at(-1)!.index];
  return lines.filter(
    (line) =>
      line.index > first &&
      line.index <= last + 3 &&
      line.dates.length === 0 &&
      line.labels.length === 0 &&
      Math.abs(line.x0 - x0) < 2,
  ).length;
}

/**
 * Where lines of text begin, a date does so by chance: "24/7 SHOP". Days that are printed once may be fewer than those
 * dates; they stand in a column of their own before the text.
 */
function isText({ dates, texts, place }: Group, groups: readonly Group[]): boolean {
  const isBefore = (other: Group) =>
    other.place.x1 < place.x0 &&
    other.dates.length >= fewest &&
    other.texts * 4 < texts &&
    texts > 2 * dates.length;
  return (
    texts >= dates.length &&
    groups.some((other) => (other.dates.length >= dates.length && other.texts < texts) || isBefore(other))
  );
}

/** Where rows print a second date right behind the first. */
function secondPlaces(rows: readonly MarkedLine[]): Span[] {
  const pairs = rows.filter(({ dates: [first, second] }) => second && second.from === first!.to);
  return byPlace(pairs.map(({ dates }) => dates[1]!))
    .filter((group) => group.length >= fewest)
    .map(spanOf);
}

/** Dates that begin at the same place, or nearly. */
function byPlace(dates: readonly DateMark[]): DateMark[][] {
  const groups: DateMark[][] = [];
  for (const date of dates.toSorted((a, b) => a.x0 - b.x0)) {
    const last = groups.at(-1);
    if (last && date.x0 - last.at(-1)!.x0 < near) last.push(date);
    else groups.push([date]);
  }
  return groups;
}

/**
 * Those of some dates, each near the next, that begin, end or have their middle at one place: dates in texts of many
 * lengths stand anywhere, and so near to the next one too.
 */
function inOneColumn(dates: readonly DateMark[]): DateMark[] {
  const edges = [({ x0 }: Span) => x0, ({ x1 }: Span) => x1, ({ x0, x1 }: Span) => (x0 + x1) / 2];
  const fullest = edges.map((edge) => {
    const sorted = dates.toSorted((a, b) => edge(a) - edge(b));
    let best = { from: 0, to: 0 };
    let from = 0;
    for (const [at, date] of sorted.entries()) {
      while (edge(date) - edge(sorted[from]!) >= near) from++;
      if (at + 1 - from > best.to - best.from) best = { from, to: at + 1 };
    }
    return sorted.slice(best.from, best.to);
  });
  return fullest.reduce((best, each) => (each.length > best.length ? each : best));
}

function spanOf(dates: readonly DateMark[]): Span {
  let [x0, x1] = [Number.POSITIVE_INFINITY, 0];
  for (const date of dates) [x0, x1] = [Math.min(x0, date.x0), Math.max(x1, date.x1)];
  return { x0, x1 };
}

export function leads({ words, figures }: MarkedLine, date: DateMark): boolean {
  const leading = words.slice(0, date.from);
  // Where one reads from the right the amounts stand before a date of the text: "80.00 24/7 SHOP".
  if (figures.some(({ weak, to }) => !weak && to <= date.from)) return false;
  return leading.length <= 2 && leading.every(({ text }) => !/\p{L}{2}/u.test(text));
}

export function overlap(a: Span, b: Span): number {
  return Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
}
