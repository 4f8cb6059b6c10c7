import type { Draft } from "../../table/draft/drafts.ts";
import { type Header, headsBothSides } from "../../table/headings/header.ts";

/** Fewer rows may be examples, or what is still to come. */
const fewestRows = 3;

/**
 * Whether a table is left out that is headed as an account's rows are: with days, and with both sides, or with amounts and the
 * balances after them. Lists beside the rows (checks, instalments, rates) have but amounts or but balances.
 *
 * @param kept which of the drafts are the account's rows
 */
export function leavesTableOut(all: readonly Draft[], kept: ReadonlySet<number>): boolean {
  const taken = new Set([...kept].map((index) => all[index]!.signature));
  const left = new Map<string, number>();
  for (const { signature, header, dated, label, figures } of all) {
    if (taken.has(signature) || !dated || label !== null || !header) continue;
    if (!figures.some(({ figure }) => !figure.weak) || !headsAccount(header)) continue;
    const count = (left.get(signature) ?? 0) + 1;
    if (count >= fewestRows) return true;
    left.set(signature, count);
  }
  return false;
}

function headsAccount(header: Header): boolean {
  const has = (role: string) => header.cells.some((cell) => cell.role === role);
  return (
    has("date") &&
    (headsBothSides(header) || (has("balance") && (has("amount") || has("debit") || has("credit"))))
  );
}
