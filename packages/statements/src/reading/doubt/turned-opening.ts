import type { Ledger } from "../ledger/ledger.ts";
import type { Proof } from "../proof/proof.ts";

/**
 * Whether the rows lead back from the last balance to an opening one below zero that stands beside them without a sign: then
 * the last balance is not overdrawn either, though its column may say so, and the rows' sides are turned.
 */
export function opensTurned({ opening, printed }: Ledger, { opening: derived }: Proof): boolean {
  if (opening.length > 0 || derived === null || derived >= 0n) return false;
  return printed(derived) === null && printed(-derived) !== null;
}
