import type { MarkedLine } from "../layout/marked-line.ts";

/**
 * Lines that stand at the same place with the same words on several pages: page headers and footers. What stands
 * between the first and the last row of a page is none: "REF 1234" may well stand at one height on two pages.
 */
export function repeatedLines(lines: readonly MarkedLine[]): Set<number> {
  const pages = new Map<string, Set<number>>();
  const key = (line: MarkedLine) => `${Math.round(line.baseline / 3)} ${line.text.replace(/\d+/g, "#")}`;
  const plain = [...Map.groupBy(lines, (line) => line.page).values()].flatMap(outsideOfRows);
  for (const line of plain) {
    const set = pages.get(key(line)) ?? new Set();
    set.add(line.page);
    pages.set(key(line), set);
  }
  return new Set(plain.filter((line) => pages.get(key(line))!.size > 1).map(({ index }) => index));
}

function outsideOfRows(page: readonly MarkedLine[]): MarkedLine[] {
  const isRow = (line: MarkedLine) => line.dates.length > 0 && line.figures.some(({ weak }) => !weak);
  const [first, last] = [page.findIndex(isRow), page.findLastIndex(isRow)];
  return page.filter(
    (line, at) =>
      line.dates.length === 0 &&
      line.figures.every(({ weak }) => weak) &&
      (first < 0 || at < first || at > last),
  );
}
