import { addDays, type CivilDate, daysBetween, formatDate, isCivilDate } from "../../values/civil-date.ts";
import type { DateReading } from "../../values/date-reading.ts";

export type YearContext = {
  period: { from: string; to: string } | null;
  /** Days that are printed with their year beside an opening or a closing balance. */
  labelled: readonly string[];
  /** All other days that the document prints with their year. */
  others: readonly string[];
  /** The latest day on which a row without a printed year can lie. */
  latest: string;
  /** The year of the last row, where the person said it. */
  year: number | null;
  /** The year that the statement's number names. */
  numbered: number | null;
};

/** Days that a statement's rows may lie before its period (a card's purchases, booked later), and after it. */
export const mostDaysBefore = 45;
export const mostDaysAfter = 10;
/** Days between a statement's last row and the day on which it is made, at most. */
const mostDaysToIssue = 40;
const widestGap = 75;

/** The rows' dates with a year for each, and whether nothing printed says it. Null where no year makes them days. */
export function chooseYears(
  readings: readonly DateReading[],
  context: YearContext,
): { dates: string[]; yearAssumed: boolean } | null {
  const rows = withoutLooseYears(readings);
  if (rows.every(({ year }) => year !== null)) {
    const dates = rows.map(({ year, month, day }) => ({ year: year!, month, day }));
    return dates.every(isCivilDate) ? { dates: formatted(dates), yearAssumed: false } : null;
  }
  if (rows.some(({ year }) => year !== null)) return besidePrintedYears(rows, context.period);
  const { days, dayOf } = daysOf(rows);
  const latestYear = Number(context.latest.slice(0, 4)) + 1;
  const candidates: Candidate[] = [];
  const [first, final] = endsOf(days);
  for (let year = latestYear; year > latestYear - 40; year--) {
    if (!days.every((day) => isCivilDate(dateIn(year, day)))) continue;
    const dateOf = (day: PrintedDay) => formatDate(dateIn(year, day));
    candidates.push({ days, dateOf, first: dateOf(first), last: dateOf(final) });
  }
  const picked = pickYear(candidates, context);
  if (!picked) return null;
  const dates = days.map(picked.candidate.dateOf);
  return { dates: dayOf.map((at) => dates[at]!), yearAssumed: picked.yearAssumed };
}

/** Rows of one day stand below one another, and have one text for it. */
function formatted(dates: readonly CivilDate[]): string[] {
  let [last, text]: [CivilDate | null, string] = [null, ""];
  return dates.map((date) => {
    if (date.day !== last?.day || date.month !== last.month || date.year !== last.year)
      text = formatDate(date);
    last = date;
    return text;
  });
}

/** A day that rows print: how many new years lie between it and the last row, and how many rows print it. */
type PrintedDay = { month: number; day: number; turns: number; rows: number };

/** The different days of rows, and for each row the place of its own among them. */
function daysOf(rows: readonly DateReading[]): { days: PrintedDay[]; dayOf: number[] } {
  const turns = turnsOf(rows);
  const days: PrintedDay[] = [];
  const places = new Map<number, number>();
  const dayOf = rows.map(({ month, day }, index) => {
    const key = (turns[index]! * 12 + month) * 31 + day;
    const place = places.get(key) ?? days.push({ month, day, turns: turns[index]!, rows: 0 }) - 1;
    places.set(key, place);
    days[place]!.rows++;
    return place;
  });
  return { days, dayOf };
}

/** A printed day if the last row is of a year. */
function dateIn(year: number, { month, day, turns }: PrintedDay): CivilDate {
  return { year: year - turns, month, day };
}

/** The earliest and the latest of these days. */
function endsOf(days: readonly PrintedDay[]): [PrintedDay, PrintedDay] {
  const placeOf = ({ month, day, turns }: PrintedDay) => (month - 12 * turns) * 31 + day;
  let [first, last] = [days[0]!, days[0]!];
  for (const day of days) {
    if (placeOf(day) < placeOf(first)) first = day;
    if (placeOf(day) > placeOf(last)) last = day;
  }
  return [first, last];
}

/** The days of the rows if the last one is of one year, with the first and the last of them. */
type Candidate = {
  days: readonly PrintedDay[];
  dateOf: (day: PrintedDay) => string;
  first: string;
  last: string;
};

type Picked = { candidate: Candidate; yearAssumed: boolean } | null;

function pickYear(
  candidates: readonly Candidate[],
  { period, labelled, others, latest, year, numbered }: YearContext,
): Picked {
  if (period) {
    const within = best(candidates, (each) => inside(each, period));
    if (within) return { candidate: within, yearAssumed: false };
  }
  const near = best(candidates, (each) => labelled.filter((day) => isNear(each, day)).length);
  if (near) return { candidate: near, yearAssumed: false };
  if (year !== null) {
    const told = candidates.find(({ last }) => Number(last.slice(0, 4)) === year);
    return told ? { candidate: told, yearAssumed: false } : null;
  }
  const usual = candidates.find(({ last }) => last <= latest);
  const issued = best(candidates, (each) => others.filter((day) => isIssued(each, day)).length);
  // A day that is printed somewhere may have nothing to do with the rows; only where the file's own agrees is it sure.
  if (issued) return { candidate: issued, yearAssumed: issued !== usual };
  // A title may say its first day alone ("January 8, 2025 Page 1 of 3").
  const past = candidates.filter(({ last }) => last <= latest);
  const beside = best(past, (each) => others.filter((day) => isNear(each, day)).length);
  if (beside) return { candidate: beside, yearAssumed: true };
  const ofNumber = past.find(({ last }) => Number(last.slice(0, 4)) === numbered);
  if (ofNumber) return { candidate: ofNumber, yearAssumed: true };
  return usual ? { candidate: usual, yearAssumed: true } : null;
}

/** The candidate with the highest score above zero; of equal ones the latest. */
function best(candidates: readonly Candidate[], score: (candidate: Candidate) => number): Candidate | null {
  let found: Candidate | null = null;
  let highest = 0;
  for (const candidate of candidates) {
    const points = score(candidate);
    if (points > highest) [found, highest] = [candidate, points];
  }
  return found;
}

function inside(
  { days, dateOf, first, last }: Candidate,
  { from, to }: { from: string; to: string },
): number {
  const earliest = addDays(from, -mostDaysBefore);
  const latest = addDays(to, mostDaysAfter);
  if (last < earliest || first > latest) return 0;
  // A row in the period counts for more than one that is only near it.
  return days.reduce((sum, day) => {
    const date = dateOf(day);
    return sum + day.rows * (Number(date >= from && date <= to) + Number(date >= earliest && date <= latest));
  }, 0);
}

function isNear({ first, last }: Candidate, day: string): boolean {
  return day >= addDays(first, -mostDaysToIssue) && day <= addDays(last, mostDaysToIssue);
}

function isIssued({ last }: Candidate, day: string): boolean {
  return day >= last && day <= addDays(last, mostDaysToIssue);
}

/** "3 Jun 24 HOUR GYM" among rows that print no year has none. */
function withoutLooseYears(readings: readonly DateReading[]): readonly DateReading[] {
  if (readings.every(({ year }) => year !== null)) return readings;
  return readings.map((reading) => (reading.loose ? { ...reading, year: null } : reading));
}

/** Where some rows print their year, the others lie nearest to the period, else to a row beside them that does. */
function besidePrintedYears(
  rows: readonly DateReading[],
  period: YearContext["period"],
): { dates: string[]; yearAssumed: boolean } | null {
  const dates: (string | null)[] = rows.map(({ year, month, day }) =>
    year !== null && isCivilDate({ year, month, day }) ? formatDate({ year, month, day }) : null,
  );
  const fill = (order: readonly number[]) => {
    let last: string | null = null;
    for (const index of order) {
      if (dates[index] === null && last !== null) dates[index] = nearest(rows[index]!, last, last);
      last = dates[index] ?? last;
    }
  };
  if (period) {
    for (const [index, row] of rows.entries()) dates[index] ??= nearest(row, period.from, period.to);
  }
  const forward = rows.map((_, index) => index);
  fill(forward);
  fill(forward.toReversed());
  return dates.every((date) => date !== null) ? { dates, yearAssumed: false } : null;
}

/** The day of a year that lies in a span of time, or nearest to it; of two in it the later. */
function nearest({ month, day }: DateReading, from: string, to: string): string | null {
  const year = Number(to.slice(0, 4));
  const days = [year + 1, year, year - 1].map((each) => ({ year: each, month, day })).filter(isCivilDate);
  const apart = (date: string) =>
    date < from ? daysBetween(date, from) : date > to ? daysBetween(to, date) : 0;
  return days.map(formatDate).sort((a, b) => apart(a) - apart(b))[0] ?? null;
}

/**
 * For each row how many new years lie between it and the last one. The days of the year that no row falls on part
 * the end of the statement from its beginning; where rows fill the whole year, their order does.
 */
function turnsOf(rows: readonly DateReading[]): number[] {
  const dayOf = ({ month, day }: DateReading) => (month - 1) * 31 + day;
  const days = [...new Set(rows.map(dayOf))].sort((a, b) => a - b);
  let [gap, start] = [372 - days.at(-1)! + days[0]!, days[0]!];
  for (let at = 1; at < days.length; at++) {
    if (days[at]! - days[at - 1]! > gap) [gap, start] = [days[at]! - days[at - 1]!, days[at]!];
  }
  if (gap >= widestGap) return rows.map((row) => Number(dayOf(row) >= start && start > days[0]!));
  const down = rows.filter((row, at) => at > 0 && dayOf(row) < dayOf(rows[at - 1]!)).length;
  const up = rows.filter((row, at) => at > 0 && dayOf(row) > dayOf(rows[at - 1]!)).length;
  const inTime = down > up ? rows.toReversed() : rows;
  let years = 0;
  const passed = inTime.map((row, at) => {
    if (at > 0 && dayOf(inTime[at - 1]!) - dayOf(row) > 186) years++;
    return years;
  });
  const left = passed.map((each) => years - each);
  return down > up ? left.toReversed() : left;
}
