import type { DateMark } from "../../layout/marked-line.ts";
import { addDays, type CivilDate, daysBetween, formatDate, isCivilDate } from "../../values/civil-date.ts";
import type { DateOrder, DateReading } from "../../values/date-reading.ts";
import { chooseYears, mostDaysAfter, mostDaysBefore } from "./years.ts";

export type DateContext = {
  /** Every date of the document, rows and all. */
  all: readonly DateMark[];
  /** What may be the period, first and last day each, the likeliest first. */
  periods: readonly PrintedPeriod[];
  /** Dates beside opening and closing balances. */
  labelled: readonly DateMark[];
  /** The latest day on which a row without a printed year can lie. */
  latest: string;
  /** The year of the last row, where the person said it. */
  year: number | null;
  /** The year that the statement's number names ("2024/012"). */
  numbered: number | null;
  /** How many days before the period a row can lie: a card's purchases may be booked weeks later. */
  early: number;
  /** The order that the document names ("DD/MM/YYYY"). */
  named: DateOrder | null;
  /** How the country of the currency writes dates, where nothing printed decides. */
  usual: DateOrder;
};

/** `labelled`: words beside it say that it is the statement's. */
export type PrintedPeriod = { marks: readonly DateMark[]; labelled: boolean };

export type ResolvedDates = {
  /** ISO date of each row, in the order given. */
  dates: string[];
  order: DateOrder;
  period: { from: string; to: string } | null;
  yearAssumed: boolean;
  /** Two orders fit all that is printed and give other dates, or some rows lie outside of the printed period. */
  ambiguous: boolean;
};

/** Days from the first to the last of a statement of a year. */
const longestPeriod = 370;
const manyYears = 1_100;

const orders: readonly DateOrder[] = ["dmy", "mdy", "ymd"];

/** Reads the rows' dates in the one order that fits the whole document; null when a row fits none. */
export function resolveDates(rows: readonly DateMark[], context: DateContext): ResolvedDates | null {
  const needsOrder =
    rows.length === 0 || rows.some((mark) => mark.readings.length > 1 || mark.readings[0]?.order !== "named");
  const tried = needsOrder ? orders : orders.slice(0, 1);
  const fitting = tried.map((order) => resolveIn(order, rows, context)).filter((each) => each !== null);
  if (fitting.length === 0) return null;
  const usual = ({ order }: Candidate) => Number(order === context.usual);
  fitting.sort((a, b) => a.cost - b.cost || a.weak - b.weak || usual(b) - usual(a));
  const [best, ...others] = fitting as [Candidate, ...Candidate[]];
  const rivals = others.filter(
    (other) =>
      (other.cost === best.cost || isStretched(best, other)) &&
      !isFarLikelier(best, other) &&
      other.dates.join() !== best.dates.join(),
  );
  const { dates, order, period, yearAssumed } = best;
  return { dates, order, period, yearAssumed, ambiguous: rivals.length > 0 || best.astray };
}

type Candidate = Omit<ResolvedDates, "ambiguous"> & {
  /** What speaks against this order. */
  cost: number;
  /** Whether the rows take more than the quarter year of most statements: that settles nothing. */
  weak: number;
  /** Months that rows lie in. */
  months: number;
  /** Days from the first row to the last. */
  span: number;
  /** Rows lie outside of a period that is certainly the statement's. */
  astray: boolean;
};

/**
 * Rows on many days of one or two months are no rows on one day of as many months; but on the first of each they may
 * be a year's interest.
 */
function isFarLikelier(best: Candidate, other: Candidate): boolean {
  return best.months <= 2 && other.months >= 5 && other.dates.some((date) => !date.endsWith("-01"));
}

/** Rows of a month or two, but for one that stands out of order, are no rows of many years that happen to be in order. */
function isStretched(best: Candidate, other: Candidate): boolean {
  return best.span > manyYears && other.span <= longestPeriod && other.cost - best.cost < 100;
}

function resolveIn(order: DateOrder, rows: readonly DateMark[], context: DateContext): Candidate | null {
  const pick = (mark: DateMark) => pickReading(mark.readings, order);
  const readings = rows.map(pick);
  if (readings.some((reading) => reading === null)) return null;
  const full = (marks: readonly DateMark[]) =>
    marks
      .map(pick)
      .filter((reading) => reading !== null)
      .map(({ year, month, day }) => ({ year: year ?? 0, month, day }))
      .filter(isCivilDate)
      .map(formatDate);
  const periods = context.periods
    .map(({ marks, labelled }) => ({ ...periodOf(marks.map(pick)), labelled }))
    .filter((period): period is Period => period.from !== undefined);
  const lastOther = addDays(context.latest, mostDaysAfter);
  const others = full(context.all).filter((day) => day <= lastOther);
  const years = chooseYears(readings as DateReading[], {
    period: periods[0] ?? null,
    labelled: full(context.labelled),
    others,
    latest: context.latest,
    year: context.year,
    numbered: context.numbered,
  });
  if (!years) return null;
  const { dates } = years;
  const [fittest] = periods
    .map((each) => ({ period: each, outside: rowsOutside(dates, each) }))
    .sort((a, b) => a.outside - b.outside);
  const period = fittest?.period;
  const unfit = context.all.filter((mark) => pick(mark) === null && !isWithoutYear(mark, order)).length;
  const lastDay = addDays(context.latest, 40);
  const late = dates.filter((date) => date > lastDay).length;
  const up = dates.filter((date, index) => index > 0 && date > dates[index - 1]!).length;
  const down = dates.filter((date, index) => index > 0 && date < dates[index - 1]!).length;
  const turns = Math.min(up, down);
  const sorted = dates.toSorted();
  const span = dates.length > 0 ? daysBetween(sorted[0]!, sorted.at(-1)!) : 0;
  const isLong = period !== undefined && daysBetween(period.from, period.to) > longestPeriod;
  // "21/11/22 - 07/01/23" is no period where the year comes first, however many dates in texts are written so.
  const isLost = periods.length === 0 && context.periods.some(({ labelled }) => labelled);
  const isOther = context.named !== null && context.named !== order;
  return {
    ...years,
    order,
    period: period ? { from: period.from, to: period.to } : null,
    cost:
      Number(isLost) * 100_000 +
      unfit * 1_000 +
      Number(isOther) * 500 +
      (late + (fittest?.outside ?? 0)) * 100 +
      turns * 10 +
      5 * (Number(span > longestPeriod) + Number(isLong)),
    weak: Number(span > 100),
    span,
    months: new Set(dates.map((date) => date.slice(0, 7))).size,
    astray: period !== undefined && isAstray(dates, period, context.early),
  };
}

/** Where the year comes first "3/1" beside a whole date has none: two days of a month, or the third instalment of one. */
function isWithoutYear({ readings }: DateMark, order: DateOrder): boolean {
  return order === "ymd" && readings.every(({ year }) => year === null);
}

type Period = { from: string; to: string; labelled: boolean };

function rowsOutside(dates: readonly string[], { from, to }: Period): number {
  const earliest = addDays(from, -mostDaysBefore);
  const latest = addDays(to, mostDaysAfter);
  return dates.filter((date) => date < earliest || date > latest).length;
}

/** So many rows outside of what looks like a period say that it is another one. */
const fewestRows = 3;

/** Some rows outside of the printed period where most are in it, or hardly any rows are: one of those dates is none. */
function isAstray(dates: readonly string[], { from, to, labelled }: Period, early: number): boolean {
  const within = dates.filter((date) => date >= from && date <= to).length;
  const [earliest, latest] = [addDays(from, -early), addDays(to, mostDaysAfter)];
  const away = dates.some((date) => date < earliest || date > latest);
  return away && (labelled || within * 2 > dates.length || dates.length < fewestRows);
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
