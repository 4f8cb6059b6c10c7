import type { MarkedLine } from "../../layout/marked-line.ts";
import { isSum, sectionOf } from "../../table/labels/labels.ts";
import { overlaps } from "../../table/line/span.ts";
import { findPhrases } from "../../text/phrases.ts";
import { chargePhrases, paymentPhrases } from "../../vocabulary/card-summary.ts";
import type { AccountInput } from "../interpret/attempts.ts";
import type { Ledger, Place } from "../ledger/ledger.ts";
import type { Proof } from "../proof/proof.ts";
import { type Sides, withoutSign } from "../proof/sides.ts";
import { isOfPurchases } from "./of-purchases.ts";

type Part = { place: Place; value: bigint };
type Span = { from: number; to: number; x0: number; x1: number };

/** So many figures of a list that the rows come to as well make it the account's own. */
const fewestKnown = 2;
/** Lines of a list follow one another in so many letter heights. */
const widestStep = 2.6;
/** Points by which the ends of figures in one column differ at most. */
const tolerance = 1;
/** Words that are known stand so many words before their figure at most. */
const farthest = 3;

/**
 * Whether a list that goes from the first balance to the last one does not lead there: all of its figures are sums by their
 * words, or all but one are what the rows or some of them come to, and that one is nothing that is known to stand beside parts:
 * "Deposits 2,961.50", "Withdrawals 1,149.99", "Service fees 1.00".
 */
export function hasOddPart(
  { outside }: AccountInput,
  between: readonly Place[],
  sides: Sides,
  { amountOf, items }: Ledger,
  proof: Proof,
): boolean {
  const { opening, closing } = proof;
  if (opening === null || closing === null) return false;
  const parts = between.flatMap((place): Part[] => {
    const value = withoutSign(amountOf(place.figure) ?? 0n);
    return value === 0n || isBeside(place, outside.above.get(place.line)) ? [] : [{ place, value }];
  });
  const isNamed = (place: Place) => isSumByWords(place, outside.above.get(place.line));
  const leads = (some: readonly Part[]) =>
    leadsWithAll(
      opening,
      closing,
      some.map(({ value }) => value),
    );
  const known = knownSums(sides, proof);
  // "Withdrawals 1,149.99", "of which fees 12.00": what one row comes to is in the sum of its side.
  const rows = new Set(items.flatMap((item) => (item.type === "row" ? [item.magnitude] : [])));
  const whole = parts.filter(({ value }) => known.has(value) || !rows.has(value));
  if (parts.length < fewestKnown || leads(parts) || leads(whole)) return false;
  if (parts.every(({ place }) => isNamed(place))) return true;
  // "Purchases 2,894.99", "Other charges 2.14": of one row and of all others of its side.
  const single = new Set([...rows].flatMap((row) => [row, sides.debits - row, sides.credits - row]));
  const [odd, ...more] = parts.filter(({ value }) => !known.has(value) && !single.has(value));
  const others = parts.filter((part) => part !== odd);
  if (!odd || more.length > 0 || others.length < fewestKnown) return false;
  // "Balance after payments": what some of the parts lead to.
  const { debits, credits } = sides;
  const ways = [debits, -debits, credits, -credits].map((step) => withoutSign(opening + step));
  return !leads(others) || ![...ways, debits + credits, withoutSign(closing - opening)].includes(odd.value);
}

/**
 * Of the figures between two balances those that end where these do, if they follow one another in even steps from the one to
 * the other: another list may stand beside theirs. Null where they do not.
 */
export function columnBetween(first: Place, between: readonly Place[], last: Place): Place[] | null {
  const isInColumn = ({ figure, line }: Place) =>
    Math.abs(figure.x1 - first.figure.x1) < tolerance && line.page === first.line.page;
  const column = between.filter(isInColumn);
  const all = [...column, last];
  const steps = all.map(({ line }, at) => line.baseline - (all[at - 1] ?? first).line.baseline);
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  const isEven = least > 0 && most <= widestStep * first.line.size && most < 1.5 * least;
  return isInColumn(last) && isEven ? column : null;
}

/** "Average balance", "Credit limit": words right before a figure, or over it, that are known to tell of something else. */
function isBeside({ line, figure }: Place, above: MarkedLine | undefined): boolean {
  const isOther = ({ words, labels }: MarkedLine, isNear: (x: Span) => boolean) =>
    labels.some(({ value, from, to }) => {
      if (value !== "ignored" || !isNear({ from, to, x0: words[from]!.x0, x1: words[to - 1]!.x1 }))
        return false;
      const texts = words.slice(from, to).map(({ text }) => text);
      return findPhrases(texts, chargePhrases).length === 0;
    });
  return (
    isOther(line, ({ to }) => to <= figure.from && figure.from - to <= farthest) ||
    (above !== undefined && isOther(above, (span) => overlaps(span, figure)))
  );
}

/** What the rows of both sides come to, and what is printed of some of them. */
function knownSums({ debits, credits }: Sides, { checks }: Proof): Set<bigint> {
  const agreed = checks.flatMap(({ kind, printed, computed }) =>
    kind !== "count" && printed === computed ? [withoutSign(printed)] : [],
  );
  return new Set([debits, credits, ...agreed]);
}

function isSumByWords(place: Place, above: MarkedLine | undefined): boolean {
  const { line } = place;
  return (
    sectionOf(line) !== null ||
    line.labels.some(({ value }) => isSum(value)) ||
    isOfPurchases(place, above) ||
    isUnderPayments(place, above)
  );
}

/** "Payments" over a figure, among the headings of a card's summary in one line. */
function isUnderPayments({ figure }: Place, above: MarkedLine | undefined): boolean {
  const texts = above?.words.map(({ text }) => text) ?? [];
  return findPhrases(texts, paymentPhrases).some(({ from, to }) =>
    overlaps(figure, { x0: above!.words[from]!.x0, x1: above!.words[to - 1]!.x1 }),
  );
}

/** Whether the figures, each added or taken away, lead from one balance to the other. */
function leadsWithAll(from: bigint, to: bigint, [first, ...others]: readonly bigint[]): boolean {
  if (first === undefined) return from === to;
  return [first, -first].some((step) => leadsWithAll(from + step, to, others));
}
