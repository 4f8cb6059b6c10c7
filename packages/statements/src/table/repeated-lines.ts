import type { MarkedLine } from "../layout/marked-line.ts";
import { type AmountPlaces, inColumn } from "./amount-places.ts";
import type { DatePlaces } from "./date-places.ts";
import { startDate } from "./start-date.ts";

/**
 * Lines that stand at the same place with the same words on several pages: page headers and footers. What stands
 * between the first and the last row of a page is none: "REF 1234" may well stand at one height on two pages.
 */
export function repeatedLines(
  lines: readonly MarkedLine[],
  dates: DatePlaces,
  amounts: AmountPlaces,
): Set<number> {
  const pages = new Map<string, Set<number>>();
  const key = (line: MarkedLine) => `${Math.round(line.baseline / 3)} ${line.text.replace(/\d+/g, "#")}`;
  const ofDays = new Set(dates.days.rows);
  const isRow = (line: MarkedLine) =>
    line.figures.some((figure) => !figure.weak && (line.dates.length > 0 || inColumn(figure, amounts)));
  // The amount may stand on a line further down than the date.
  const isFirst = (line: MarkedLine) =>
    isRow(line) ? line.dates.length > 0 || ofDays.has(line) : startDate(line, null, dates) !== null;
  const plain = [...Map.groupBy(lines, (line) => line.page).values()].flatMap((page) =>
    outsideOf(page, page.findIndex(isFirst), page.findLastIndex(isRow)),
  );
  for (const line of plain) {
    const set = pages.get(key(line)) ?? new Set();
    set.add(line.page);
    pages.set(key(line), set);
  }
  return new Set(plain.filter((line) => pages.get(key(line))!.size > 1).map(({ index }) => index));
}

function outsideOf(page: readonly MarkedLine[], first: number, last: number): MarkedLine[] {
  return page.filter(
    (line, at) =>
      line.dates.length === 0 &&
      line.figures.every(({ weak }) => weak) &&
      (first < 0 || at < first || at > last),
  );
}
