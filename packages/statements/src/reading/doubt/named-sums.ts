import type { Figure } from "../../layout/figures.ts";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { isSum } from "../../table/labels/labels.ts";
import { overlaps } from "../../table/line/span.ts";
import { findPhrases } from "../../text/phrases.ts";
import { headerPhrases, type Side } from "../../vocabulary/lexicon.ts";
import type { AccountInput } from "../interpret/attempts.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Sign } from "../proof/proof.ts";
import { sidesOf, withoutSign } from "../proof/sides.ts";

type NamedSum = { side: Side; value: bigint };

/**
 * "Money in 1,654.20", "Money out 63.75" beside the rows: words that head columns, and so name no sum for sure. But where
 * one is what the rows of its side come to, the other one is the other side's sum, and contradicts another figure.
 */
export function contradictsNamedSum(
  input: AccountInput,
  ledger: Ledger,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const { anchors, outside } = input;
  const places = [...outside.figures, ...anchors.before, ...anchors.after];
  const lines = [...new Set(places.map(({ line }) => line))];
  const named = lines.flatMap((line) => {
    const pair = pairOfSums(line, ledger);
    return pair.length > 0 ? pair : namedSums(line, outside.above.get(line), ledger);
  });
  if (named.length < 2) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const sumOf = (side: Side) => (side === "debit" ? debits : credits);
  const agrees = ({ side, value }: NamedSum) => value === sumOf(side);
  const amounts = lines.flatMap(({ figures }) => figures.filter(({ weak }) => !weak).map(ledger.amountOf));
  const printed = new Set(amounts.flatMap((value) => (value === null ? [] : [withoutSign(value)])));
  // Purchases and fees may be told apart.
  const isPart = ({ side, value }: NamedSum) => printed.has(withoutSign(sumOf(side) - value));
  return named.some(
    (sum) =>
      !named.some((other) => other.side === sum.side && agrees(other)) &&
      !isPart(sum) &&
      named.some((other) => other.side !== sum.side && other.value !== 0n && agrees(other)),
  );
}

/**
 * The figures of a line that have nothing before them but words for one side, and perhaps a number of rows; or, in a line of
 * figures alone, stand below such words.
 */
function namedSums(line: MarkedLine, above: MarkedLine | undefined, ledger: Ledger): NamedSum[] {
  // Below the title of pictures ("Checks paid") each check's figure stands beside its day.
  const isSums = plainWords(line).length + line.dates.length === 0;
  const isBelow = above !== undefined && above.figures.length === 0 && isSums;
  return line.figures.flatMap((figure): NamedSum[] => {
    const value = figure.weak ? null : ledger.amountOf(figure);
    const side = value === null ? null : isBelow ? sideAbove(above, figure) : sideBefore(line, figure);
    return value === null || side === null ? [] : [{ side, value: withoutSign(value) }];
  });
}

/**
 * "Turnover: credits 1 21,500.00 Cr, debits 3 7,719.00 Dr": two figures in one line, the one behind words for money in, the
 * other behind words for money out.
 */
function pairOfSums(line: MarkedLine, { amountOf }: Ledger): NamedSum[] {
  const [one, other, ...more] = line.figures.filter(({ weak }) => !weak);
  const isOther =
    line.dates.length > 0 || line.labels.some(({ value }) => value !== "total" && !isSum(value));
  if (!one || !other || more.length > 0 || isOther) return [];
  const sums = [one, other].flatMap((figure): NamedSum[] => {
    const value = amountOf(figure);
    const side = sideWithin(line, figure === one ? 0 : one.to, figure.from);
    return value === null || side === null ? [] : [{ side, value: withoutSign(value) }];
  });
  return sums.length === 2 && sums[0]!.side !== sums[1]!.side ? sums : [];
}

/** The side that words name, where they name but one. */
function sideWithin({ words }: MarkedLine, from: number, to: number): Side | null {
  const texts = words.slice(from, to).map(({ text }) => text);
  const sides = new Set(findPhrases(texts, headerPhrases).map(({ value }) => value));
  if (sides.has("debit") === sides.has("credit")) return null;
  return sides.has("debit") ? "debit" : "credit";
}

function sideBefore({ figures, words, labels }: MarkedLine, { from }: Figure): Side | null {
  const before = figures.filter(({ to }) => to <= from);
  const start = before.findLast(({ weak }) => !weak)?.to ?? 0;
  // The least payment, say, is told by words for a payment.
  if (labels.some((label) => label.to > start && label.from < from && !isSum(label.value))) return null;
  const isCount = (at: number) => before.some((figure) => at >= figure.from && at < figure.to);
  const texts = words.flatMap(({ text }, at) => (at >= start && at < from && !isCount(at) ? [text] : []));
  const [phrase, ...more] = findPhrases(texts, headerPhrases);
  if (!phrase || more.length > 0 || phrase.from > 0 || phrase.to < texts.length) return null;
  return phrase.value === "debit" || phrase.value === "credit" ? phrase.value : null;
}

function sideAbove({ words, labels }: MarkedLine, figure: Figure): Side | null {
  const texts = words.map(({ text }) => text);
  const over = findPhrases(texts, headerPhrases).filter(({ from, to }) =>
    overlaps(figure, { x0: words[from]!.x0, x1: words[to - 1]!.x1 }),
  );
  const [phrase, ...more] = over;
  if (!phrase || more.length > 0) return null;
  if (labels.some(({ value, from, to }) => from < phrase.to && to > phrase.from && !isSum(value)))
    return null;
  return phrase.value === "debit" || phrase.value === "credit" ? phrase.value : null;
}
