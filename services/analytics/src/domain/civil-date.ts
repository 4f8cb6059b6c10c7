/** The days that a YYYY-MM-DD can say. */
export const firstDay = "0001-01-01";
export const lastDay = "9999-12-31";

/** Whether a YYYY-MM-DD is a day of the (proleptic Gregorian) calendar from year 1 on. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < firstDay) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The months from the first to the last, both inclusive, as YYYY-MM. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  for (;;) {
    const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    if (text > last) return months;
    months.push(text);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** The last day of a YYYY-MM-DD's month. */
export function lastOfMonth(date: string): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const day = new Date(Date.UTC(2000, month, 0));
  day.setUTCFullYear(year, month, 0);
  return `${date.slice(0, 7)}-${String(day.getUTCDate()).padStart(2, "0")}`;
}

/** The day before or after a YYYY-MM-DD; not before the first one or after the last. */
export function shiftDay(date: string, by: 1 | -1): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + by);
  return day.toISOString().slice(0, 10);
}
