import { type DateMark, type MarkedLine, plainWords } from "../layout/marked-line.ts";
import { rowsByDay } from "./day-headings.ts";
import type { Header } from "./headers.ts";

type Place = { x0: number; x1: number };

/** Where the rows of a document print their dates. */
export type DatePlaces = {
  /** The places of dates that begin a line with an amount. */
  leading: Place[];
  /** Whether rows stand below the date of their day and print none. */
  byDay: boolean;
  /** Where most rows have their date, if it does not begin their lines ("Grocer 3 June -80.00"). */
  inside: Place[];
};

/**
 * The date that begins a row: under the heading of dates, at the start of a line (after its number at most), or at
 * the place where the most rows of the document have one.
 *
 * @param isCell whether the line is but a part of its row, whose amounts stand on others
 */
export function startDate(
  line: MarkedLine,
  header: Header | null,
  places: DatePlaces,
  isCell = false,
): DateMark | null {
  const [first] = line.dates;
  if (!first) return null;
  if (places.byDay) return underHeading(line, header);
  const date =
    underHeading(line, header) ??
    leadingDate(line, places) ??
    at(line, [...places.inside, ...places.leading]);
  if (!date) return null;
  const second = line.dates[line.dates.indexOf(date) + 1];
  if (second && isRange(line, date, second, isCell)) return null;
  return date;
}

/** A date that leads a line without any amount counts where other rows have theirs; else it is part of a text. */
function leadingDate(line: MarkedLine, { leading }: DatePlaces): DateMark | null {
  const [first] = line.dates;
  if (!first || !leads(line, first)) return null;
  const isPlaced = leading.length === 0 || leading.some((place) => overlap(first, place) > 0);
  return isPlaced || line.figures.some(({ weak }) => !weak) ? first : null;
}

/** Whether a date stands where the rows of its table or of the document have theirs. */
export function isInPlace(date: DateMark, header: Header | null, { leading, inside }: DatePlaces): boolean {
  const headings = (header?.cells ?? []).filter(({ role }) => role === "date");
  return [...headings, ...leading, ...inside].some((place) => overlap(date, place) > 0);
}

/** Of a booking date and a value date the one under the heading of the former, whichever comes first. */
function underHeading(line: MarkedLine, header: Header | null): DateMark | null {
  const column = header?.cells.find(({ role }) => role === "date");
  if (!column) return null;
  const inside = line.dates.filter((date) => date.x0 < column.x1 && column.x0 < date.x1);
  // A date that leads and stands at its value date's place leaves the column of dates empty.
  return inside.toSorted((a, b) => overlap(b, column) - overlap(a, column))[0] ?? null;
}

function overlap(a: Place, b: Place): number {
  return Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
}

function leads(line: MarkedLine, date: DateMark): boolean {
  const leading = line.words.slice(0, date.from);
  return leading.length <= 2 && leading.every(({ text }) => !/\p{L}{2}/u.test(text));
}

function at(line: MarkedLine, places: readonly Place[]): DateMark | null {
  const isPlaced = (date: DateMark) =>
    places.some((place) => overlap(date, place) > 0.6 * (date.x1 - date.x0));
  return line.dates.find(isPlaced) ?? null;
}

export function datePlaces(lines: readonly MarkedLine[]): DatePlaces {
  if (rowsByDay(lines).length > 0) return { leading: [], inside: [], byDay: true };
  const rows = lines.filter(({ dates, figures }) => dates.length > 0 && figures.some(({ weak }) => !weak));
  const [leading, others] = [rows.filter((line) => leads(line, line.dates[0]!)), rows.length];
  const groups = byPlace(leading.map(({ dates }) => dates[0]!));
  const most = Math.max(0, ...groups.map(({ length }) => length));
  const kept = groups.filter((group) => group.length * 5 >= most).map(spanOf);
  if (leading.length * 2 >= others) return { leading: kept, inside: [], byDay: false };
  const dates = rows.flatMap((line) => line.dates.filter(({ short }) => !short));
  const [fullest = []] = byPlace(dates).sort((a, b) => b.length - a.length);
  const isColumn = fullest.length >= 2 && fullest.length * 5 >= rows.length * 3;
  return { leading: kept, inside: isColumn ? [spanOf(fullest)] : [], byDay: false };
}

/** Dates that begin at the same place, or nearly. */
function byPlace(dates: readonly DateMark[]): DateMark[][] {
  const groups: DateMark[][] = [];
  for (const date of dates.toSorted((a, b) => a.x0 - b.x0)) {
    const last = groups.at(-1);
    if (last && date.x0 - last.at(-1)!.x0 < 4) last.push(date);
    else groups.push([date]);
  }
  return groups;
}

function spanOf(dates: readonly DateMark[]): Place {
  let [x0, x1] = [Number.POSITIVE_INFINITY, 0];
  for (const date of dates) [x0, x1] = [Math.min(x0, date.x0), Math.max(x1, date.x1)];
  return { x0, x1 };
}

/** "01/06/2026 - 30/06/2026", "1 au 30 juin", "1 March [GMT] - 31 March": a period, not a row with two dates. */
function isRange(line: MarkedLine, first: DateMark, second: DateMark, isCell: boolean): boolean {
  if (second.from === first.to) return !isCell && line.figures.length === 0 && plainWords(line).length <= 2;
  const between = line.words.slice(first.to, second.from).map(({ text }) => text);
  const isDash = (text: string) => /^[-–—~→]+$/.test(text);
  if (between.length === 1)
    return isDash(between[0]!) || (/^\p{L}{1,5}$/u.test(between[0]!) && line.figures.length === 0);
  return between.length <= 3 && between.some(isDash) && line.figures.length === 0;
}
