import { addDays, type CivilDate, parseIsoDate } from "./civil-date.ts";

/** Leap years are told by the year's place in a cycle of 33; the rule holds for some centuries around now. */
const leapPlaces: ReadonlySet<number> = new Set([1, 5, 9, 13, 17, 22, 26, 30]);

/** Where the count of days begins: 1 Farvardin 1375. */
const firstYear = 1375;
const firstDay = "1996-03-20";

/** The day of the calendar of Iran and Afghanistan (1403/10/02 is 22 December 2024); null where there is no such day. */
export function fromSolarHijri(year: number, month: number, day: number): CivilDate | null {
  if (year < firstYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  let days = (month - 1) * 31 - Math.max(0, month - 7) + day - 1;
  for (let each = firstYear; each < year; each++) days += isLeap(each) ? 366 : 365;
  return parseIsoDate(addDays(firstDay, days));
}

function daysIn(year: number, month: number): number {
  return month <= 6 ? 31 : month <= 11 || isLeap(year) ? 30 : 29;
}

function isLeap(year: number): boolean {
  return leapPlaces.has(year % 33);
}
