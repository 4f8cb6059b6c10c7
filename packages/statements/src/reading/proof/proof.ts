import type { Check } from "../../statement.ts";
import type { Place } from "../ledger/ledger.ts";

export type Sign = 1 | -1 | 0;

/** A comparison in minor units; the difference is printed - computed. */
export type ProofCheck = { kind: Check["kind"]; printed: bigint; computed: bigint; at: Place | null };

export type Proof = {
  checks: ProofCheck[];
  broken: number;
  agreed: number;
  /** Every row lies between two printed balances, or under totals that cover all. */
  covered: boolean;
  /** Other signs would add up as well. */
  ambiguous: boolean;
  /** The sign of each row, in the ledger's order; 0 where nothing told. */
  signs: Sign[];
  opening: bigint | null;
  closing: bigint | null;
  /** Figures among the rows that are neither rows nor sums of rows. */
  strays: number;
  /** Sums of both sides in unknown words prove it: they say what the sums are, and not which is which. */
  sidesOpen: boolean;
};

/** The proof of a ledger of which nothing has been compared yet. */
export function nothingProven(): Proof {
  return {
    checks: [],
    broken: 0,
    agreed: 0,
    covered: true,
    ambiguous: false,
    signs: [],
    opening: null,
    closing: null,
    strays: 0,
    sidesOpen: false,
  };
}
