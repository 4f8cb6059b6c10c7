import type { AccountInput } from "../interpret/attempts.ts";
import type { Ledger } from "../ledger/ledger.ts";

/**
 * Whether pages are missing on which rows may be: those that are there end with no balance that is said to be the last one,
 * but with one beside a row, or carried on.
 */
export function goesOnElsewhere({ ends, outside }: AccountInput, { items }: Ledger): boolean {
  if (!outside.lacksPages || ends.some(({ end, soft }) => end === "closing" && !soft)) return false;
  return !items.some((item) => item.type === "point" && item.closes);
}
