import { firstDay, lastDay, lastOfMonth, shiftDay } from "./civil-date.ts";
import { firstOfMonth } from "./rollup.ts";

/** Days from `from` to `to`, both inclusive; absent means open at that end. */
export type Span = { from: string | undefined; to: string | undefined };

/** Whole months for the sums per month (as days: first of the first, last of the last), and days for the rest. */
export type Cover = { months: Span | undefined; days: Span[] };

/** Covers a span with as many whole months as fit in, and at most two stretches of days at its ends. */
export function cover(span: Span): Cover {
  const days: Span[] = [];
  let { from, to } = span;
  if (from !== undefined && from !== firstOfMonth(from)) {
    const end = lastOfMonth(from);
    if (to !== undefined && to < end) return { months: undefined, days: [{ from, to }] };
    days.push({ from, to: end });
    // The calendar's first and last months have none beyond them that a store could be asked for.
    if (end === lastDay) return { months: undefined, days };
    from = shiftDay(end, 1);
  }
  if (to !== undefined && to !== lastOfMonth(to)) {
    const start = firstOfMonth(to);
    if (from === undefined || from <= to) days.push({ from: start, to });
    if (start === firstDay) return { months: undefined, days };
    to = shiftDay(start, -1);
  }
  const none = from !== undefined && to !== undefined && from > to;
  return { months: none ? undefined : { from, to }, days };
}
