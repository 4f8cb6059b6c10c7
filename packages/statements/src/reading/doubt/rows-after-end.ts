import type { AccountInput } from "../interpret/attempts.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Proof } from "../proof/proof.ts";

/**
 * Whether a balance of the last day or a later one stands among the rows, is not the one that they lead to, and rows of earlier
 * days are below it: those may be told besides, once more.
 */
export function goesOnAfterEnd(
  { anchors, dates, dayOf }: AccountInput,
  ledger: Ledger,
  { opening, closing }: Proof,
): boolean {
  const dated = anchors.between.filter(({ label }) => label.kind === "balance_on" && label.date);
  if (dated.length === 0 || closing === null || dates[0]! >= dates.at(-1)!) return false;
  const last = dates.toSorted().at(-1)!;
  return dated.some(({ after, label }) => {
    const day = dayOf(label.date!);
    const value = ledger.amountOf(label.figure);
    if (day === null || day < last || value === null || value === closing || value === opening) return false;
    return dates.slice(after).every((date) => date < day);
  });
}
