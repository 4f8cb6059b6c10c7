import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import type { ReadOptions } from "../../statement.ts";
import { findPeriods } from "./period.ts";

/** A paper may tell of a year to come, the end of a loan say, but of this one or the last as well. */
const fewestYears = 5;

/** What programs write for a file's day that was not to be told: the first of their clock, or of a century. */
const untold = new Set(["1970-01-01", "1980-01-01", "2000-01-01"]);

/**
 * The latest day on which a row without a printed year can lie: the file's creation, or its reading. A file that says
 * that it was made years before every day on its pages has been given no true day by its program (1970, 2000).
 */
export function latestDay(
  lines: readonly MarkedLine[],
  created: string | null,
  { today }: ReadOptions,
): string {
  const now = today ?? new Date().toISOString().slice(0, 10);
  if (created === null || untold.has(created)) return now;
  const isTrue = (some: readonly number[]) =>
    some.some((year) => year <= Number(created.slice(0, 4)) + fewestYears);
  if (lines.some(({ dates }) => isTrue(yearsOf(dates)))) return created;
  const ofPeriods = yearsOf(findPeriods(lines, new Set()).flatMap(({ marks }) => marks));
  const hasYears = ofPeriods.length > 0 || lines.some(({ dates }) => yearsOf(dates).length > 0);
  return !hasYears || isTrue(ofPeriods) ? created : now;
}

function yearsOf(marks: readonly DateMark[]): number[] {
  return marks.flatMap(({ readings }) => {
    const printed = readings.flatMap(({ year }) => (year === null ? [] : [year]));
    return printed.length > 0 ? [Math.max(...printed)] : [];
  });
}
