import type { Reading } from "../../reading/search.ts";
import type { StatementAccount } from "../../statement.ts";
import type { FoundAccount, SignHabit } from "../found-account.ts";

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
export function withOneHabit(found: readonly FoundAccount[]): StatementAccount[] {
  const cards = found.filter(
    ({ account, habit }) => account.status === "reconciled" && habit?.startsWith("-1") === true,
  );
  const areUnlike = new Set(cards.map(({ habit }) => habit)).size > 1;
  return found.map((each) =>
    areUnlike && cards.includes(each) ? { ...each.account, status: "unverifiable" } : each.account,
  );
}
