import { calendarAt, type PeriodContext, type Reading } from "./calendar-period.ts";
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

const numbers = "one two three four five six seven eight nine ten eleven twelve".split(" ");

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
