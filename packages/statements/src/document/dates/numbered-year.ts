import type { MarkedLine } from "../../layout/marked-line.ts";

/** "Combined extract 2024/012": the year in which a statement has its number; null where none is printed, or several. */
export function numberedYear(lines: readonly MarkedLine[]): number | null {
  const years = new Set(
    lines.flatMap(({ words }) => words.flatMap(({ text }) => /^(20\d{2})\/\d{3}$/.exec(text)?.[1] ?? [])),
  );
  return years.size === 1 ? Number([...years][0]) : null;
}
