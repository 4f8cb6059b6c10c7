import {
  type CivilDate,
  civilDate,
  firstOfMonth,
  monday,
  monthOf,
  monthSpan,
  quarterSpan,
  type Span,
  shiftDays,
  yearOf,
  yearSpan,
} from "./civil-date.ts";
import type { Found, Words } from "./words.ts";

/** What a period without a year is measured by. */
export type PeriodContext = {
  today: CivilDate;
  /** The last day that has a row; a month without a year is the latest that is not after it. */
  lastRow: CivilDate | undefined;
};

const monthNames =
  "january february march april may june july august september october november december".split(" ");
const numbers = "one two three four five six seven eight nine ten eleven twelve".split(" ");

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

/**
 * The first period a question names, with the words it took. Undefined where it names none.
 */
export function findPeriod(words: Words, context: PeriodContext): Found<Span> | undefined {
  for (let at = 0; at < words.length; at++) {
    const found = periodAt(words, at, context);
    if (found) return { at, length: found.length, value: found.value };
  }
  return undefined;
}

type Reading = { length: number; value: Span };

function periodAt(words: Words, at: number, context: PeriodContext): Reading | undefined {
  const word = words[at];
  if (word === "between" || word === "from") {
    return rangeAt(words, at + 1, 1, context) ?? (word === "from" ? openAt(words, at, context) : undefined);
  }
  return openAt(words, at, context) ?? rangeAt(words, at, 0, context) ?? led(words, at, context);
}

/** "in April", "for 2024", "during the last three months": the lead belongs to the period. */
function led(words: Words, at: number, context: PeriodContext): Reading | undefined {
  if (!["in", "for", "during", "on", "over", "of", "within"].includes(words[at]!))
    return spanAt(words, at, context);
  const skip = words[at + 1] === "the" ? 2 : 1;
  const found = spanAt(words, at + skip, context);
  return found && { length: found.length + skip, value: found.value };
}

/** "X to Y", where X takes its year from Y if it has none. */
function rangeAt(words: Words, at: number, lead: number, context: PeriodContext): Reading | undefined {
  const first = spanAt(words, at, context);
  if (!first) return undefined;
  const joint = at + first.length;
  if (!["and", "to", "until", "till", "through", "-"].includes(words[joint]!)) return undefined;
  if (lead === 0 && words[joint] === "and") return undefined;
  const second = spanAt(words, joint + 1, context);
  if (!second) return undefined;
  const length = lead + first.length + 1 + second.length;
  let { from } = first.value;
  const { to } = second.value;
  if (from === undefined || to === undefined) return undefined;
  if (!hasYear(words.slice(at, joint))) {
    const moved = `${to.slice(0, 4)}${from.slice(4)}`;
    from = moved <= to ? moved : `${String(yearOf(to) - 1).padStart(4, "0")}${from.slice(4)}`;
  }
  return from <= to ? { length, value: { from, to } } : undefined;
}

function hasYear(words: Words): boolean {
  return words.some((word) => /^\d{4}(-|$)/.test(word));
}

/** "since X", "until X", "before X", "after X". */
function openAt(words: Words, at: number, context: PeriodContext): Reading | undefined {
  const word = words[at]!;
  if (word === "up" && words[at + 1] === "to") {
    const found = openAt(["until", ...words.slice(at + 2)], 0, context);
    return found && { ...found, length: found.length + 1 };
  }
  if (!["since", "until", "till", "before", "after", "from"].includes(word)) return undefined;
  const found = spanAt(words, at + 1, context);
  if (!found) return undefined;
  const { from, to } = found.value;
  const value: Span =
    word === "since" || word === "from"
      ? { from, to: undefined }
      : word === "before"
        ? { from: undefined, to: from && shiftDays(from, -1) }
        : word === "after"
          ? { from: to && shiftDays(to, 1), to: undefined }
          : { from: undefined, to };
  return { length: found.length + 1, value };
}

/** One day, week, month, quarter or year, or a stretch that ends today. */
function spanAt(words: Words, at: number, context: PeriodContext): Reading | undefined {
  return relativeAt(words, at, context.today) ?? calendarAt(words, at, context);
}

function relativeAt(words: Words, at: number, today: CivilDate): Reading | undefined {
  const [word, next, third] = [words[at], words[at + 1], words[at + 2]];
  if (word === "today") return { length: 1, value: { from: today, to: today } };
  if (word === "yesterday")
    return { length: 1, value: { from: shiftDays(today, -1), to: shiftDays(today, -1) } };
  if (word === "ytd") return { length: 1, value: { from: yearSpan(yearOf(today)).from, to: today } };
  if (word === "year" && next === "to" && third === "date")
    return { length: 3, value: { from: yearSpan(yearOf(today)).from, to: today } };
  if (word === "this" && next) return named(next, 0, today, 2);
  if (third === "ago") return ago(word!, next!, today);
  if (!["last", "past", "previous"].includes(word ?? "") || !next) return undefined;
  const count = countOf(next);
  if (count === 0) return named(next, -1, today, 2);
  if (!third) return undefined;
  const unit = third.replace(/s$/, "");
  const from =
    unit === "day"
      ? shiftDays(today, 1 - count)
      : unit === "week"
        ? shiftDays(today, 1 - 7 * count)
        : unit === "month"
          ? backMonths(today, count)
          : unit === "year"
            ? backMonths(today, 12 * count)
            : undefined;
  return from === undefined ? undefined : { length: 3, value: { from, to: today } };
}

/** "two months ago" is that month, "3 days ago" that day. */
function ago(number: string, unit: string, today: CivilDate): Reading | undefined {
  const count = countOf(number === "a" ? "1" : number);
  if (count === 0) return undefined;
  const first = firstOfMonth(today, -count);
  const week = shiftDays(monday(today), -7 * count);
  const day = shiftDays(today, -count);
  const spans: Record<string, Span> = {
    day: { from: day, to: day },
    week: { from: week, to: shiftDays(week, 6) },
    month: monthSpan(yearOf(first), monthOf(first)),
    year: yearSpan(yearOf(today) - count),
  };
  const value = spans[unit.replace(/s$/, "")];
  return value && { length: 3, value };
}

/** 0 for what is no number. */
function countOf(word: string): number {
  return /^\d{1,3}$/.test(word) ? Number(word) : numbers.indexOf(word) + 1;
}

/** The day after the same day so many months ago: "the last month" of 15 March begins on 16 February. */
function backMonths(today: CivilDate, count: number): CivilDate {
  const first = firstOfMonth(today, -count);
  const day = Number(today.slice(8));
  const same = civilDate(yearOf(first), monthOf(first), day);
  return same ? shiftDays(same, 1) : firstOfMonth(first, 1);
}

function named(unit: string, step: 0 | -1, today: CivilDate, length: number): Reading | undefined {
  const value = (): Span | undefined => {
    if (unit === "week") {
      const from = shiftDays(monday(today), 7 * step);
      return { from, to: shiftDays(from, 6) };
    }
    const first = firstOfMonth(today, step);
    if (unit === "month") return monthSpan(yearOf(first), monthOf(first));
    if (unit === "quarter") {
      const inside = firstOfMonth(today, 3 * step);
      return quarterSpan(yearOf(inside), Math.ceil(monthOf(inside) / 3));
    }
    return unit === "year" ? yearSpan(yearOf(today) + step) : undefined;
  };
  const found = value();
  return found && { length, value: found };
}

function calendarAt(words: Words, at: number, context: PeriodContext): Reading | undefined {
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
