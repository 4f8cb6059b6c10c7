import { findPhrases } from "../../text/phrases.ts";
import { purchasePhrases } from "../../vocabulary/card-summary.ts";
import type { Claim, Ledger } from "../ledger/ledger.ts";

/**
 * "Total purchases 2,894.99" beside "Other charges 2.14", where the rows of both are 2,897.13: the sum of some of the rows,
 * since what it lacks is printed too.
 */
export function sumsPurchases(
  { kind, value, at }: Claim,
  out: bigint,
  { printed }: Pick<Ledger, "printed">,
): boolean {
  if ((kind !== "total_debits" && kind !== "subtotal") || value >= out) return false;
  const texts = at.line.words.map(({ text }) => text);
  return findPhrases(texts, purchasePhrases).length > 0 && printed(out - value) !== null;
}
