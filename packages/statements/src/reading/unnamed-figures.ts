import type { Ledger, Place } from "./ledger.ts";

/** The sums of the rows of each side. */
export type Sides = { debits: bigint; credits: bigint };

type PrintedTotal = { kind: "total_debits" | "total_credits"; value: bigint; at: Place };

/** The sums of both sides where they are printed beside the rows in words that are not known; null where one is not. */
export function printedTotals(ledger: Ledger, sides: Sides): PrintedTotal[] | null {
  const wanted = [
    { kind: "total_debits" as const, value: sides.debits },
    { kind: "total_credits" as const, value: sides.credits },
  ].filter(({ value }) => value !== 0n);
  const totals = wanted.flatMap((total) => {
    const at = ledger.printed(total.value);
    return at && explains(ledger, sides, at) ? [{ ...total, at }] : [];
  });
  return wanted.length > 0 && totals.length === wanted.length ? totals : null;
}

/**
 * Whether the other figures of a line in unknown words are what a summary holds: sums of both sides, and two balances
 * that lie as far apart as the rows say. One more of them may be anything.
 */
export function explains(
  { amountOf, direction }: Ledger,
  { debits, credits }: Sides,
  { line }: Place,
): boolean {
  const left = line.figures
    .filter(({ weak }) => !weak)
    .map(amountOf)
    .filter((value) => value !== null)
    .filter((value) => ![debits, credits].includes(value < 0n ? -value : value));
  const [first, second] = left as [bigint, bigint];
  if (left.length < 2) return true;
  return left.length === 2 && second - first === (credits - debits) * BigInt(direction);
}
