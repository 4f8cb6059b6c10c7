import { datePatterns } from "./date-patterns.ts";
import type { DateReading } from "./date-reading.ts";
import { latinDigits } from "./latin-digits.ts";
import { monthOf } from "./month.ts";

export type PrintedDate = {
  /** Place in the text: of the first character and after the last. */
  start: number;
  end: number;
  readings: DateReading[];
  /** "12.05" may as well be an amount, "310124" a reference; only its place tells. */
  short: boolean;
};

// "02.07./03.07.": two days with points may be parted by a stroke.
const boundaryBefore =
  /(?:[\s([*|:]|\d[.日]?(?:[-–]{1,2}|[~～])|\d\.{2,3}|\.\d{2}(?:\d{2})?\.?\/|[年月日至]|\p{Script=Han})$/u;
const boundaryAfter = /^(?:$|[\s)\],;:*|T～~]|\.\s|\.$|-\s|\.?[–-]{1,2}(?=\d)|\.{2,3}(?=\d)|至)/;

const beyondAscii = /[\u0080-\uffff]/;
const nextDay = /^\/\d{1,2}\.\d{1,2}\./;

/** The dates in a line of text, from left to right, none overlapping another. */
export function findDates(printed: string): PrintedDate[] {
  const found: PrintedDate[] = [];
  const text = latinDigits(printed);
  if (!/\d/.test(text)) return found;
  let hasPlain = false;
  const isForeign = beyondAscii.test(text);
  const isLong = /\d{4}/.test(text);
  const isDashed = /[-–]/.test(text);
  for (const { pattern, read, compact, foreign, long, dashed } of datePatterns) {
    if ((foreign && !isForeign) || (long && !isLong) || (dashed && !isDashed)) continue;
    // Digits that run on are a date only where no plainer one stands beside them.
    if (compact && hasPlain) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index;
      const end = start + withoutNextDay(match, text);
      pattern.lastIndex = end;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      if (!isBegin(text, start)) continue;
      if (
        !isEnd(text, end) &&
        !/[日일]$/u.test(match[0]) &&
        !isBeforeMonth(text, end) &&
        !(/\d\.\d+\.?$/.test(match[0]) && nextDay.test(text.slice(end, end + 7)))
      )
        continue;
      if (isDayOfMonthBefore(text, start)) {
        pattern.lastIndex = start + /^\d*/.exec(match[0])![0].length + 1;
        continue;
      }
      if (isBehindMonth(text, start, match, found)) continue;
      const readings = read(end < start + match[0].length ? match.slice(1, 3) : match.slice(1));
      if (readings.length === 0) continue;
      const short = compact === true || /^\d{2}\.\d{2}$/.test(match[0]);
      found.push({ start, end, readings, short });
      hasPlain ||= !compact;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

// Nearly all dates stand between spaces.
function isBegin(text: string, start: number): boolean {
  if (start === 0 || text[start - 1] === " ") return true;
  return boundaryBefore.test(text.slice(Math.max(0, start - 6), start));
}

function isEnd(text: string, end: number): boolean {
  return end === text.length || text[end] === " " || boundaryAfter.test(text.slice(end, end + 4));
}

/** "Jun 03 Jun 04": two days of one month or the next, and no day of 2004 behind a word. */
function isBehindMonth(
  text: string,
  start: number,
  [whole]: RegExpExecArray,
  found: readonly PrintedDate[],
): boolean {
  const name = /^\d{2} (\p{L}[\p{L}\p{M}.]*) \d{2}$/u.exec(whole)?.[1];
  if (!name) return false;
  const before = /(\p{L}[\p{L}\p{M}.]*) $/u.exec(text.slice(0, start));
  if (!before || found.some(({ end }) => end > before.index)) return false;
  const [first, second] = [monthOf(before[1]!), monthOf(name)];
  if (first === undefined || second === undefined) return false;
  return [0, 1, 11].includes((second - first + 12) % 12);
}

/** "03 Jun 04 Jun": the second number is the day of the next date and no year. Gives the length that counts. */
function withoutNextDay(match: RegExpExecArray, text: string): number {
  const [whole] = match;
  const day = match.length === 6 ? /\s\d{2}$/.exec(whole) : null;
  if (!day) return whole.length;
  const next = /^[ .\-/]{0,2}(\p{L}[\p{L}\p{M}.]*)/u.exec(text.slice(match.index + whole.length))?.[1];
  return next && monthOf(next) ? day.index : whole.length;
}

/** "Apr 1-Apr 30, 2024": behind the dash another day begins. */
function isBeforeMonth(text: string, end: number): boolean {
  const name = /^[-–](\p{L}{3,9})\.? ?\d/u.exec(text.slice(end, end + 16))?.[1];
  return name !== undefined && monthOf(name) !== undefined;
}

/** "Apr 1 - Apr 30, 2024": the first number is the day of the month before it, not of the one behind the dash. */
function isDayOfMonthBefore(text: string, start: number): boolean {
  if (!/^\d{1,2}(?:st|nd|rd|th)? ?[-–] ?\p{L}+\.? \d/u.test(text.slice(start, start + 32))) return false;
  const month = /(\p{L}[\p{L}\p{M}.]*) $/u.exec(text.slice(Math.max(0, start - 24), start))?.[1];
  return month !== undefined && monthOf(month) !== undefined;
}
