import { type Figure, isInParentheses, mayCountRows } from "../../layout/figures.ts";
import { type DateMark, type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { isRightToLeft } from "../../pdf/printed-text.ts";
import { findPhrases, type PhraseMatch } from "../../text/phrases.ts";
import { cardPhrases, headerPhrases, type LabelKind, type Side } from "../../vocabulary/lexicon.ts";
import { overlaps } from "../line/span.ts";
import { isEmbedded } from "../line/words-beside.ts";
import { bothSides } from "./both-sides.ts";
import { isBalance, isSum, sideSummedAbove } from "./labels.ts";
import { sidesAbove } from "./sides-above.ts";

/** A figure stands at most so many letter heights below its label; in a summary of both balances a little more. */
const widestLabelStep = 2.5;
const widestSummaryStep = 3.5;
/** Words of so many letters are no marks of sides or codes of currencies. */
const fewestLetters = 4;
/** So many words between a label and a figure are a sentence; a blank is at most so wide, in letter heights. */
const fewestBetween = 3;
/** A summary of integers has so many figures. */
const fewestOfSummary = 3;
const widestBlank = 0.7;

/** A figure with a label that stands outside of the rows, or between them. */
export type LabelledFigure = {
  kind: LabelKind;
  /** The figure nearest to the label. */
  figure: Figure;
  /** All figures of the line, where it has one label only: a row of totals has one for each column. */
  all: Figure[];
  /** Where the figure stands, which may be below the label. */
  line: MarkedLine;
  date: DateMark | null;
  /** Of a total that stands below its words the side that they name. */
  meant?: Side | null;
};

/**
 * Each label of a line with the figure that follows it, stands below it, or before it: where amounts are the first
 * column, and where text runs from the right.
 *
 * @param isWhole whether the paper's amounts have no decimals, so that any integer may be one
 * @param above the line above, where its figures may be told by this one's labels
 * @param over the line above in any case
 */
export function* labelled(
  printed: MarkedLine,
  below: MarkedLine | undefined,
  figures: Figure[],
  isWhole: boolean,
  above?: MarkedLine,
  over = above,
): Generator<LabelledFigure> {
  const line = withoutCounts(printed, below);
  const amounts = line === printed ? figures : [];
  if (above && (yield* labelledAbove(line, below, above))) return;
  const sides = sidesAbove(line, amounts, over) ?? bothSides(line, amounts);
  for (const [index, kind] of (sides ?? []).entries())
    yield { kind, figure: amounts[index]!, all: [], line, date: null };
  if (sides) return;
  const taken = new Set<Figure>();
  const labels = inOneLanguage(line.labels, amounts);
  const ahead = inOrderAhead(labels, amounts);
  for (const [index, { value, from, to }] of labels.entries()) {
    const until = labels[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const since = labels[index - 1]?.to ?? 0;
    const behind = amounts.filter(
      (each) => each.from >= to - 1 && each.from < until && !isInSentence(line, { from, to }, each),
    );
    const leftOf = amounts.findLast((each) => each.to <= from && each.from >= since);
    const next = line.figures.find((each) => !each.weak && each.from === to);
    // "Opening balance: $ 441.20 Into it: $ 258.00": the further one is another label's, though its words are not known.
    const own = next && behind[0] && !behind.includes(next) ? next : undefined;
    const beside =
      (isRightToLeft(line.words[from]!.text) ? leftOf : undefined) ??
      ahead?.[index] ??
      own ??
      (isMoney(value) ? behindCount(behind) : behind[0]) ??
      next ??
      amounts.findLast((each) => each.to <= from + 1 && !taken.has(each));
    const figure = beside ?? beneath(line, below, from, to, isWhole);
    if (figure) taken.add(figure);
    const date = line.dates.find((each) => each.from >= from && each.from < until) ?? null;
    const all = labels.length > 1 || !figure ? [] : own ? [own] : notParted(line, figure, amounts);
    if (figure && value !== "ignored")
      yield {
        kind: value,
        figure,
        all,
        line: beside || !below ? line : below,
        date,
        meant: beside ? null : sideSummedAbove(line, labels[index]!),
      };
  }
  if (labels.length === 1 && isBalance(labels[0]!.value)) yield* sidesBehind(line, amounts);
}

/** "Số dư cuối kỳ / Closing balance  1,089.04": words of two languages before the figures of one line say the same. */
function inOneLanguage(
  labels: readonly PhraseMatch<LabelKind>[],
  amounts: readonly Figure[],
): readonly PhraseMatch<LabelKind>[] {
  const [first, ...others] = labels;
  const last = others.at(-1);
  if (!first || !last || others.some(({ value }) => value !== first.value)) return labels;
  const isAhead = amounts.length > 0 && amounts.every(({ from }) => from >= last.to);
  return isAhead ? [{ ...first, to: last.to }] : labels;
}

/** "Balance on 1 June 1,000.00   Money in 200.00": words between two figures that name a side tell the second one. */
function* sidesBehind(line: MarkedLine, amounts: readonly Figure[]): Generator<LabelledFigure> {
  for (const [index, figure] of amounts.entries()) {
    const before = amounts[index - 1];
    if (!before) continue;
    const texts = line.words.slice(before.to, figure.from).map(({ text }) => text);
    const [side, ...more] = findPhrases(texts, headerPhrases);
    if (!side || more.length > 0 || side.from > 0 || side.to < texts.length) continue;
    const kind = side.value === "debit" ? "total_debits" : side.value === "credit" ? "total_credits" : null;
    if (kind) yield { kind, figure, all: [], line, date: null };
  }
}

/** "you pay off the closing balance in about 13 years, $1,203.44 interest": other words tell what the figure is. */
function isInSentence(line: MarkedLine, label: { from: number; to: number }, figure: Figure): boolean {
  const { words } = line;
  const between = plainWords(line).filter((index) => index >= label.to && index < figure.from).length;
  if (between < fewestBetween || label.from === 0 || !isEmbedded(line, figure)) return false;
  return words[label.from]!.x0 - words[label.from - 1]!.x1 < widestBlank * line.size;
}

/** "Closing balance  1,234.50   Tax withheld  0.00": figures that words part from a label's own are another's. */
function notParted({ words }: MarkedLine, own: Figure, amounts: Figure[]): Figure[] {
  const isText = (text: string) => (text.match(/\p{L}/gu)?.length ?? 0) >= fewestLetters;
  const isParted = ({ from }: Figure) => words.slice(own.to, from).some(({ text }) => isText(text));
  return amounts.filter((figure) => !isParted(figure));
}

/** "80.00  500.00  Total out / Total in": as many figures as labels, and all of them before those. */
function inOrderAhead(
  labels: readonly PhraseMatch<LabelKind>[],
  amounts: readonly Figure[],
): readonly Figure[] | null {
  const isAhead = amounts.every(({ to }) => to <= labels[0]!.from);
  return labels.length > 1 && amounts.length === labels.length && isAhead ? amounts : null;
}

/**
 * "£296.81   -£1,234.10   +£999.00" over "Balance   Total outgoings   Total deposits": figures alone in their line, each over
 * the words for it. Whether they are so.
 */
function* labelledAbove(
  line: MarkedLine,
  below: MarkedLine | undefined,
  above: MarkedLine,
): Generator<LabelledFigure, boolean> {
  const step = line.baseline - above.baseline;
  if (line.labels.length < 2 || line.figures.length + line.dates.length + above.dates.length > 0)
    return false;
  if (above.page !== line.page || step > widestLabelStep * above.size || plainWords(above).length > 0)
    return false;
  if (line.labels.some(({ from, to }) => beneath(line, below, from, to, false))) return false;
  const pairs = line.labels.map(({ value, to }, index) => {
    // Words that say of what it is the balance stand before it: "Personal account balance".
    const from = line.labels[index - 1]?.to ?? 0;
    const span = { x0: line.words[from]!.x0, x1: line.words[to - 1]!.x1 };
    return { value, over: above.figures.filter((figure) => !figure.weak && overlaps(figure, span)) };
  });
  if (pairs.some(({ over }) => over.length !== 1) || above.figures.length < pairs.length) return false;
  // A mere "balance" does not say of which end it is.
  for (const {
    value,
    over: [figure],
  } of pairs)
    if (value !== "ignored" && value !== "balance_on")
      yield { kind: value, figure: figure!, all: [], line: above, date: null };
  return true;
}

/**
 * Labels side by side with their figures in the line below, and nothing else there: "Opening balance | Paid in | Paid
 * out | Closing balance". Their words head columns too, and those of rows have a date or text below.
 */
export function isSummary(line: MarkedLine, below: MarkedLine | undefined): boolean {
  const isOfEnds = ({ value }: PhraseMatch<LabelKind>) =>
    value === "opening" || value === "closing" || value === "total_due" || isSum(value);
  if (!line.labels.some(isOfEnds)) return false;
  const bare = withoutCounts(line, below);
  // A row has a date or text: integers alone are of a summary too, one for each label.
  const isWhole =
    below !== undefined && below.figures.length >= Math.max(line.labels.length, fewestOfSummary);
  const told = line.labels.filter(({ from, to }) => beneath(bare, below, from, to, isWhole));
  return told.length > 1 && below !== undefined && plainWords(below).length === 0;
}

/** "期首残高 690": integers right behind the words for a balance or a sum, where amounts have no decimals. */
export function integersOf({ labels, figures, words }: MarkedLine): Figure[] {
  // "Total 24" counts rows; "Balance total 690" is money.
  const isOfBalance = (from: number) => labels.some(({ value, to }) => isBalance(value) && to === from);
  const money = labels.filter(
    ({ value, from }) => isMoney(value) && (value !== "total" || isOfBalance(from)),
  );
  return figures.filter(({ from, to }) =>
    money.some(
      (label) => label.to === from && (to === words.length || labels.some((next) => next.from === to)),
    ),
  );
}

function isMoney(kind: LabelKind): boolean {
  return isBalance(kind) || isSum(kind) || kind === "total" || kind === "total_due";
}

/** "Previous balance   Deposits (6)   Cheques (12)" over figures alone: what each comes to stands below. */
function withoutCounts(line: MarkedLine, below: MarkedLine | undefined): MarkedLine {
  const isOver = below?.page === line.page && below.figures.length > 1 && plainWords(below).length === 0;
  const areCounts = line.figures.length > 0 && line.figures.every(isInParentheses);
  return isOver && areCounts ? { ...line, figures: [] } : line;
}

/** "Deposits (5) 2,196.12", "Deposits 5 pcs 2,196.12": an integer before an amount counts the rows that the latter sums up. */
function behindCount([first, second]: readonly Figure[]): Figure | undefined {
  if (!first || !second || !mayCountRows(first) || second.weak) return first;
  return second.from - first.to <= 1 ? second : first;
}

function namesMinimum({ words }: MarkedLine): boolean {
  const texts = words.map(({ text }) => text);
  return findPhrases(texts, cardPhrases).some(({ value }) => value === "minimum");
}

function beneath(
  line: MarkedLine,
  below: MarkedLine | undefined,
  from: number,
  to: number,
  isWhole: boolean,
): Figure | undefined {
  // A day below labels of both balances is that of the statement, and beside what is due by when; else it may be a row's.
  const has = (kind: LabelKind) => line.labels.some(({ value }) => value === kind);
  const isOfBoth = has("opening") && has("closing");
  const isOfDue = line.labels.length > 1 && (has("total_due") || namesMinimum(line));
  const step = isOfBoth ? widestSummaryStep : widestLabelStep;
  if (!below || below.page !== line.page || below.baseline - line.baseline > step * line.size)
    return undefined;
  const span = { x0: line.words[from]!.x0, x1: line.words[to - 1]!.x1 };
  if (line.figures.length > 0 || (below.dates.length > 0 && !isOfBoth && !isOfDue)) return undefined;
  const mayBeInteger = isWhole && plainWords(below).length === 0;
  return below.figures.find((figure) => (!figure.weak || mayBeInteger) && overlaps(figure, span));
}
