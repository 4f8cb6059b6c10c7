import type { MarkedLine } from "../layout/marked-line.ts";

/** Lines that stand at the same place with the same words on several pages: page headers and footers. */
export function repeatedLines(lines: readonly MarkedLine[]): Set<number> {
  const pages = new Map<string, Set<number>>();
  const key = (line: MarkedLine) => `${Math.round(line.baseline / 3)} ${line.text.replace(/\d+/g, "#")}`;
  const plain = lines.filter((line) => line.dates.length === 0 && line.figures.every(({ weak }) => weak));
  for (const line of plain) {
    const set = pages.get(key(line)) ?? new Set();
    set.add(line.page);
    pages.set(key(line), set);
  }
  return new Set(plain.filter((line) => pages.get(key(line))!.size > 1).map(({ index }) => index));
}
