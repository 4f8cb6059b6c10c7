import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import { fold } from "../../text/fold.ts";
import { languageOf } from "../../vocabulary/language-of.ts";
import { contestedMonths } from "../../vocabulary/lexicon.ts";

/**
 * Lines whose dates follow the paper's own language where a name stands for two months: "listopad" is November in
 * Polish and October in Croatian. Without such a name, or a language of their own, they are left as they are.
 */
export function withOwnMonths(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const isContested = (line: MarkedLine) => line.dates.some((date) => contestedIn(line, date) !== undefined);
  if (!lines.some(isContested)) return lines;
  const own = languageOf(lines.map(({ words }) => words.map(({ text }) => text)))?.months;
  if (!own) return lines;
  const numbers = new Map(
    own.flatMap((names, index) => names.map((name) => [fold(name), index + 1] as const)),
  );
  return lines.map((line) =>
    isContested(line) ? { ...line, dates: line.dates.map((date) => inOwn(line, date, numbers)) } : line,
  );
}

/** The first name of a date that stands for two months. */
function contestedIn({ words }: MarkedLine, { from, to }: DateMark): string | undefined {
  for (let at = from; at < to; at++) {
    const { text } = words[at]!;
    if (/^[\d./-]*$/.test(text)) continue;
    const folded = fold(text);
    // Most dates have one name, in letters alone.
    if (contestedMonths.has(folded)) return folded;
    if (/^[a-z]*$/.test(folded)) continue;
    const name = folded.match(/\p{L}+/gu)?.find((each) => contestedMonths.has(each));
    if (name !== undefined) return name;
  }
  return undefined;
}

function inOwn(line: MarkedLine, date: DateMark, numbers: ReadonlyMap<string, number>): DateMark {
  const name = contestedIn(line, date);
  const month = name === undefined ? undefined : numbers.get(name);
  if (month === undefined) return date;
  return { ...date, readings: date.readings.map((reading) => ({ ...reading, month })) };
}
