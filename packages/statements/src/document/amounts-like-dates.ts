import { findFigures } from "../layout/figures.ts";
import type { MarkedLine } from "../layout/marked-line.ts";

/** Ends of one column differ by less than this, in points. */
const tolerance = 1;
const fewest = 3;

/**
 * "13.04" at the beginning of a line is a date there, or an amount where amounts are the first column, as where one reads
 * from the right: it ends where other amounts do, and more of them than of such dates.
 */
export function withAmountsLikeDates(lines: readonly MarkedLine[]): MarkedLine[] {
  const beginning = lines.flatMap(({ dates: [first] }) =>
    first?.short && first.from === 0 ? [first.x1] : [],
  );
  if (beginning.length === 0) return [...lines];
  const amounts = lines.flatMap(({ figures }) => figures.flatMap(({ weak, x1 }) => (weak ? [] : [x1])));
  const endingAt = (ends: readonly number[], x1: number) =>
    ends.filter((end) => Math.abs(end - x1) < tolerance).length;
  return lines.map((line) => {
    const [first] = line.dates;
    if (!first?.short || first.from !== 0) return line;
    const others = endingAt(amounts, first.x1);
    return others >= fewest && others > endingAt(beginning, first.x1) ? withoutShortDates(line) : line;
  });
}

function withoutShortDates(line: MarkedLine): MarkedLine {
  const dates = line.dates.filter(({ short }) => !short);
  const taken = new Set(
    dates.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)),
  );
  return { ...line, dates, figures: findFigures(line.words, taken, line.fromRight) };
}
