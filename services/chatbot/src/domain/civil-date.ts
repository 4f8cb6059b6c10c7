/** A day of the calendar, YYYY-MM-DD. */
export type CivilDate = string;

/** Both inclusive; absent means open at that end. */
export type Span = { from: CivilDate | undefined; to: CivilDate | undefined };

/** The day, or undefined where the calendar has none such. Months count from 1. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return write(date);
}

/** Whether a day is between 0001-01-01 and 9999-12-31: counting on from a day may leave them. */
export function isCivilDate(date: CivilDate): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && date >= "0001-01-01";
}

export function shiftDays(date: CivilDate, days: number): CivilDate {
  const shifted = new Date(`${date}T00:00:00Z`);
  shifted.setUTCDate(shifted.getUTCDate() + days);
  return write(shifted);
}

/** The first day of the month that is `months` from the date's own. */
export function firstOfMonth(date: CivilDate, months = 0): CivilDate {
  const shifted = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  shifted.setUTCMonth(shifted.getUTCMonth() + months);
  return write(shifted);
}

export function monthSpan(year: number, month: number): { from: CivilDate; to: CivilDate } {
  const from = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
  return { from, to: shiftDays(firstOfMonth(from, 1), -1) };
}

export function yearSpan(year: number): { from: CivilDate; to: CivilDate } {
  const text = String(year).padStart(4, "0");
  return { from: `${text}-01-01`, to: `${text}-12-31` };
}

/** Quarters count from 1. */
export function quarterSpan(year: number, quarter: number): { from: CivilDate; to: CivilDate } {
  return { from: monthSpan(year, quarter * 3 - 2).from, to: monthSpan(year, quarter * 3).to };
}

/** The Monday of the date's week (ISO 8601). */
export function monday(date: CivilDate): CivilDate {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return shiftDays(date, -((weekday + 6) % 7));
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: CivilDate): number {
  return Number(date.slice(5, 7));
}

/** Today where the person is. @throws RangeError for a time zone that is not in the IANA list */
export function todayIn(timeZone: string, now: Date): CivilDate {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(now);
}

function write(date: Date): CivilDate {
  return date.toISOString().slice(0, 10);
}
