import type { Reading } from "../../reading/search.ts";
import type { StatementAccount } from "../../statement.ts";

/** What a minus beside an amount means in an account: the side of its row, and whether the balance is what a card owes. */
export type SignHabit = `${1 | -1} ${1 | -1}`;

/** Null where no amount has a minus, or those that have one are on both sides. */
export function signHabitOf({ direction, drafts, interpretation, signs }: Reading): SignHabit | null {
  const sides = new Set(
    [...interpretation.values]
      .filter(([, { amount }]) => amount.sign === -1 && amount.side === null)
      .map(([draft]) => signs.get(drafts[draft]!) ?? 0),
  );
  const [side] = sides;
  return sides.size === 1 && side ? `${direction} ${side}` : null;
}

/**
 * The accounts, unproven where a minus means money out in one card of a paper and money in on another: with both ends put for
 * one another a card adds up with all sides turned.
 */
export function withOneHabit(
  accounts: readonly StatementAccount[],
  habits: ReadonlyMap<StatementAccount, SignHabit>,
): StatementAccount[] {
  const isCard = (account: StatementAccount) => habits.get(account)?.startsWith("-1") === true;
  const cards = accounts.filter((account) => account.status === "reconciled" && isCard(account));
  if (new Set(cards.map((account) => habits.get(account))).size < 2) return [...accounts];
  return accounts.map((account) =>
    cards.includes(account) ? { ...account, status: "unverifiable" } : account,
  );
}
