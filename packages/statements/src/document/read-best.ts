import type { StatementAccount } from "../statement.ts";
import type { Entry } from "../table/draft/drafts.ts";
import { withoutAsides } from "../table/rows/asides.ts";
import type { FoundAccount } from "./found-account.ts";
import { leavesSumOut } from "./left-out-sums.ts";

/**
 * Without the tables that seem to stand beside the account's rows; with them where only so it adds up. Where it adds up
 * both ways with other rows, nothing says which are the account's.
 */
export function readBest(
  entries: readonly Entry[],
  read: (entries: readonly Entry[]) => FoundAccount | null,
): FoundAccount | null {
  const without = withoutAsides(entries);
  const whole = read(entries);
  if (!without) return whole;
  const own = read(without);
  const best = chosen(own, whole);
  if (!best || best !== own || !isProven(own.account)) return best;
  const isDoubtful = leavesAccountOut(entries, without) || leavesSumOut(entries, without, own.account);
  return isDoubtful ? unproven(own) : own;
}

function chosen(own: FoundAccount | null, whole: FoundAccount | null): FoundAccount | null {
  if (!own || !whole) return own ?? whole;
  // What contradicts itself without those tables, and does not with them, has lost rows.
  if (!isProven(whole.account)) return isBroken(own.account) && !isBroken(whole.account) ? whole : own;
  if (!isProven(own.account)) return whole;
  if (rowsOf(own.account) === rowsOf(whole.account)) return own;
  return unproven(whole);
}

/** Rows that begin or end with a balance of their own are an account's, and no table beside the rows. */
function leavesAccountOut(entries: readonly Entry[], own: readonly Entry[]): boolean {
  const kept = new Set(own);
  const left = entries.flatMap((entry) => (entry.type === "draft" && !kept.has(entry) ? [entry.draft] : []));
  const hasEnd = left.some(({ label }) => label === "opening" || label === "closing");
  return hasEnd && left.some(({ label, dated }) => label === null && dated);
}

function unproven(found: FoundAccount): FoundAccount {
  return { ...found, account: { ...found.account, status: "unverifiable" } };
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
