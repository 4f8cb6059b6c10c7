import { type DateMark, type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import type { Header } from "../headings/header.ts";
import type { Span } from "../line/span.ts";
import { type DatePlaces, leads, overlap } from "./date-places.ts";
import { endDate } from "./end-dates.ts";

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
  if (places.days.rows.length > 0) return underHeading(line, header);
  if (places.atEnd) return endDate(line) ?? (isFilled(line) ? leadingDate(line, places) : null);
  const placed = () =>
    leadingDate(line, places) ?? at(line, places.inside.length > 0 ? places.inside : places.leading);
  const date = underHeading(line, header) ?? (isOfText(line, first, header) ? null : placed());
  if (!date) return null;
  const second = line.dates[line.dates.indexOf(date) + 1];
  const isSecond =
    second &&
    (places.seconds.some((place) => overlap(second, place) > 0) || isUnderPair(date, second, header));
  if (second && (isPeriod(line, date, second) || (!isSecond && isRange(line, date, second, isCell))))
    return null;
  return date;
}

/** Whether a date begins where the heading of texts does, behind that of dates: "15 MAR CARD 7777" on a text's second line. */
function isOfText({ fromRight }: MarkedLine, date: DateMark, header: Header | null): boolean {
  const cellOf = (role: string) => header?.cells.find((cell) => cell.role === role);
  const [dates, texts] = [cellOf("date"), cellOf("description")];
  if (dates === undefined || texts === undefined) return false;
  // Read from the right, texts end where they may, and begin with what stands last in them.
  if (fromRight && texts.x1 < dates.x0) return overlap(date, texts) > 0;
  return dates.x1 < texts.x0 && Math.abs(date.x0 - texts.x0) < 2;
}

/** A date that leads a line without any amount counts where other rows have theirs; else it is part of a text. */
function leadingDate(line: MarkedLine, { leading, texts, inside }: DatePlaces): DateMark | null {
  const [first] = line.dates;
  if (!first || inside.length > 0 || !leads(line, first)) return null;
  if (texts.some((place) => Math.abs(place.x0 - first.x0) < 2)) return null;
  const isPlaced = leading.length === 0 || leading.some((place) => stands(first, place));
  return isPlaced || isFilled(line) ? first : null;
}

function isFilled({ figures }: MarkedLine): boolean {
  return figures.some(({ weak }) => !weak);
}

/** Whether a date stands where the rows of its table or of the document have theirs. */
export function isInPlace(date: DateMark, header: Header | null, { leading, inside }: DatePlaces): boolean {
  const headings = (header?.cells ?? []).filter(({ role }) => role === "date");
  const isHeaded = headings.some(
    (place) => overlap(date, place) * 2 > Math.min(date.x1 - date.x0, place.x1 - place.x0),
  );
  return isHeaded || [...leading, ...inside].some((place) => stands(date, place));
}

/** Of a booking date and a value date the one under the heading of the former, whichever comes first. */
function underHeading(line: MarkedLine, header: Header | null): DateMark | null {
  const column = header?.cells.find(({ role }) => role === "date");
  if (!header || !column) return null;
  const inside = line.dates.filter((date) => date.x0 < column.x1 && column.x0 < date.x1);
  const pair = pairUnder(line, header);
  // A date at the end of a text may stand right before a value date, far from the column of dates.
  if (pair && (inside.length === 0 || inside.some((date) => pair.dates.includes(date)))) return pair.own;
  // Below a wide heading the date of a ragged text may stand too.
  const aligned = inside.find(({ x0 }) => Math.abs(x0 - column.x0) < 1);
  if (aligned) return aligned;
  // A date that leads and stands at its value date's place leaves the column of dates empty.
  return inside.toSorted((a, b) => overlap(b, column) - overlap(a, column))[0] ?? null;
}

/** Of two dates side by side under two headings of dates the one whose turn it is: headings may stand anywhere. */
function pairUnder(
  { dates }: MarkedLine,
  { cells }: Header,
): { own: DateMark; dates: readonly DateMark[] } | null {
  if (dates.length < 2) return null;
  const headings = cells
    .filter(({ role }) => role === "date" || role === "value_date")
    .toSorted((a, b) => a.x0 - b.x0)
    // A heading over two lines may have come apart.
    .filter(({ role }, index, all) => role !== all[index + 1]?.role);
  const [left, right] = headings;
  if (!left || !right || headings.length !== 2) return null;
  const pairs = dates.flatMap((second, index) => {
    const first = dates[index - 1];
    if (first?.to !== second.from) return [];
    // A date at the end of a text may stand right before those of the row.
    return { first, second, apart: Math.abs(first.x0 - left.x0) + Math.abs(second.x0 - right.x0) };
  });
  const [pair] = pairs.toSorted((a, b) => a.apart - b.apart);
  if (!pair) return null;
  return { own: left.role === "date" ? pair.first : pair.second, dates: [pair.first, pair.second] };
}

/** Whether two dates stand each under a heading of its own: a row with two days, and no period. */
function isUnderPair(first: DateMark, second: DateMark, header: Header | null): boolean {
  const headingOf = (date: DateMark) =>
    header?.cells.find(
      (cell) => (cell.role === "date" || cell.role === "value_date") && overlap(date, cell) > 0,
    );
  const [left, right] = [headingOf(first), headingOf(second)];
  return left !== undefined && right !== undefined && left !== right;
}

/** Whether half of a date stands at a place at least. */
function stands(date: DateMark, place: Span): boolean {
  return overlap(date, place) * 2 > date.x1 - date.x0;
}

function at(line: MarkedLine, places: readonly Span[]): DateMark | null {
  const isPlaced = (date: DateMark) =>
    places.some((place) => overlap(date, place) > 0.6 * (date.x1 - date.x0));
  return line.dates.find(isPlaced) ?? null;
}

/** "Period: 01/06/2026 / 30/06/2026", with nothing else in the line: no two days of one row, though they stand below those. */
function isPeriod(line: MarkedLine, first: DateMark, second: DateMark): boolean {
  const between = line.words.slice(first.to, second.from);
  const isParted = between.length === 1 && /^[-‐-―−~〜～→/]$/.test(between[0]!.text);
  return isParted && line.figures.length === 0 && plainWords(line).length <= 2;
}

/** "01/06/2026 - 30/06/2026", "1 au 30 juin", "1 March [GMT] - 31 March": a period, not a row with two dates. */
function isRange(line: MarkedLine, first: DateMark, second: DateMark, isCell: boolean): boolean {
  const plain = plainWords(line);
  // Behind two days a row's text stands, whose amount is further down: "25.06. 25.06. Purchase GREENGROCER".
  if (second.from === first.to)
    return !isCell && line.figures.length === 0 && plain.length <= 2 && plain.every((at) => at < first.from);
  const between = line.words.slice(first.to, second.from).map(({ text }) => text);
  const isDash = (text: string) => /^[-‐-―−~〜～→]+$/.test(text);
  if (between.length === 1)
    return isDash(between[0]!) || (/^\p{L}{1,5}$/u.test(between[0]!) && line.figures.length === 0);
  return between.length <= 3 && between.some(isDash) && line.figures.length === 0;
}
