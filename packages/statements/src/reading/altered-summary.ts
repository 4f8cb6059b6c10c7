import type { AccountInput } from "./attempts.ts";
import type { Ledger, Place } from "./ledger.ts";
import type { Proof } from "./proof.ts";
import type { Sides } from "./unnamed-figures.ts";

/** Longer summaries hold figures of many kinds, of which some sum is what the rows say by chance. */
const mostFigures = 8;

/**
 * Whether a summary that prints the sum of one side between both balances ("previous balance, payments, purchases, new
 * balance") has another figure where the other side's sum should be: then one of them is not what it was.
 */
export function hasOddSum(input: AccountInput, ledger: Ledger, proof: Proof): boolean {
  const ends = [...ledger.opening, ...ledger.closing].map(({ at }) => at.line.index);
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const { opening, closing } = proof;
  if (opening === null || closing === null || ledger.opening.length === 0 || ledger.closing.length === 0)
    return false;
  const isBetween = ({ line }: Place) => line.index >= from && line.index <= to;
  const isEnd = ({ figure }: Place) =>
    [...ledger.opening, ...ledger.closing].some(({ at }) => at.figure === figure);
  const unnamed = input.outside.figures.filter(({ after }) => after === 0).filter(isBetween);
  const labelled = input.anchors.before.filter(isBetween);
  const valuesOf = (places: readonly Place[]) =>
    places
      .filter((place) => !isEnd(place))
      .map(({ figure }) => ledger.amountOf(figure))
      .filter((value) => value !== null)
      .map(withoutSign);
  const open = valuesOf(unnamed);
  const all = [...open, ...valuesOf(labelled)];
  if (open.length === 0 || all.length > mostFigures) return false;
  const { debits, credits } = sumsOf(ledger, proof);
  if (debits === 0n || credits === 0n || all.includes(debits) === all.includes(credits)) return false;
  const isOdd = open.some((value) => value !== 0n && value !== debits && value !== credits);
  return isOdd && !leadsTo(opening, closing, all);
}

/** The sums of both sides. */
function sumsOf({ items }: Ledger, { signs }: Proof): Sides {
  const sums = { debits: 0n, credits: 0n };
  for (const [at, { magnitude }] of items.filter((item) => item.type === "row").entries()) {
    if (signs[at] === -1) sums.debits += magnitude;
    if (signs[at] === 1) sums.credits += magnitude;
  }
  return sums;
}

/** Whether some of the figures, added or taken away, lead from one balance to the other. */
function leadsTo(from: bigint, to: bigint, [first, ...others]: readonly bigint[]): boolean {
  if (first === undefined) return from === to;
  return [0n, first, -first].some((step) => leadsTo(from + step, to, others));
}

function withoutSign(value: bigint): bigint {
  return value < 0n ? -value : value;
}
