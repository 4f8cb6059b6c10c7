import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";

/** What so many rows share is no chance. */
const fewest = 3;

/** The date that ends a line behind its amounts and text. */
export function endDate({ dates, words, figures }: MarkedLine): DateMark | null {
  const last = dates.at(-1);
  return last?.to === words.length && figures.some(({ weak, to }) => !weak && to <= last.from) ? last : null;
}

/**
 * Whether dates of one place, read from the right, end rows that have none where most have theirs: those of pages with other
 * margins.
 */
export function endOtherRows(
  dates: readonly DateMark[],
  usual: readonly DateMark[],
  rows: readonly MarkedLine[],
): boolean {
  if (dates.length < fewest) return false;
  const [own, most] = [new Set(dates), new Set(usual)];
  return rows
    .filter((line) => line.dates.some((date) => own.has(date)))
    .every((line) => own.has(endDate(line)!) && !line.dates.some((date) => most.has(date)));
}
