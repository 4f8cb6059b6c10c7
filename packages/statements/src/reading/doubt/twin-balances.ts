import { isSameDate } from "../../table/dates/split-rows.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import { balanceOf } from "../interpret/interpret.ts";

/** One figure may be a balance by chance. */
const fewest = 2;
/** So many rows in which two balances are as far apart say that they are on all, by a limit, say. */
const fewestShifted = 4;

/**
 * Whether a column that the reading has no use for repeats the balance of each row but one, or the balance with a limit added
 * to it: that one contradicts it, unless some row is of another day by the second column, so that both may differ.
 */
export function contradictsTwinBalances(
  { drafts: all }: AccountInput,
  { drafts, model, choice, style, direction }: Attempt,
): boolean {
  const own = choice.roles.indexOf("balance");
  if (own < 0 || !choice.roles.includes("ignored")) return false;
  const twins = choice.roles.flatMap((role, column) => (role === "ignored" ? [column] : []));
  const isOdd = twins.some((column) => {
    const apart = model.cells.flatMap((row) => {
      const [balance, twin] = [row[own], row[column]].map(
        (each) => each && balanceOf(each, style, direction),
      );
      return balance == null || twin == null ? [] : [twin - balance];
    });
    const usual = commonest(apart);
    const others = apart.filter((each) => each !== usual).length;
    return others === 1 && apart.length - others >= (usual === 0n ? fewest : fewestShifted);
  });
  return isOdd && !drafts.some((index) => hasOtherDay(all[index]!));
}

function commonest(values: readonly bigint[]): bigint | undefined {
  const counts = new Map<bigint, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Whether a row prints a second day beside its own, and they differ. */
function hasOtherDay({ date, lines: [line] }: Draft): boolean {
  return line!.dates.some(
    (other) => (other.from === date.to || other.to === date.from) && !isSameDate(other, date),
  );
}
