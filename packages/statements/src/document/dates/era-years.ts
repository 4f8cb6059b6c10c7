import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import { type CivilDate, isCivilDate } from "../../values/civil-date.ts";

/** The year before the first of Reiwa, which has lasted since 2019. */
const beforeReiwa = 2018;
const fewest = 2;

/**
 * Lines of a Japanese paper whose years of two digits are those of the era, though no sign of it is printed:
 * "06.01.05" is in Reiwa 6. They are where all of them are years that the era has had by the day on which the paper was
 * made, and no other year of four digits says that they are of the calendar.
 */
export function withEraYears(lines: readonly MarkedLine[], latest: string): readonly MarkedLine[] {
  const passed = Number(latest.slice(0, 4)) - beforeReiwa;
  // Hiragana and katakana are Japan's alone.
  if (passed < 1 || !lines.some(({ text }) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)))
    return lines;
  const short = lines.flatMap((line) => line.dates.flatMap((date) => yearFirst(line, date) ?? []));
  if (short.length < fewest) return lines;
  const full = new Set(lines.flatMap(({ text }) => text.match(/20\d\d/g) ?? []).map(Number));
  for (const { year, month, day } of short) {
    if (year < 1 || year > passed || full.has(2000 + year)) return lines;
    if (!isCivilDate({ year: beforeReiwa + year, month, day })) return lines;
  }
  return lines.map((line) =>
    line.dates.some((date) => yearFirst(line, date))
      ? { ...line, dates: line.dates.map((date) => inEra(date, yearFirst(line, date))) }
      : line,
  );
}

/** Three numbers of at most two digits, the first a year of the era: as everybody in Japan writes a day. */
function yearFirst({ words }: MarkedLine, { from, to }: DateMark): CivilDate | null {
  const text = words
    .slice(from, to)
    .map((word) => word.text)
    .join(" ");
  const [, year, month, day] = /^(\d{1,2})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})$/.exec(text) ?? [];
  return day === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) };
}

function inEra(date: DateMark, printed: CivilDate | null): DateMark {
  if (!printed) return date;
  return { ...date, readings: [{ order: "ymd", ...printed, year: beforeReiwa + printed.year }] };
}
