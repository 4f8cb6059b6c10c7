import {
  type CivilDate,
  civilDate,
  monthSpan,
  quarterSpan,
  type Span,
  yearOf,
  yearSpan,
} from "./civil-date.ts";
import type { Words } from "./words.ts";

/** What a period without a year is measured by. */
export type PeriodContext = {
  today: CivilDate;
  /** The last day that has a row; a month without a year is the latest that is not after it. */
  lastRow: CivilDate | undefined;
};

/** A period and how many words it took. */
export type Reading = { length: number; value: Span };

const monthNames =
  "january february march april may june july august september october november december".split(" ");

/** Words that a month which is also another word ("may", "march") needs before it. */
const leads = new Set([
  "in",
  "for",
  "of",
  "during",
  "since",
  "until",
  "till",
  "to",
  "from",
  "and",
  "between",
  "last",
  "about",
  "through",
  "before",
  "after",
  "or",
  "vs",
  "versus",
]);
const fillers = new Set(["the", "month", "year", "day", "date", "of"]);

/** A day, month, quarter or year of the calendar that begins at a word, written out. */
export function calendarAt(words: Words, at: number, context: PeriodContext): Reading | undefined {
  let skipped = 0;
  while (fillers.has(words[at + skipped]!)) skipped++;
  const found = dated(words.slice(at + skipped), words[at - 1], context);
  return found && { length: found.length + skipped, value: found.value };
}

function dated(words: Words, before: string | undefined, context: PeriodContext): Reading | undefined {
  const [word = "", next = "", third = ""] = words;
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(word);
  if (iso) return isoSpan(Number(iso[1]), Number(iso[2]), iso[3]);
  const quarter = /^q([1-4])$/.exec(word);
  if (quarter) {
    const year = yearIn(next);
    return { length: year ? 2 : 1, value: quarterSpan(year ?? yearOf(context.today), Number(quarter[1])) };
  }
  const year = yearIn(word);
  if (year) return { length: 1, value: yearSpan(year) };
  const day = dayIn(word);
  if (day && monthIn(next === "of" ? third : next)) {
    const skip = next === "of" ? 1 : 0;
    return dayOf(day, monthIn(words[1 + skip]!)!, words[2 + skip], 2 + skip, context);
  }
  const month = monthIn(word);
  if (!month) return undefined;
  const of = dayIn(next);
  if (of) return dayOf(of, month, third, 2, context);
  const monthYear = yearIn(next === "of" ? third : next);
  if (monthYear) return { length: next === "of" ? 3 : 2, value: monthSpan(monthYear, month) };
  // "may" and "march" are verbs too, and a bare month needs somebody who means one.
  if ((word === "may" || word === "march" || word === "mar") && !(before && leads.has(before))) {
    if (words.length > 1 || before !== undefined) return undefined;
  }
  return { length: 1, value: latestMonth(month, context) };
}

function isoSpan(year: number, month: number, day: string | undefined): Reading | undefined {
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { length: 1, value: monthSpan(year, month) };
  const date = civilDate(year, month, Number(day));
  return date === undefined ? undefined : { length: 1, value: { from: date, to: date } };
}

function dayOf(
  day: number,
  month: number,
  yearWord: string | undefined,
  length: number,
  context: PeriodContext,
): Reading | undefined {
  const said = yearIn(yearWord ?? "");
  const year = said ?? yearOf(latestMonth(month, context).from);
  const date = civilDate(year, month, day);
  if (date === undefined) return undefined;
  return { length: length + (said ? 1 : 0), value: { from: date, to: date } };
}

/** The latest such month that has begun by the last row (without rows, by today). */
function latestMonth(month: number, { today, lastRow }: PeriodContext): { from: CivilDate; to: CivilDate } {
  const by = lastRow !== undefined && lastRow < today ? lastRow : today;
  const span = monthSpan(yearOf(by), month);
  return span.from <= by ? span : monthSpan(yearOf(by) - 1, month);
}

function monthIn(word: string): number | undefined {
  const index = monthNames.findIndex(
    (name) => name === word || (word.length >= 3 && word.length <= 4 && name.startsWith(word)),
  );
  return index < 0 ? undefined : index + 1;
}

function dayIn(word: string): number | undefined {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const day = Number(found?.[1]);
  return found && day >= 1 && day <= 31 ? day : undefined;
}

function yearIn(word: string): number | undefined {
  return /^(19|20|21)\d{2}$/.test(word) ? Number(word) : undefined;
}
