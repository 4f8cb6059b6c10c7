import type { Figure } from "../../layout/figures.ts";
import { type MarkedLine, markLine } from "../../layout/marked-line.ts";
import { lineOfWords } from "../../layout/split-line.ts";
import { movedTo } from "../../pdf/word.ts";
import { isRightBelow } from "../draft/row-shape.ts";

/** So many balances that follow from the row's amount and the balance before are no chance. */
const fewest = 4;
/** Lines of a row's text that stand between its amount and its balance, at most. */
const mostBetween = 2;

/** A row's amount, and the figure below it; places in the document. */
type Pair = { row: number; below: number; amount: bigint; balance: bigint };

/**
 * Lines in which each row has its balance behind its amount, on papers that print it below, in the same column: every row has
 * one figure on its first line and one on a line further down, and each of those is the one before or behind it with the
 * amount added or taken away.
 */
export function withBalancesBelow(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const pairs = pairsOf(lines);
  if (pairs.length < fewest || !isChain(pairs)) return lines;
  const rows = new Map(pairs.map(({ row, below }) => [row, lines[below]!]));
  const below = new Set(pairs.map((pair) => pair.below));
  const right = Math.max(...lines.map(({ x1 }) => x1));
  const moved: MarkedLine[] = [];
  for (const [at, line] of lines.entries()) {
    const balance = rows.get(at);
    if (balance) moved.push(markLine(withBalance(line, balance, right), moved.length));
    else if (below.has(at)) {
      const rest = line.words.filter((_, word) => !isOfBalance(line, word));
      if (rest.length > 0) moved.push(markLine(lineOfWords(line, rest), moved.length));
    } else moved.push({ ...line, index: moved.length });
  }
  return moved;
}

/** The balance takes a place of its own to the right of everything. */
function withBalance(line: MarkedLine, below: MarkedLine, right: number) {
  const [{ from, to, x1 }] = strongOf(below) as [Figure];
  const by = right + 2 * line.size + (x1 - below.words[from]!.x0) - x1;
  const balance = below.words.slice(from, to).map((word) => movedTo(word, word.x0 + by, word.x1 + by));
  return lineOfWords(line, [...line.words, ...balance]);
}

/** The figure, and the word for a balance right before it. */
function isOfBalance(line: MarkedLine, word: number): boolean {
  const [{ from, to }] = strongOf(line) as [Figure];
  const label = line.labels.find((each) => each.value === "balance_on" && each.to === from);
  return word >= (label?.from ?? from) && word < to;
}

function pairsOf(lines: readonly MarkedLine[]): Pair[] {
  const pairs: Pair[] = [];
  for (let row = 0; row < lines.length; row++) {
    const amount = centsOf(lines[row]!);
    if (amount === null || lines[row]!.labels.length > 0) continue;
    const below = figureBelow(lines, row);
    const balance = below === null ? null : centsOf(lines[below]!);
    // A row without one ends the chain, unless it stands among a summary above the rows.
    if (below === null || balance === null) {
      if (pairs.length > 0 && lines[row]!.dates[0]?.from === 0) return [];
      continue;
    }
    pairs.push({ row, below, amount: amount < 0n ? -amount : amount, balance });
    row = below;
  }
  return pairs;
}

function figureBelow(lines: readonly MarkedLine[], row: number): number | null {
  const [amount] = strongOf(lines[row]!) as [Figure];
  for (let at = row + 1; at <= row + 1 + mostBetween && at < lines.length; at++) {
    const line = lines[at]!;
    if (!isRightBelow(line, lines[at - 1]!) || line.dates[0]?.from === 0) return null;
    const [figure, ...more] = strongOf(line);
    if (!figure) continue;
    const isKnown = line.labels.every(({ value }) => value === "balance_on");
    return more.length === 0 && isKnown && Math.abs(figure.x1 - amount.x1) < line.size ? at : null;
  }
  return null;
}

/** Whether each balance is its neighbour's with the row's amount, whichever way time goes. */
function isChain(pairs: readonly Pair[]): boolean {
  const steps = pairs.slice(1).map(({ balance }, at) => balance - pairs[at]!.balance);
  const isStep = (step: bigint, amount: bigint) => step === amount || step === -amount;
  return (
    steps.every((step, at) => isStep(step, pairs[at + 1]!.amount)) ||
    steps.every((step, at) => isStep(step, pairs[at]!.amount))
  );
}

/** The one figure of a line, in cents; null where it has none or several, or no cents. */
function centsOf(line: MarkedLine): bigint | null {
  const [figure, ...more] = strongOf(line);
  if (!figure || more.length > 0 || line.fromRight || !/[.,]\d{2}(?!\d)/.test(figure.text)) return null;
  const value = BigInt(figure.text.replace(/\D/g, ""));
  return figure.sign === -1 || figure.side === "debit" ? -value : value;
}

function strongOf({ figures }: MarkedLine): Figure[] {
  return figures.filter(({ weak }) => !weak);
}
