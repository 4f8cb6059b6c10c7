import type { Ledger, LedgerRow } from "../ledger/ledger.ts";
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

/** What all rows come to by named totals of both sides; null unless there is one of each. */
export function netOfTotals({ claims }: Ledger): bigint | null {
  const only = (kind: "total_debits" | "total_credits") => {
    const [first, ...others] = claims.filter((claim) => claim.kind === kind);
    return others.length === 0 ? first?.value : undefined;
  };
  const [debits, credits] = [only("total_debits"), only("total_credits")];
  return debits === undefined || credits === undefined ? null : credits - debits;
}
