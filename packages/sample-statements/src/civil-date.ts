const dayLength = 86_400_000;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** How a date is printed; those that end at the month print no year. */
export type DateStyle =
  | "2 Jan 2006"
  | "02/01/2006"
  | "01/02/2006"
  | "02-01-2006"
  | "02.01.2006"
  | "2006-01-02"
  | "02 Jan"
  | "Jan 2";

export function isCivilDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateAt(dayNumber(text)) === text;
}

export function addDays(date: string, days: number): string {
  return dateAt(dayNumber(date) + days);
}

/** How many days lie from one date to another. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The first day of the month that is `months` after the date's. */
export function monthStart(date: string, months: number): string {
  const [year, month] = date.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The style is named by how 2 January 2006 looks in it. */
export function printDate(date: string, style: DateStyle): string {
  const [year, month, day] = date.split("-") as [string, string, string];
  const name = months[Number(month) - 1]!;
  const styles: Record<DateStyle, string> = {
    "2 Jan 2006": `${Number(day)} ${name} ${year}`,
    "02/01/2006": `${day}/${month}/${year}`,
    "01/02/2006": `${month}/${day}/${year}`,
    "02-01-2006": `${day}-${month}-${year}`,
    "02.01.2006": `${day}.${month}.${year}`,
    "2006-01-02": date,
    "02 Jan": `${day} ${name}`,
    "Jan 2": `${name} ${Number(day)}`,
  };
  return styles[style];
}

function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / dayLength);
}

function dateAt(day: number): string {
  return Number.isFinite(day) ? new Date(day * dayLength).toISOString().slice(0, 10) : "";
}
