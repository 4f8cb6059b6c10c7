import type { MarkedLine } from "../../layout/marked-line.ts";
import type { HeaderCell } from "../../table/headings/header.ts";
import { overlaps } from "../../table/line/span.ts";
import { daysInMonth } from "../../values/civil-date.ts";
import { findPeriods } from "./period.ts";

/** The word of a line that is the number of a day. */
export type HeadedDay = { line: number; word: number; day: number };

type Month = { year: number; month: number };

/** So many days are no chance. */
const fewest = 3;

/** The month of the statement, where all of its periods lie in it: what else could a bare day be of? */
export function onlyMonth(lines: readonly MarkedLine[]): Month | null {
  const readings = findPeriods(lines, new Set()).flatMap(({ marks }) => marks.map((mark) => mark.readings));
  const [first] = readings.flat().filter(({ year }) => year !== null);
  if (!first) return null;
  const { year, month } = first;
  const fits = readings.every((some) => some.some((each) => each.year === year && each.month === month));
  return fits ? { year: year!, month } : null;
}

/**
 * The days below a heading of dates where nothing but the day of the month is printed: "04", "04", "11". None where
 * the column holds anything else, or days that do not follow one another.
 *
 * @param to the line behind the last one
 */
export function headedDays(
  lines: readonly MarkedLine[],
  from: number,
  to: number,
  cell: HeaderCell,
  { year, month }: Month,
): HeadedDay[] {
  const days: HeadedDay[] = [];
  for (let at = from; at < to; at++) {
    const line = lines[at]!;
    if (line.dates.some((date) => overlaps(date, cell))) return [];
    const [first] = line.words;
    // Only what a line begins with: a heading may be wider than its column.
    if (!first || !overlaps(first, cell)) continue;
    if (!/^\d{1,2}$/.test(first.text)) continue;
    days.push({ line: at, word: 0, day: Number(first.text) });
  }
  const isDay = days.every(({ day }) => day >= 1 && day <= daysInMonth(year, month));
  const steps = days.slice(1).map(({ day }, index) => day - days[index]!.day);
  const isInOrder = steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
  return isDay && isInOrder && days.length >= fewest && steps.some((step) => step !== 0) ? days : [];
}
