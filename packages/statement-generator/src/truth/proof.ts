import { isInvented } from "../countries.ts";
import type { AccountSpec, StatementSpec } from "../statement-spec.ts";

/** What a reading must come to; null where two careful people could differ. */
export type ExpectedVerdict = "reconciled" | "unverifiable" | "contradicted" | null;

/**
 * What the printed figures of an account come to when its rows are read as printed: a proof by hand, which knows
 * each row's side and so never has to search.
 */
export function proofOf({ printed }: AccountSpec, { dimensions, country }: StatementSpec): ExpectedVerdict {
  const { opening, closing, totals, count, direction } = printed;
  const rows = dimensions.order === "newest first" ? printed.rows.toReversed() : printed.rows;
  let known = opening;
  let covered = true;
  let contradicted = false;
  let pending = 0;
  let sum = 0n;
  const settle = (balance: bigint) => {
    if (known === null) {
      // Without an opening balance only a row that prints its own is bound to the chain.
      if (pending > 1) covered = false;
    } else if (known + sum * BigInt(direction) !== balance) contradicted = true;
    known = balance;
    pending = 0;
    sum = 0n;
  };
  for (const { amount, balance } of rows) {
    pending++;
    sum += amount;
    if (balance !== null) settle(balance);
  }
  if (closing !== null) settle(closing);
  if (pending > 0) covered = false;
  const debits = rows.reduce((total, { amount }) => (amount < 0n ? total - amount : total), 0n);
  const credits = rows.reduce((total, { amount }) => (amount > 0n ? total + amount : total), 0n);
  if (totals && (totals.debits !== debits || totals.credits !== credits)) contradicted = true;
  if (count !== null && count !== rows.length) contradicted = true;
  if (contradicted) return "contradicted";
  // Balances weigh more than headings: rows read by them are right, and so is a reading that doubts both.
  if (printed.swapped) return covered ? null : "contradicted";
  if (covered)
    return openToDoubt(rows, { dimensions, country }, opening, totals !== null) ? null : "reconciled";
  return totals ? "reconciled" : "unverifiable";
}

/** Where the first row's side hangs on a heading that the reader may not know. */
function openToDoubt(
  rows: readonly { amount: bigint }[],
  { dimensions: { headings, columns, rules }, country }: Pick<StatementSpec, "dimensions" | "country">,
  opening: bigint | null,
  totals: boolean,
): boolean {
  if (rows.length === 0) return true;
  // In words of no language nothing says whether what brings money into an account is owed on a card.
  const credits = rows.filter(({ amount }) => amount > 0n).length;
  if (isInvented(country) && !totals && credits * 2 > rows.length) return true;
  if (opening !== null) return false;
  // The first row has no witness but the balance that it helps to derive.
  if (!totals) return true;
  if (columns === "one signed amount") return false;
  if (headings === "none" || rules === "ragged" || country.unfamiliar) return true;
  return rows.length < 2;
}
