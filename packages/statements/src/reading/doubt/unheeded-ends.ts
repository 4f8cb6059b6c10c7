import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import { type Interpretation, magnitudeOf } from "../interpret/interpret.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Proof } from "../proof/proof.ts";
import { withoutSign } from "../proof/sides.ts";

/**
 * Whether a line in the table that words call the first or the last balance says nothing in this reading, because its figure
 * stands in a column which the reading has no use for, and is another than the balances that the rows lead to.
 */
export function leavesEndsUnheeded(
  { drafts: all }: AccountInput,
  { drafts, style }: Attempt,
  { items }: Interpretation,
  ledger: Ledger,
  { opening, closing }: Proof,
): boolean {
  const lines = new Set(items.map(({ at }) => at.line));
  const ends = [opening, closing].flatMap((value) => (value === null ? [] : [withoutSign(value)]));
  const balances = ledger.items.flatMap((item) => {
    const value = item.type === "row" ? item.balance : item.value;
    return value === null ? [] : [withoutSign(value)];
  });
  const known = new Set([...ends, ...balances]);
  return drafts.some((index) => {
    const { label, figures } = all[index]!;
    if ((label !== "opening" && label !== "closing") || figures.length === 0) return false;
    if (figures.some(({ line }) => lines.has(line))) return false;
    return !figures.some(({ figure }) => {
      const value = magnitudeOf(figure, style);
      return value !== null && known.has(value);
    });
  });
}
