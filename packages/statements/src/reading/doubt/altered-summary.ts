import type { Figure } from "../../layout/figures.ts";
import { plainWords } from "../../layout/marked-line.ts";
import { sectionOf } from "../../table/labels/labels.ts";
import type { AccountInput } from "../interpret/attempts.ts";
import type { Claim, Ledger, Place } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";
import { type Sides, sidesOf, withoutSign } from "../proof/sides.ts";
import { columnBetween, hasOddPart } from "./odd-part.ts";
import { isOfPurchases } from "./of-purchases.ts";

/** Longer summaries hold figures of many kinds, of which some sum is what the rows say by chance. */
const mostFigures = 8;
/** So many amounts alone in a line are those of a summary. */
const fewestBeside = 3;

/**
 * Whether a summary that prints the sum of one side between both balances ("previous balance, payments, purchases, new
 * balance") has another figure where the other side's sum should be, or sums of its own that lead from balance to balance:
 * then one of them is not what it was, or rows are missing.
 */
export function hasOddSum(
  input: AccountInput,
  ledger: Ledger,
  proof: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const { opening, closing } = proof;
  if (opening === null || closing === null) return false;
  const above = input.outside.figures.filter(({ after, listed }) => after === 0 && !listed);
  const isWorth = (balance: bigint) => (place: Place) => ledger.amountOf(place.figure) === balance;
  const counts = input.outside.counts.map(({ at }) => at.figure);
  const zeros = input.outside.zeros.filter(({ figure }) => !counts.includes(figure));
  const unnamed: Place[] = [...above, ...zeros, ...wholeBeside([...above, ...input.anchors.before], counts)];
  const printed: Place[] = [...unnamed, ...input.anchors.before];
  printed.sort((a, b) => a.line.index - b.line.index || a.figure.x0 - b.figure.x0);
  const [first, last] = [printed.find(isWorth(opening)), printed.findLast(isWorth(closing))];
  if (!first || !last) return false;
  // One figure may have several labels.
  const between = printed
    .slice(printed.indexOf(first) + 1, printed.indexOf(last))
    .filter(({ figure }) => figure !== first.figure && figure !== last.figure)
    .filter(({ figure }, at, all) => all.findIndex((each) => each.figure === figure) === at);
  const sides = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const column = columnBetween(first, between, last);
  const list = column ?? (isListed([first, ...between, last], input.outside.counts) ? between : []);
  if (list.length <= mostFigures && hasOddPart(input, list, sides, ledger, proof)) return true;
  const all = between.flatMap((place) => amountsAt(place, ledger));
  if (all.length > mostFigures) return false;
  const open = between.filter((place) => unnamed.some((each) => each === place));
  if (open.length === 0) return false;
  if (isOfOthers(opening, closing, all, sides)) return true;
  const { debits, credits } = sides;
  // "Payments 0.00", "Purchases 31.42": where nothing is on one side, figures of other kinds could as well stand beside a zero.
  const isPair = all.length === 2;
  // Rows that were given the other side leave the sum of both as it is.
  if (isPair && isTurned(all, sides)) return true;
  if (isPair && ledger.direction === -1 && areExchanged(input, between, sides, ledger)) return true;
  if ((!isPair && (debits === 0n || credits === 0n)) || all.includes(debits) === all.includes(credits))
    return false;
  const isOdd = open
    .flatMap((place) => amountsAt(place, ledger))
    .some((value) => value !== 0n && value !== debits && value !== credits);
  // Of two figures the one is a side's sum, so the other, in words that are no other figure's, is that of the other side.
  const isOther =
    isPair &&
    (isListed([first, ...between, last], input.outside.counts) ||
      (open.length === 1 && open[0]!.line.labels.length === 0));
  return isOdd && (isOther || !leadsTo(opening, closing, all));
}

/** Whether each figure stands alone in its line, right below the one before or a number of rows, or all stand in one line. */
function isListed(places: readonly Place[], counts: readonly Claim[]): boolean {
  const lines = places.map(({ line }) => line.index);
  const [start, end] = [lines[0]!, lines.at(-1)!];
  const passed = counts.map(({ at }) => at.line.index).filter((at) => start < at && at < end);
  const all = [...new Set([...lines, ...passed])].sort((a, b) => a - b);
  const isColumn = new Set(lines).size === lines.length && end - start === all.length - 1;
  return isColumn || lines.every((at) => at === start);
}

/** "3,820  5  4,670  8,490": where amounts have no decimals a figure without a separator among them may be one as well. */
function wholeBeside(places: readonly Place[], counts: readonly Figure[]): Place[] {
  const lines = new Set(places.map(({ line }) => line));
  const isWhole = ({ readings }: Figure) => readings.some(({ fraction }) => fraction === "");
  return [...lines].flatMap((line) => {
    const amounts = line.figures.filter(({ weak }) => !weak);
    if (amounts.length < fewestBeside || !amounts.every(isWhole) || plainWords(line).length > 0) return [];
    return line.figures
      .filter((figure) => figure.weak && isWhole(figure) && !counts.includes(figure))
      .map((figure) => ({ line, figure }));
  });
}

/**
 * "Payments and credits 280.00  Purchases 120.00" on a card whose purchases come to 280.00: words that are of one side alone
 * say which sum is which.
 */
function areExchanged(
  { outside }: AccountInput,
  places: readonly Place[],
  { debits, credits }: Sides,
  ledger: Ledger,
): boolean {
  const isWorth = (place: Place, sum: bigint) => amountsAt(place, ledger).every((value) => value === sum);
  return (
    debits !== credits &&
    places.some(
      (place) =>
        (isWorth(place, debits) && sectionOf(place.line) === "credit") ||
        (isWorth(place, credits) && isOfPurchases(place, outside.above.get(place.line))),
    )
  );
}

function isTurned(all: readonly bigint[], { debits, credits }: Sides): boolean {
  const [one, other] = all as [bigint, bigint];
  return one + other === debits + credits && one !== debits && one !== credits;
}

/** Whether the figures lead from one balance to the other, all of them, and are in no way the sums of both sides. */
function isOfOthers(
  opening: bigint,
  closing: bigint,
  all: readonly bigint[],
  { debits, credits }: Sides,
): boolean {
  const figures = all.filter((value) => value !== 0n);
  if (figures.length < 2) return false;
  const apart = closing - opening;
  const sum = figures.reduce((total, value) => total + value, 0n);
  // What is added comes to (sum + apart) / 2.
  const added = [...sumsOfSome(figures)].filter((value) => 2n * value - sum === apart);
  const isSums = (value: bigint) =>
    (value === debits && sum - value === credits) || (value === credits && sum - value === debits);
  return added.length > 0 && !added.some(isSums);
}

function sumsOfSome(figures: readonly bigint[]): Set<bigint> {
  const sums = new Set([0n]);
  for (const figure of figures) for (const sum of [...sums]) sums.add(sum + figure);
  return sums;
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
