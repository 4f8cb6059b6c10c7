import type { Entry } from "../draft/drafts.ts";
import { type Header, moneyRoles, signatureOf } from "../headings/header.ts";
import { isAsideTitle } from "../labels/labels.ts";
import { overlaps } from "../line/span.ts";

/** One line may be a sum, or a balance. */
const fewestLines = 2;

/**
 * Marks the lines with amounts below headings that are again those of rows, but under which no row was read: where their dates
 * cannot be read, say, nothing else tells that they are missing.
 */
export function withUnreadTables(
  entries: readonly Entry[],
  headers: ReadonlyMap<number, Header>,
): readonly Entry[] {
  const filled = new Set(entries.flatMap((entry) => (entry.type === "draft" ? [entry.draft.header] : [])));
  const tables = new Set([...filled].flatMap((header) => (header ? [signatureOf(header)] : [])));
  const all = [...headers.values()].sort((a, b) => a.first - b.first);
  const titles = entries.flatMap((entry) =>
    entry.type === "line" && entry.line.figures.length === 0 && isAsideTitle(entry.line) ? [entry.line] : [],
  );
  const unread = new Set<Entry>();
  for (const [at, header] of all.entries()) {
    if (filled.has(header) || !tables.has(signatureOf(header))) continue;
    // Below the title of a list beside the rows ("Spending by category") stands none of them.
    const aside = titles.find(({ index, page }) => index > header.last && page === header.page)?.index;
    const until = Math.min(all[at + 1]?.first ?? Number.POSITIVE_INFINITY, aside ?? Number.POSITIVE_INFINITY);
    const amounts = header.cells.filter(({ role }) => role !== "balance" && moneyRoles.has(role));
    const below = entries.filter(
      (entry) =>
        entry.type === "line" &&
        entry.line.index > header.last &&
        entry.line.index < until &&
        entry.line.page === header.page &&
        entry.line.labels.length === 0 &&
        entry.line.figures.some((figure) => !figure.weak && amounts.some((cell) => overlaps(cell, figure))),
    );
    if (below.length >= fewestLines) for (const entry of below) unread.add(entry);
  }
  return unread.size === 0
    ? entries
    : entries.map((entry) =>
        entry.type === "line" && unread.has(entry) ? { ...entry, left: "unread" as const } : entry,
      );
}
