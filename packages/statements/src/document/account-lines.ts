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

/**
 * The lines of a paper from an account's first to its last figure, also those whose words tell the figures below them, without
 * the heading of the next account.
 *
 * @param lines all of the paper's
 */
export function untilLastFigure(entries: readonly Entry[], lines: readonly MarkedLine[]): MarkedLine[] {
  const own = linesOf(entries.slice(0, entries.findLastIndex(({ type }) => type !== "line") + 1));
  const [first, last] = [own[0]?.index ?? 0, own.at(-1)?.index ?? -1];
  return lines.filter(({ index }) => index >= first && index <= last);
}
