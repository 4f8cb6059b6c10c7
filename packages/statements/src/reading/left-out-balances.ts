import type { Attempt } from "./attempts.ts";
import { balanceOf } from "./interpret.ts";
import type { Ledger } from "./ledger.ts";
import type { Proof, Sign } from "./proof.ts";

/** One figure may be a balance by chance. */
const fewest = 2;

/**
 * Whether a column that a reading has no use for, beside none of balances, holds the balances that its rows lead to, but for
 * some: those contradict them.
 */
export function leavesBalancesOut(
  { drafts, model, choice, style, direction }: Attempt,
  { items }: Ledger,
  { opening }: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  if (opening === null || choice.roles.includes("balance")) return false;
  const after = new Map<number, bigint>();
  let balance = opening;
  for (const item of items) {
    if (item.type !== "row") continue;
    balance += BigInt((signs.get(item.draft) ?? 0) * direction) * item.magnitude;
    after.set(item.draft, balance);
  }
  return choice.roles.some((role, column) => {
    if (role !== "ignored") return false;
    let [agreed, odd] = [0, 0];
    for (const [index, draft] of drafts.entries()) {
      const figure = model.cells[index]![column];
      const expected = after.get(draft);
      if (!figure || expected === undefined) continue;
      if (balanceOf(figure, style, direction) === expected) agreed++;
      else odd++;
    }
    return agreed >= fewest && odd > 0 && agreed >= odd;
  });
}
