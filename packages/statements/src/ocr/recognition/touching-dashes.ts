import type { PagePrint } from "../picture/page-print.ts";
import type { Column } from "./letter-columns.ts";

/** In heights of its figure: a dash is at least so long and at most so thick; the bar of a 4 reaches out less. */
const shortest = 0.3;
const thickest = 0.2;

/** A dash stands between these parts of its figure, from the top. */
const highest = 0.25;
const lowest = 0.85;

/** A digit that a dash touches is at least so wide without it. */
const narrowestDigit = 0.25;

/** A figure's columns of ink, with a dash that touches its first or last digit, as in coarse scans, apart from it. */
export function withDashesApart(columns: readonly Column[], print: PagePrint): Column[] {
  const first = columns[0];
  if (!first) return [];
  const height = Math.max(...columns.map(({ top, bottom }) => bottom - top + 1));
  const before = dashOf(first, print, height, 1);
  const rest = before ? [...before, ...columns.slice(1)] : [...columns];
  const after = dashOf(rest.at(-1)!, print, height, -1);
  return after ? [...rest.slice(0, -1), ...after] : rest;
}

/** A column in two, from left to right, where a dash reaches out of it: to the left (`step` 1) or to the right (-1). */
function dashOf(
  column: Column,
  print: PagePrint,
  height: number,
  step: 1 | -1,
): [Column, Column] | undefined {
  const { left, right, top, bottom } = column;
  if (bottom - top + 1 < 0.8 * height) return undefined;
  const [from, until] = step === 1 ? [left, right] : [right, left];
  let x = from;
  let [dashTop, dashBottom] = [bottom, top];
  for (; x !== until; x += step) {
    const ink = inkAt(column, print, x);
    if (!ink) break;
    const [high, low] = [Math.min(dashTop, ink.top), Math.max(dashBottom, ink.bottom)];
    if (low - high + 1 > thickest * height) break;
    [dashTop, dashBottom] = [high, low];
  }
  const length = Math.abs(x - from);
  const isLong = length >= shortest * height && right - left + 1 - length >= narrowestDigit * height;
  const isMiddle = dashTop - top > highest * height && dashBottom - top < lowest * height;
  if (!isLong || !isMiddle) return undefined;
  const dash = { ...column, top: dashTop, bottom: dashBottom };
  return step === 1
    ? [
        { ...dash, right: x - 1 },
        { ...column, left: x },
      ]
    : [
        { ...column, right: x },
        { ...dash, left: x + 1 },
      ];
}

/** From where to where a column has ink at one place. */
function inkAt(
  { numbers, top, bottom }: Column,
  { labels, picture: { width } }: PagePrint,
  x: number,
): { top: number; bottom: number } | undefined {
  let [high, low] = [-1, -1];
  for (let y = top; y <= bottom; y++) {
    if (!numbers.includes(labels[y * width + x]!)) continue;
    if (high < 0) high = y;
    low = y;
  }
  return high < 0 ? undefined : { top: high, bottom: low };
}
