import type { StatementAccount, Warning } from "../statement.ts";
import type { Entry } from "../table/draft/drafts.ts";
import { withoutAsides } from "../table/rows/asides.ts";

/**
 * Without the tables that seem to stand beside the account's rows; with them where only so it adds up. Where it adds up
 * both ways with other rows, nothing says which are the account's.
 */
export function readBest(
  entries: readonly Entry[],
  read: (entries: readonly Entry[], warnings: Set<Warning>) => StatementAccount | null,
  warnings: Set<Warning>,
): StatementAccount | null {
  const own = withoutAsides(entries);
  const [first, second] = [own, entries].flatMap((variant) => {
    if (!variant) return [];
    const told = new Set<Warning>();
    return { account: read(variant, told), told };
  });
  const best = chosen(first, second);
  if (own && best === first && best?.account && leavesAccountOut(entries, own))
    best.account = unproven(best.account);
  for (const warning of best?.told ?? []) warnings.add(warning);
  return best?.account ?? null;
}

type Told = { account: StatementAccount | null; told: Set<Warning> };

function chosen(own: Told | undefined, whole: Told | undefined): Told | undefined {
  if (!own?.account || !whole?.account) return own?.account ? own : whole;
  // What contradicts itself without those tables, and does not with them, has lost rows.
  if (!isProven(whole.account)) return isBroken(own.account) && !isBroken(whole.account) ? whole : own;
  if (!isProven(own.account)) return whole;
  if (rowsOf(own.account) === rowsOf(whole.account)) return own;
  return { ...whole, account: unproven(whole.account) };
}

/** Rows that begin or end with a balance of their own are an account's, and no table beside the rows. */
function leavesAccountOut(entries: readonly Entry[], own: readonly Entry[]): boolean {
  const kept = new Set(own);
  const left = entries.flatMap((entry) => (entry.type === "draft" && !kept.has(entry) ? [entry.draft] : []));
  const hasEnd = left.some(({ label }) => label === "opening" || label === "closing");
  return hasEnd && left.some(({ label, dated }) => label === null && dated);
}

function unproven(account: StatementAccount): StatementAccount {
  return isProven(account) ? { ...account, status: "unverifiable" } : account;
}

function isProven({ status }: StatementAccount): boolean {
  return status === "reconciled";
}

function isBroken({ status }: StatementAccount): boolean {
  return status === "discrepant";
}

function rowsOf({ transactions }: StatementAccount): string {
  return transactions.map(({ date, type, amount }) => `${date} ${type} ${amount}`).join();
}
