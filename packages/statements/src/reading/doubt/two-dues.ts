import type { Ledger } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";
import { sidesOf, withoutSign } from "../proof/sides.ts";

/**
 * Whether what a card owes is printed twice above its rows, with two values: the other one is neither what was owed before nor
 * a sum of the rows, so that one of the two is not what it was.
 */
export function owesTwice(
  ledger: Ledger,
  { opening, closing }: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const { claims, direction } = ledger;
  const dues = claims.filter(({ kind, after }) => kind === "total_due" && after === 0);
  if (direction === 1 || dues.length < 2 || opening === null || closing === null) return false;
  if (!dues.some(({ value }) => value === closing)) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const explained = new Set([0n, opening, closing, debits, credits, opening - credits].map(withoutSign));
  return dues.some(({ value }) => !explained.has(withoutSign(value)));
}
