import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import { fold } from "../../text/fold.ts";
import { daysInMonth } from "../../values/civil-date.ts";
import { monthOf } from "../../values/month.ts";
import { withDates } from "./headed-dates.ts";

type Month = { year: number; month: number };

/** The day with which a row begins: its number, and the word that may name its weekday. */
type DayOfRow = Month & { line: number; words: number; day: number; name: string | null };

/** So many rows are no chance. */
const fewest = 3;

/** "March 2025" may have so many words beside it. */
const mostWords = 3;

/**
 * Lines with the days of rows that print no more than "04" or "Tue 4" below the heading of their month ("March 2025").
 * "mar. 4" is a Tuesday there and not the fourth of March. As they are where the numbers are no days in order.
 */
export function withDaysBelowMonths(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const months = lines.map(monthHeadedBy);
  if (!months.some(Boolean)) return lines;
  const days: DayOfRow[] = [];
  const named: DayOfRow[] = [];
  let open: Month | null = null;
  let isFirst = false;
  for (const [at, line] of lines.entries()) {
    if (months[at]) {
      open = months[at];
      isFirst = true;
    } else if (open && line.labels.length === 0 && line.figures.some(({ weak }) => !weak)) {
      const found = dayOf(line, at, open);
      // A row without a day is of the one above it, which the first below a heading has not.
      if (!found && isFirst) return lines;
      isFirst = false;
      if (!found) continue;
      days.push(found);
      if (found.name !== null) named.push(found);
    }
  }
  const sections = new Set(days.map(({ year, month }) => `${year}-${month}`));
  const isNamed = named.length === days.length && nameWeekdays(named);
  if (named.length > 0 && !isNamed) return lines;
  if (days.length < fewest || !isInOrder(days) || hasOtherDates(lines, days)) return lines;
  if (!isNamed && (sections.size < 2 || !isColumn(lines, days))) return lines;
  const found = new Map(days.map((day) => [day.line, day]));
  return lines.map((line, at) => {
    const day = found.get(at);
    if (!day) return line;
    return withDates({ ...line, dates: line.dates.filter(({ from }) => from >= day.words) }, [
      markOf(line, day),
    ]);
  });
}

/** The month that a line names with its year, and hardly anything else. */
function monthHeadedBy({ words, dates, figures }: MarkedLine): Month | null {
  if (dates.length > 0 || words.length > mostWords || figures.some(({ weak }) => !weak)) return null;
  const texts = words.map(({ text }) => text);
  const year = texts.map((text) => /^(20\d{2})[.,]?$/.exec(text)?.[1]).find(Boolean);
  const month = texts.map((text) => monthOf(text)).find(Boolean);
  return year && month ? { year: Number(year), month } : null;
}

function dayOf({ words }: MarkedLine, line: number, { year, month }: Month): DayOfRow | null {
  const [first, second] = words;
  const number = /^(\d{1,2})(?:[.)]|st|nd|rd|th|er|º|日|일)?$/;
  const own = number.exec(first!.text)?.[1];
  const behind = /^\p{L}{1,12}[.,]?$/u.test(first!.text) ? number.exec(second?.text ?? "")?.[1] : undefined;
  const day = Number(own ?? behind);
  if (!(day >= 1 && day <= daysInMonth(year, month))) return null;
  return own === undefined
    ? { year, month, line, words: 2, day, name: fold(first!.text) }
    : { year, month, line, words: 1, day, name: null };
}

/** Whether each word before a day stands for one day of the week, as the calendar has it. */
function nameWeekdays(days: readonly DayOfRow[]): boolean {
  const names = new Map<number, string>();
  for (const { year, month, day, name } of days) {
    const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
    if ((names.get(weekday) ?? name) !== name) return false;
    names.set(weekday, name!);
  }
  return names.size >= fewest && new Set(names.values()).size === names.size;
}

/** Days and months go one way; numbers that count the rows are no days. */
function isInOrder(days: readonly DayOfRow[]): boolean {
  const places = days.map(({ year, month, day }) => (year * 12 + month) * 31 + day);
  const steps = places.slice(1).map((place, index) => place - places[index]!);
  const isOrdered = steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
  const within = days.slice(1).flatMap((day, index) => {
    const before = days[index]!;
    return before.month === day.month && before.year === day.year ? [day.day - before.day] : [];
  });
  return isOrdered && within.some((step) => step !== 1);
}

/** Whether most rows print a date of their own, which says more. */
function hasOtherDates(lines: readonly MarkedLine[], days: readonly DayOfRow[]): boolean {
  const dated = days.filter(({ line, words }) => lines[line]!.dates.some(({ to }) => to > words));
  return dated.length * 5 > days.length;
}

function isColumn(lines: readonly MarkedLine[], days: readonly DayOfRow[]): boolean {
  const first = lines[days[0]!.line]!.words[0]!;
  return days.every(({ line }) => {
    const { x0, x1 } = lines[line]!.words[0]!;
    return Math.min(Math.abs(x0 - first.x0), Math.abs(x1 - first.x1)) < first.size;
  });
}

function markOf({ words }: MarkedLine, { words: to, year, month, day }: DayOfRow): DateMark {
  const { x0 } = words[0]!;
  const { x1 } = words[to - 1]!;
  return { from: 0, to, x0, x1, readings: [{ order: "named", year, month, day }], short: false };
}
