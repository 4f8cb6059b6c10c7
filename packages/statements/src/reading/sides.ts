import type { Ledger, LedgerRow } from "./ledger.ts";
import type { Sign } from "./proof.ts";

/** The sums of the rows of each side. */
export type Sides = { debits: bigint; credits: bigint };

export function sidesOf({ items }: Ledger, signOf: (row: LedgerRow) => Sign | undefined): Sides {
  const sums: Sides = { debits: 0n, credits: 0n };
  for (const item of items) {
    if (item.type !== "row") continue;
    const sign = signOf(item);
    if (sign === -1) sums.debits += item.magnitude;
    if (sign === 1) sums.credits += item.magnitude;
  }
  return sums;
}

export function withoutSign(value: bigint): bigint {
  return value < 0n ? -value : value;
}
