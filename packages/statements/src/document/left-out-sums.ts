import type { StatementAccount } from "../statement.ts";
import type { Entry } from "../table/draft/drafts.ts";
import { isAsideTitle, isSum } from "../table/labels/labels.ts";
import { significantDigits } from "../values/printed-number.ts";

/**
 * Whether "Total withdrawals 919.10" below a title of something else ("Pending transactions") is left out with it, though
 * nothing is listed below that title that comes to it: then it may be the account's own, and contradicts the rows.
 *
 * @param kept the entries that are left
 */
export function leavesSumOut(
  entries: readonly Entry[],
  kept: readonly Entry[],
  { transactions }: StatementAccount,
): boolean {
  const left = new Set(kept);
  const rows = (type: "CREDIT" | "DEBIT") =>
    sumOf(transactions.flatMap((row) => (row.type === type ? [row.amount] : [])));
  let listed: string[] = [];
  for (const entry of entries) {
    if (entry.type === "line" && isAsideTitle(entry.line)) listed = [];
    if (!left.has(entry) || entry.type === "line") listed.push(...amountsOf(entry));
    if (entry.type !== "label" || left.has(entry) || !isSum(entry.label.kind)) continue;
    const { kind, figure } = entry.label;
    const known = [rows(kind === "total_debits" ? "DEBIT" : "CREDIT"), sumOf(listed), 0n];
    if (!known.includes(sumOf([figure.text]))) return true;
  }
  return false;
}

/** The amounts of a row or a line of text. */
function amountsOf(entry: Entry): string[] {
  if (entry.type === "label") return [];
  const figures =
    entry.type === "draft" ? entry.draft.figures.map(({ figure }) => figure) : entry.line.figures;
  return figures.flatMap(({ weak, text }) => (weak ? [] : [text]));
}

/** In the smallest unit that is printed. */
function sumOf(amounts: readonly string[]): bigint {
  return amounts.reduce((sum, text) => sum + BigInt(significantDigits(text)), 0n);
}
