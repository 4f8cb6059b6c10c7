import { isSameDate } from "../../table/dates/split-rows.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import { balanceOf } from "../interpret/interpret.ts";

/** One figure may be a balance by chance. */
const fewest = 2;

/**
 * Whether a column that the reading has no use for repeats the balance of each row but one: that one contradicts it, unless
 * some row is of another day by the second column, so that both may differ.
 */
export function contradictsTwinBalances(
  { drafts: all }: AccountInput,
  { drafts, model, choice, style, direction }: Attempt,
): boolean {
  const own = choice.roles.indexOf("balance");
  if (own < 0 || !choice.roles.includes("ignored")) return false;
  const twins = choice.roles.flatMap((role, column) => (role === "ignored" ? [column] : []));
  const isOdd = twins.some((column) => {
    let [same, other] = [0, 0];
    for (const row of model.cells) {
      const [balance, twin] = [row[own], row[column]];
      if (!balance || !twin) continue;
      if (balanceOf(balance, style, direction) === balanceOf(twin, style, direction)) same++;
      else other++;
    }
    return other === 1 && same >= fewest;
  });
  return isOdd && !drafts.some((index) => hasOtherDay(all[index]!));
}

/** Whether a row prints a second day beside its own, and they differ. */
function hasOtherDay({ date, lines: [line] }: Draft): boolean {
  return line!.dates.some(
    (other) => (other.from === date.to || other.to === date.from) && !isSameDate(other, date),
  );
}
