import type { DateMark, MarkedLine } from "../layout/marked-line.ts";
import { fold } from "../text/fold.ts";
import { findPhrases } from "../text/phrases.ts";
import { daysInMonth } from "../values/civil-date.ts";
import { monthNumbers, periodPhrases } from "../vocabulary/lexicon.ts";

/**
 * The first and last day of the statement as printed: two dates on one line, best behind a label; else a month
 * with its year in a heading. Empty where there is none.
 */
export function findPeriod(lines: readonly MarkedLine[], rowLines: ReadonlySet<number>): DateMark[] {
  const pairs = lines.filter(
    ({ index, dates, figures }) =>
      dates.length === 2 && !rowLines.has(index) && figures.every(({ weak }) => weak),
  );
  const labelled = pairs.find(
    (line) =>
      findPhrases(
        line.words.map(({ text }) => text),
        periodPhrases,
      ).length > 0,
  );
  const [first] = labelled ? [labelled] : pairs;
  if (first) return first.dates;
  for (const line of lines) {
    if (rowLines.has(line.index) || line.figures.some(({ weak }) => !weak)) continue;
    const month = namedMonth(line);
    if (month) return month;
  }
  return [];
}

/** "February 2023": the whole month. */
function namedMonth({ words, dates }: MarkedLine): DateMark[] | null {
  if (dates.length > 0) return null;
  for (let at = 0; at + 1 < words.length; at++) {
    const month = monthNumbers.get(fold(words[at]!.text));
    const year = /^(20\d{2})[.,)]?$/.exec(words[at + 1]!.text)?.[1];
    if (!month || !year) continue;
    const mark = (day: number): DateMark => ({
      from: at,
      to: at + 2,
      x0: words[at]!.x0,
      x1: words[at + 1]!.x1,
      readings: [{ order: "named", year: Number(year), month, day }],
      short: false,
    });
    return [mark(1), mark(daysInMonth(Number(year), month))];
  }
  return null;
}
