import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { inColumn } from "../amounts/amount-or-text.ts";
import type { AmountPlaces } from "../amounts/amount-places.ts";
import type { DatePlaces } from "../dates/date-places.ts";
import { startDate } from "../dates/start-date.ts";

/** Of so many words a line that holds an amount is none of a table's or a summary's. */
const fewestOfSentence = 8;

/** Whether a repeated line stands above the rows of its page or below them. */
export type RepeatedPlace = "head" | "foot";

/**
 * Lines that stand at the same place with the same words on several pages: page headers and footers. What stands
 * between the first and the last row of a page is none: "REF 1234" may well stand at one height on two pages. A page's
 * first rows may print no date, so a head that turns out to stand right below a row is none either.
 */
export function repeatedLines(
  lines: readonly MarkedLine[],
  dates: DatePlaces,
  amounts: AmountPlaces,
): Map<number, RepeatedPlace> {
  const pages = new Map<string, Set<number>>();
  const key = (line: MarkedLine) => {
    // Pages are numbered, and amounts of the law are the same on each.
    const text = hasAmounts(line) ? line.text : line.text.replace(/\d+/g, "#");
    return `${Math.round(line.baseline / 3)} ${text}`;
  };
  const ofDays = new Set(dates.days.rows);
  // Where money has no decimals its amounts are integers that end with their column.
  const isWhole = ({ figures }: MarkedLine) =>
    !amounts.hasDecimals &&
    figures.some(({ x0, x1 }) => amounts.flush.some((each) => x0 < each.x1 && Math.abs(x1 - each.end) < 1));
  const isRow = (line: MarkedLine) =>
    ofDays.has(line) ||
    isWhole(line) ||
    line.figures.some((figure) => !figure.weak && (line.dates.length > 0 || inColumn(figure, amounts)));
  // The amount may stand on a line further down than the date.
  const isFirst = (line: MarkedLine) =>
    isRow(line) ? line.dates.length > 0 || ofDays.has(line) : startDate(line, null, dates) !== null;
  const plain = [...Map.groupBy(lines, (line) => line.page).values()].flatMap((page) =>
    outsideOf(page, page.findIndex(isFirst), page.findLastIndex(isRow)),
  );
  for (const { line } of plain) {
    const set = pages.get(key(line)) ?? new Set();
    set.add(line.page);
    pages.set(key(line), set);
  }
  const repeated = plain.filter(({ line }) => pages.get(key(line))!.size > 1);
  return new Map(repeated.map(({ line, place }) => [line.index, place]));
}

type Placed = { line: MarkedLine; place: RepeatedPlace };

function outsideOf(page: readonly MarkedLine[], first: number, last: number): Placed[] {
  return page.flatMap((line, at) => {
    const isOutside = first < 0 || at < first || at > last;
    if (!isOutside || line.dates.length > 0 || (hasAmounts(line) && !isSentence(line))) return [];
    return [{ line, place: at > last ? "foot" : "head" }];
  });
}

function hasAmounts({ figures }: MarkedLine): boolean {
  return figures.some(({ weak }) => !weak);
}

function isSentence(line: MarkedLine): boolean {
  return line.labels.length === 0 && plainWords(line).length >= fewestOfSentence;
}
