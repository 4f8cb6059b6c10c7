import type { LedgerItem } from "../ledger/ledger.ts";

/** A balance that repeats the one before it says nothing: the line is the first half of the next row. */
export function unchanged(items: readonly LedgerItem[], value: bigint): boolean {
  const last = items.at(-1);
  return last !== undefined && (last.type === "row" ? last.balance : last.value) === value;
}

/**
 * Whether two figures are just what the rows so far take out and bring in: sums, in whatever words.
 *
 * @param mayBeNone whether one side may have no rows
 */
export function sumsUp(
  items: readonly LedgerItem[],
  debits: bigint | null,
  credits: bigint | null,
  mayBeNone = false,
): boolean {
  let [out, into] = [0n, 0n];
  for (const item of items) {
    if (item.type !== "row") continue;
    if (item.sign === -1) out += item.magnitude;
    else into += item.magnitude;
  }
  const isFilled = mayBeNone ? out + into > 0n : out > 0n && into > 0n;
  return isFilled && out === debits && into === credits;
}
