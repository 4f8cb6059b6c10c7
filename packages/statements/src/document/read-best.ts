import type { StatementAccount, Warning } from "../statement.ts";
import { withoutAsides } from "../table/asides.ts";
import type { Entry } from "../table/drafts.ts";

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
  return { ...whole, account: { ...whole.account, status: "unverifiable" } };
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
