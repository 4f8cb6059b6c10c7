import type { Draft, Entry } from "../draft/drafts.ts";

/**
 * A summary above the rows may date both its balances and leave the sums between them without a date ("12/07 Beginning
 * balance", "7 Checks", "20 Withdrawals", "01/06 Ending balance"): those are no rows of the first balance's day, though
 * they add up. It stands outside of any headed columns, and rows with dates of their own are elsewhere.
 */
export function withDatedSummaries(entries: readonly Entry[]): Entry[] {
  const ends = summaryEnds(entries);
  if (ends.size === 0) return [...entries];
  let until = -1;
  return entries.map((entry, at) => {
    until = Math.max(until, ends.get(at) ?? -1);
    return entry.type === "draft" && at <= until ? toSummary(entry.draft) : entry;
  });
}

/** Where each such summary ends, by where it begins. */
function summaryEnds(entries: readonly Entry[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const isHeadedRow = (entry: Entry) =>
    entry.type === "draft" && entry.draft.dated && entry.draft.label === null && entry.draft.header !== null;
  if (!entries.some(isHeadedRow)) return ends;
  for (const [at, entry] of entries.entries()) {
    if (entry.type !== "draft" || !isBalance(entry.draft, "opening")) continue;
    let end = at + 1;
    while (isUndatedSum(entries[end])) end++;
    const last = entries[end];
    if (end === at + 1 || last?.type !== "draft" || !closes(last.draft)) continue;
    // "Service charges .00" below both balances.
    while (isUndatedSum(entries[end + 1])) end++;
    ends.set(at, end);
  }
  return ends;
}

function isBalance({ label, header, figures }: Draft, kind: "opening" | "closing"): boolean {
  return label === kind && header === null && figures.length === 1;
}

/** "01/06 Ending balance"; behind an opening balance and sums "01/06 Current balance" is no less. */
function closes(draft: Draft): boolean {
  if (isBalance(draft, "closing")) return true;
  const { label, dated, header, figures, lines } = draft;
  const isOther = label !== null || !dated || header !== null || figures.length !== 1;
  return !isOther && lines[0]!.labels.at(-1)?.value === "balance_on";
}

function isUndatedSum(entry: Entry | undefined): boolean {
  return (
    entry?.type === "draft" && !entry.draft.dated && entry.draft.label === null && entry.draft.header === null
  );
}

function toSummary(draft: Draft): Entry {
  const { label, lines, figures, date } = draft;
  const [line, found] = [lines[0]!, figures[0]];
  if (label === null && date && found && closes(draft))
    return {
      type: "label",
      label: { kind: "closing", figure: found.figure, all: [found.figure], line, date },
    };
  if (label === null || !found) return { type: "line", line, stray: false, text: false };
  return { type: "label", label: { kind: label, figure: found.figure, all: [found.figure], line, date } };
}
