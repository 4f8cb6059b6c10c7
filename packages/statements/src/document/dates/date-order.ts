import { daysBetween } from "../../values/civil-date.ts";

const daysOfYear = 366;

/** Of fewer rows nothing says that they are in order; what is booked late is of so many days before at most. */
const fewestInOrder = 6;
const mostDaysLate = 60;

/** Whether a row's date lies neither between nor on those of its neighbours. */
export function breaksOrder(dates: readonly string[], rows: readonly number[], at: number): boolean {
  const before = at > 0 ? dates[rows[at - 1]!]! : null;
  const after = at + 1 < rows.length ? dates[rows[at + 1]!]! : null;
  const own = dates[rows[at]!]!;
  if (before === null || after === null) return true;
  return !((before <= own && own <= after) || (before >= own && own >= after));
}

/** Whether a row lies more than a year before or behind both of its neighbours: a digit of its year may be another one. */
export function isFarOff(dates: readonly string[], rows: readonly number[], at: number): boolean {
  const own = dates[rows[at]!]!;
  const [before, after] = [dates[rows[at - 1]!], dates[rows[at + 1]!]];
  if (before === undefined || after === undefined || before < own !== after < own) return false;
  return [before, after].every((date) => Math.abs(daysBetween(date, own)) > daysOfYear);
}

/** Whether a row lies months before or behind both of its neighbours, and all others are in the order of time. */
export function isAloneOutOfOrder(dates: readonly string[], rows: readonly number[], at: number): boolean {
  const own = dates[rows[at]!]!;
  const [before, after] = [dates[rows[at - 1]!], dates[rows[at + 1]!]];
  if (before === undefined || after === undefined || before < own !== after < own) return false;
  if (rows.length < fewestInOrder || ![before, after].every((date) => isMonthsOff(date, own))) return false;
  const others = rows.filter((_, index) => index !== at).map((index) => dates[index]!);
  return (
    others.every((date, index) => index === 0 || date >= others[index - 1]!) ||
    others.every((date, index) => index === 0 || date <= others[index - 1]!)
  );
}

/** Whether dates turn back once at most, as they do where a single one is out of their order. */
export function leavesOrderOnce(dates: readonly string[]): boolean {
  let [up, down] = [0, 0];
  for (let at = 1; at < dates.length; at++) {
    if (dates[at]! > dates[at - 1]!) up++;
    if (dates[at]! < dates[at - 1]!) down++;
  }
  return up <= 1 || down <= 1;
}

function isMonthsOff(date: string, own: string): boolean {
  return date.slice(0, 7) !== own.slice(0, 7) && Math.abs(daysBetween(date, own)) > mostDaysLate;
}
