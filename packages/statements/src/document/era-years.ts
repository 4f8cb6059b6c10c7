import type { DateMark, MarkedLine } from "../layout/marked-line.ts";
import type { DateReading } from "../values/date-reading.ts";

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
  const short = lines.flatMap((line) =>
    line.dates.flatMap((date) => (hasShortYear(line, date) ? [yearFirst(date)] : [])),
  );
  if (short.length < fewest) return lines;
  const years = new Set(short.map((reading) => (reading?.year ?? 0) - 2000));
  const full = new Set(lines.flatMap(({ text }) => text.match(/20\d\d/g) ?? []).map(Number));
  for (const year of years) if (year < 1 || year > passed || full.has(2000 + year)) return lines;
  return lines.map((line) =>
    line.dates.some((date) => hasShortYear(line, date))
      ? { ...line, dates: line.dates.map((date) => (hasShortYear(line, date) ? inEra(date) : date)) }
      : line,
  );
}

/** Three numbers of two digits. */
function hasShortYear({ words }: MarkedLine, { from, to }: DateMark): boolean {
  const text = words
    .slice(from, to)
    .map((word) => word.text)
    .join(" ");
  return /^\d{2}\D{1,3}\d{2}\D{1,3}\d{2}$/.test(text);
}

function yearFirst({ readings }: DateMark): DateReading | undefined {
  return readings.find(({ order }) => order === "ymd");
}

function inEra(date: DateMark): DateMark {
  const reading = yearFirst(date)!;
  return { ...date, readings: [{ ...reading, year: reading.year! - 2000 + beforeReiwa }] };
}
