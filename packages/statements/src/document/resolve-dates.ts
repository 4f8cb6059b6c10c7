import type { DateMark } from "../layout/marked-line.ts";
import { addDays, type CivilDate, daysBetween, formatDate, isCivilDate } from "../values/civil-date.ts";
import type { DateOrder, DateReading } from "../values/printed-date.ts";

export type DateContext = {
  /** Every date of the document, rows and all. */
  all: readonly DateMark[];
  /** The printed dates of the period, first and last, where there is one. */
  period: readonly DateMark[];
  /** The latest day on which a row without a printed year can lie. */
  latest: string;
  /** The year of the last row, where the person said it. */
  year: number | null;
  /** How the country of the currency writes dates, where nothing printed decides. */
  usual: DateOrder;
};

export type ResolvedDates = {
  /** ISO date of each row, in the order given. */
  dates: string[];
  period: { from: string; to: string } | null;
  yearAssumed: boolean;
  /** Two orders fit all that is printed and give other dates. */
  ambiguous: boolean;
};

/** Days from the first to the last of a statement of a year. */
const longestPeriod = 370;

const orders: readonly DateOrder[] = ["dmy", "mdy", "ymd"];

/** Reads the rows' dates in the one order that fits the whole document; null when a row fits none. */
export function resolveDates(rows: readonly DateMark[], context: DateContext): ResolvedDates | null {
  const needsOrder = rows.some((mark) => mark.readings.length > 1 || mark.readings[0]?.order !== "named");
  const candidates = needsOrder
    ? orders.map((order) => resolveIn(order, rows, context))
    : [resolveIn("dmy", rows, context)];
  const fitting = candidates.filter((candidate) => candidate !== null);
  if (fitting.length === 0) return null;
  const cost = (candidate: Candidate) =>
    candidate.unfit * 1_000 + candidate.outside * 100 + candidate.turns * 10 + candidate.sprawl;
  fitting.sort(
    (a, b) => cost(a) - cost(b) || Number(b.order === context.usual) - Number(a.order === context.usual),
  );
  const [best, second] = fitting as [Candidate, Candidate?];
  const rival = second && cost(second) === cost(best) && second.dates.join() !== best.dates.join();
  return { dates: best.dates, period: best.period, yearAssumed: best.yearAssumed, ambiguous: rival === true };
}

type Candidate = Omit<ResolvedDates, "ambiguous"> & {
  order: DateOrder;
  /** Dates of the document that this order cannot read. */
  unfit: number;
  /** Rows outside of the period, or after the file was made. */
  outside: number;
  /** Whether the rows go both up and down. */
  turns: number;
  /** Whether the rows take more than the quarter year of most statements. */
  sprawl: number;
};

function resolveIn(order: DateOrder, rows: readonly DateMark[], context: DateContext): Candidate | null {
  const pick = (mark: DateMark) => pickReading(mark.readings, order);
  const readings = rows.map(pick);
  if (readings.some((reading) => reading === null)) return null;
  const unfit = context.all.filter((mark) => pick(mark) === null).length;
  const full = context.all.map(pick).filter((reading) => reading?.year != null) as DateReading[];
  const period = periodOf(context.period.map(pick));
  const years = chooseYears(readings as DateReading[], full, period, context);
  if (!years) return null;
  const { dates, yearAssumed } = years;
  const steps = dates.slice(1).map((date, index) => Math.sign(daysBetween(dates[index]!, date)));
  const up = steps.filter((step) => step > 0).length;
  const down = steps.filter((step) => step < 0).length;
  const sorted = dates.toSorted();
  const span = dates.length > 0 ? daysBetween(sorted[0]!, sorted.at(-1)!) : 0;
  const outside = dates.filter(
    (date) =>
      date > addDays(context.latest, 40) ||
      (period !== null && (date < addDays(period.from, -40) || date > addDays(period.to, 10))),
  ).length;
  const isLong = period !== null && daysBetween(period.from, period.to) > longestPeriod;
  return {
    order,
    dates,
    period,
    yearAssumed,
    unfit,
    outside,
    turns: Math.min(up, down),
    sprawl: Number(span > 100) + Number(isLong),
  };
}

function pickReading(readings: readonly DateReading[], order: DateOrder): DateReading | null {
  return (
    readings.find((reading) => reading.order === "named" || reading.order === order) ??
    (readings.length === 1 && readings[0]!.order === "ymd" ? readings[0]! : null)
  );
}

function periodOf(readings: readonly (DateReading | null)[]): { from: string; to: string } | null {
  const [from, to] = readings;
  if (!from || !to || to.year === null) return null;
  const end: CivilDate = { year: to.year, month: to.month, day: to.day };
  const wraps = from.month > to.month || (from.month === to.month && from.day > to.day);
  const start = { year: from.year ?? to.year - Number(wraps), month: from.month, day: from.day };
  if (!isCivilDate(start) || !isCivilDate(end)) return null;
  const period = { from: formatDate(start), to: formatDate(end) };
  return period.from <= period.to ? period : null;
}

function chooseYears(
  readings: readonly DateReading[],
  full: readonly DateReading[],
  period: { from: string; to: string } | null,
  context: DateContext,
): { dates: string[]; yearAssumed: boolean } | null {
  const printed = readings.filter(({ year }) => year !== null);
  if (printed.length === readings.length) {
    const dates = readings.map(({ year, month, day }) => ({ year: year!, month, day }));
    return dates.every(isCivilDate) ? { dates: dates.map(formatDate), yearAssumed: false } : null;
  }
  const named = full.map(({ year, month, day }) => ({ year: year!, month, day })).filter(isCivilDate);
  const latestPrinted = named.map(formatDate).sort().at(-1);
  const limit = period ? addDays(period.to, 10) : (latestPrinted ?? context.latest);
  const assumed = !period && !latestPrinted;
  const bound = assumed && context.year !== null ? lastInYear(readings, context.year) : limit;
  if (bound === null) return null;
  const dates = yearsUpTo(readings, bound);
  return dates && { dates, yearAssumed: assumed && context.year === null };
}

/** The rows' years such that none is after `bound` and neighbours stay together across a new year. */
function yearsUpTo(readings: readonly DateReading[], bound: string): string[] | null {
  const boundYear = Number(bound.slice(0, 4));
  const dates = readings.map(({ year, month, day }) => {
    if (year !== null) return formatDate({ year, month, day });
    for (let candidate = boundYear; candidate > boundYear - 9; candidate--) {
      const date = { year: candidate, month, day };
      if (isCivilDate(date) && formatDate(date) <= bound) return formatDate(date);
    }
    return null;
  });
  if (dates.some((date) => date === null)) return null;
  return keepTogether(dates as string[], readings);
}

/**
 * Days picked one by one may fall on both sides of the bound's day of the year ("20 Dec" last year, "5 Jan" this
 * year is right; "10 Mar" this year and "20 Mar" last year is one statement torn apart). Rows that would span
 * most of a year are moved back together.
 */
function keepTogether(dates: string[], readings: readonly DateReading[]): string[] {
  const sorted = dates.toSorted();
  if (sorted.length === 0 || daysBetween(sorted[0]!, sorted.at(-1)!) < 200) return dates;
  const moved = dates.map((date, index) =>
    readings[index]!.year === null && daysBetween(sorted[0]!, date) > 200 ? movedBack(date) : date,
  );
  const again = moved.toSorted();
  return daysBetween(again[0]!, again.at(-1)!) < 200 ? moved : dates;
}

function movedBack(date: string): string {
  const back = {
    year: Number(date.slice(0, 4)) - 1,
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8)),
  };
  return isCivilDate(back) ? formatDate(back) : date;
}

/** The bound that puts the last row into the given year: the latest day of the rows' own cycle. */
function lastInYear(readings: readonly DateReading[], year: number): string | null {
  const days = yearsUpTo(readings, `${year}-12-31`);
  if (!days) return null;
  // December rows of a statement that runs into January belong to the year before.
  const months = new Set(readings.map(({ month }) => month));
  const wraps = months.has(12) && months.has(1) && months.size < 6;
  if (!wraps) return `${year}-12-31`;
  const early = days.map((day) => day.slice(5)).filter((day) => day < "07-01");
  return `${year}-${early.sort().at(-1)}`;
}
