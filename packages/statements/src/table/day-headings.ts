import { type DateMark, type MarkedLine, plainWords } from "../layout/marked-line.ts";
import { labelOf } from "./labels.ts";
import { isRightBelow } from "./row-shape.ts";

/**
 * The date of a line that holds nothing else ("Monday, 3 June") above a row that begins at its left and prints no date
 * of its own; null for all other lines.
 */
export function dayHeading(line: MarkedLine, next: MarkedLine | undefined): DateMark | null {
  const date = loneDate(line);
  if (!date) return null;
  // A date inside of its description ("INSTALMENT 11/12") is none of the row's own.
  if (!next || next.dates.some(({ from }) => from === 0) || !isRightBelow(next, line)) return null;
  if (next.x0 > date.x1 - 1 || next.figures.every(({ weak }) => weak)) return null;
  return labelOf(next, false, false) ? null : date;
}

/** The date of a line that holds at most two words beside it, and no number. */
export function loneDate(line: MarkedLine): DateMark | null {
  const [date] = line.dates;
  if (!date || line.dates.length > 1 || line.figures.some(({ weak }) => !weak)) return null;
  const beside = line.words.filter((_, at) => at < date.from || at >= date.to);
  // A weekday or a label may stand beside it; a time or a number makes it part of a text.
  return plainWords(line).length > 2 || beside.length > 2 || beside.some(({ text }) => /\d/.test(text))
    ? null
    : date;
}

/** Where such headings begin: once they are known, a lone date there is one whatever stands below it. */
export function headingPlaces(lines: readonly MarkedLine[]): number[] {
  const starts = lines.flatMap((line, at) => (dayHeading(line, lines[at + 1]) ? [line.x0] : []));
  return [...new Set(starts.map(Math.round))];
}

/**
 * The lines with amounts below such headings, where a document has more of them than rows that print their date; empty
 * where rows print their own.
 */
export function rowsByDay(lines: readonly MarkedLine[]): MarkedLine[] {
  const first = lines.findIndex((line, at) => dayHeading(line, lines[at + 1]));
  const headings = lines.filter((line, at) => dayHeading(line, lines[at + 1])).length;
  const strong = lines.filter(({ figures }) => figures.some(({ weak }) => !weak));
  const dated = strong.filter(({ dates }) => dates[0]?.from === 0).length;
  if (headings < 2 || headings <= dated) return [];
  return strong.filter((line) => line.index > first && line.labels.length === 0);
}
