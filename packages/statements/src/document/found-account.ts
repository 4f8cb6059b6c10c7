import type { StatementAccount, Warning } from "../statement.ts";

/** What a minus beside an amount means in an account: the side of its row, and whether the balance is what a card owes. */
export type SignHabit = `${1 | -1} ${1 | -1}`;

/** An account that was read from some of a document's entries, and what its reading tells besides. */
export type FoundAccount = {
  account: StatementAccount;
  /** Null where no amount has a minus, or those that have one are on both sides. */
  habit: SignHabit | null;
  warnings: readonly Warning[];
};

/** An account of which nothing but itself is told. */
export function withNothingBesides(account: StatementAccount): FoundAccount {
  return { account, habit: null, warnings: [] };
}
