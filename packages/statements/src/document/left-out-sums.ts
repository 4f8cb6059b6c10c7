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
    if (entry.type === "line") {
      if (isAsideTitle(entry.line)) listed = [];
      listed.push(...entry.line.figures.filter(({ weak }) => !weak).map(({ text }) => text));
    }
    if (entry.type !== "label" || left.has(entry) || !isSum(entry.label.kind)) continue;
    const { kind, figure } = entry.label;
    const known = [rows(kind === "total_debits" ? "DEBIT" : "CREDIT"), sumOf(listed), 0n];
    if (!known.includes(sumOf([figure.text]))) return true;
  }
  return false;
}

/** In the smallest unit that is printed. */
function sumOf(amounts: readonly string[]): bigint {
  return amounts.reduce((sum, text) => sum + BigInt(significantDigits(text)), 0n);
}
