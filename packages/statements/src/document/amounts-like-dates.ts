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
  const endsLikeAmounts = remembered((x1) => {
    const endingAt = (ends: readonly number[]) => ends.filter((end) => Math.abs(end - x1) < tolerance).length;
    const others = endingAt(amounts);
    return others >= fewest && others > endingAt(beginning);
  });
  return lines.map((line) => {
    const [first] = line.dates;
    if (!first?.short || first.from !== 0) return line;
    // Where one reads from the right, a row that has its dates elsewhere begins with an amount.
    if (line.fromRight && line.dates.some(({ short }) => !short)) return withoutShortDates(line);
    return endsLikeAmounts(first.x1) ? withoutShortDates(line) : line;
  });
}

/** A column has few ends, and a long paper many rows. */
function remembered(test: (x1: number) => boolean): (x1: number) => boolean {
  const known = new Map<number, boolean>();
  return (x1) => {
    const before = known.get(x1);
    if (before !== undefined) return before;
    const result = test(x1);
    known.set(x1, result);
    return result;
  };
}

function withoutShortDates(line: MarkedLine): MarkedLine {
  const dates = line.dates.filter(({ short }) => !short);
  const taken = new Set(
    dates.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)),
  );
  return { ...line, dates, figures: findFigures(line.words, taken, line.fromRight) };
}
