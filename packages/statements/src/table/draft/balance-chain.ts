import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import type { DecimalMark } from "../../values/printed-number.ts";
import { beginsWithBareLabel } from "../labels/labels.ts";
import type { Draft } from "./drafts.ts";
import { marks, minorOf } from "./sum-of-part.ts";

type Pair = { amount: bigint; balance: bigint };

/** Whether a line without a date that begins with the word for a balance carried forward has as many amounts as the row above. */
export function isUndatedTransfer(line: MarkedLine, amounts: readonly Figure[], row: Draft | null): boolean {
  if (amounts.length < 2 || amounts.length !== row?.figures.length) return false;
  return beginsWithBareLabel(line) || goesOnFrom(row, amounts);
}

/**
 * Whether a line's amount and balance go on from those of the row above it, in either order of time: it is a row, though its
 * text may begin with the word for a balance carried forward ("Transfer").
 */
function goesOnFrom(row: Draft, amounts: readonly Figure[]): boolean {
  const above = row.figures.map(({ figure }) => figure);
  return marks.some((mark) =>
    [false, true].some((isMirrored) => {
      const [last, own] = [above, amounts].map((figures) => pairOf(figures, mark, isMirrored));
      if (!last || !own) return false;
      const step = own.balance - last.balance;
      return step !== 0n && [own.amount, last.amount].includes(step < 0n ? -step : step);
    }),
  );
}

function pairOf(figures: readonly Figure[], mark: DecimalMark, isMirrored: boolean): Pair | null {
  const [first, last, ...more] = isMirrored ? figures.toReversed() : figures;
  if (!first || !last || more.length > 0) return null;
  const [amount, balance] = [minorOf(first, mark), minorOf(last, mark)];
  if (amount === null || balance === null) return null;
  return { amount: amount < 0n ? -amount : amount, balance: last.side === "debit" ? -balance : balance };
}
