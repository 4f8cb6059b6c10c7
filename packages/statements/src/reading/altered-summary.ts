import type { AccountInput } from "./attempts.ts";
import type { Ledger, Place } from "./ledger.ts";
import type { Proof, Sign } from "./proof.ts";
import { sidesOf, withoutSign } from "./sides.ts";

/** Longer summaries hold figures of many kinds, of which some sum is what the rows say by chance. */
const mostFigures = 8;

/**
 * Whether a summary that prints the sum of one side between both balances ("previous balance, payments, purchases, new
 * balance") has another figure where the other side's sum should be: then one of them is not what it was.
 */
export function hasOddSum(
  input: AccountInput,
  ledger: Ledger,
  proof: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const { opening, closing } = proof;
  if (opening === null || closing === null) return false;
  const unnamed = input.outside.figures.filter(({ after }) => after === 0);
  const isWorth = (balance: bigint) => (place: Place) => ledger.amountOf(place.figure) === balance;
  const printed: Place[] = [...unnamed, ...input.anchors.before];
  printed.sort((a, b) => a.line.index - b.line.index || a.figure.x0 - b.figure.x0);
  const [first, last] = [printed.find(isWorth(opening)), printed.findLast(isWorth(closing))];
  if (!first || !last) return false;
  const between = printed.slice(printed.indexOf(first) + 1, printed.indexOf(last));
  const all = between.flatMap((place) => amountsAt(place, ledger));
  const open = between.filter((place) => unnamed.some((each) => each === place));
  if (open.length === 0 || all.length > mostFigures) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  if (debits === 0n || credits === 0n || all.includes(debits) === all.includes(credits)) return false;
  const isOdd = open
    .flatMap((place) => amountsAt(place, ledger))
    .some((value) => value !== 0n && value !== debits && value !== credits);
  return isOdd && !leadsTo(opening, closing, all);
}

function amountsAt({ figure }: Place, { amountOf }: Ledger): bigint[] {
  const value = amountOf(figure);
  return value === null ? [] : [withoutSign(value)];
}

/** Whether some of the figures, added or taken away, lead from one balance to the other. */
function leadsTo(from: bigint, to: bigint, [first, ...others]: readonly bigint[]): boolean {
  if (first === undefined) return from === to;
  return [0n, first, -first].some((step) => leadsTo(from + step, to, others));
}
