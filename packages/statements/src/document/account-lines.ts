import type { MarkedLine } from "../layout/marked-line.ts";
import type { Entry } from "../table/draft/drafts.ts";

/** What stands above an account's rows. */
export function headingOf(entries: readonly Entry[]): MarkedLine[] {
  const rows = entries.findIndex(({ type }) => type === "draft");
  return linesOf(rows < 0 ? entries : entries.slice(0, rows));
}

/** The lines of entries, in their order. */
export function linesOf(entries: readonly Entry[]): MarkedLine[] {
  return entries.flatMap((entry) =>
    entry.type === "line" ? [entry.line] : entry.type === "label" ? [entry.label.line] : entry.draft.lines,
  );
}

/** The same without what stands below all rows and balances: the heading of the next account. */
export function untilLastFigure(entries: readonly Entry[]): MarkedLine[] {
  return linesOf(entries.slice(0, entries.findLastIndex(({ type }) => type !== "line") + 1));
}
