import type { Figure } from "../layout/figures.ts";
import { type DateMark, type MarkedLine, plainWords } from "../layout/marked-line.ts";
import { isRightToLeft } from "../pdf/printed-text.ts";
import { fold } from "../text/fold.ts";
import { findPhrases, type PhraseMatch } from "../text/phrases.ts";
import { asidePhrases } from "../vocabulary/asides.ts";
import { headerPhrases, type LabelKind, type Side, sectionPhrases } from "../vocabulary/lexicon.ts";
import { overlaps } from "./span.ts";

/** A figure stands at most so many letter heights below its label; in a summary of both balances a little more. */
const widestLabelStep = 2.5;
const widestSummaryStep = 3.5;

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
};

/**
 * A label counts where it opens the text of a line and explains much of it; in a line without a date of its own also
 * further on, with its figure behind it.
 */
export function labelOf(line: MarkedLine, dated: boolean, inTable: boolean): LabelKind | null {
  const [label] = line.labels;
  if (!label) return null;
  if (!dated && headsBalances(line)) return label.value;
  const plain = plainWords(line);
  const leads = label.from <= (plain[0] ?? 0) + 1 || endsBalance(line, label, plain);
  const letters = fold(plain.map((index) => line.words[index]!.text).join(" ")).length;
  if (!dated) {
    // Among rows that print their date once a day a row may begin with any word: "Total Fitness Club".
    const least = isBare(label) || isSum(label.value) ? 0.8 : 0.5;
    if (inTable && (label.value === "ignored" || explained(line, label) < least * letters)) return null;
    const followed = line.labels.find(({ to }) =>
      line.figures.some((figure) => !figure.weak && figure.from >= to - 1 && figure.from <= to + 2),
    );
    return (followed ?? (leads ? label : null))?.value ?? null;
  }
  if (isSum(label.value)) return leads && label.letters >= 0.8 * letters ? label.value : null;
  if (!leads || label.letters < (isBare(label) ? 0.8 : 0.4) * letters) return null;
  // "Total" may be a shop: with a date of its own only a balance is no transaction.
  return isBalance(label.value) ? label.value : null;
}

/** "Account  Period  Previous balance  Money out  Money in  New balance": both balances, and their figures below. */
function headsBalances({ labels, figures, dates }: MarkedLine): boolean {
  if (figures.length + dates.length > 0) return false;
  return labels.some(({ value }) => value === "opening") && labels.some(({ value }) => value === "closing");
}

/** "Balance" may be a shop's name, and "Prijenos I. Horvat" a transfer; "Balance on" is none. */
function isBare({ value, from, to }: PhraseMatch<LabelKind>): boolean {
  return value === "carried" || (value === "balance_on" && to - from === 1);
}

/** Whether a line begins with such a word and goes on with others: a row of "Prijenos I. Horvat" may print no date. */
export function beginsWithBareLabel(line: MarkedLine): boolean {
  const [label] = line.labels;
  const plain = plainWords(line);
  if (!label || !isBare(label) || label.to - label.from > 1 || label.from !== plain[0]) return false;
  const letters = fold(plain.map((index) => line.words[index]!.text).join(" ")).length;
  return label.letters < 0.5 * letters;
}

/** "ID 0001 Beginning Balance 502.10": the number of an account before the words for its balance, and no amount. */
function endsBalance(
  { figures }: MarkedLine,
  { value, from, to }: PhraseMatch<LabelKind>,
  plain: readonly number[],
): boolean {
  if (value !== "opening" && value !== "closing") return false;
  return to - from > 1 && plain.at(-1) === to - 1 && figures.filter(({ weak }) => !weak).length === 1;
}

export function isBalance(kind: LabelKind): boolean {
  return kind === "opening" || kind === "closing" || kind === "carried" || kind === "balance_on";
}

/** Letters of a label, with those of the section that it sums up ("Total electronic withdrawals"). */
function explained(line: MarkedLine, label: PhraseMatch<LabelKind>): number {
  const rest = line.words.slice(label.to).map(({ text }) => text);
  const sections = label.value === "total" ? findPhrases(rest, sectionPhrases) : [];
  return sections.reduce((sum, { letters }) => sum + letters, label.letters);
}

/** "Total deposits": a line says of which rows it is the sum, if in words that are known one by one, and nothing else. */
export function sumsSection(line: MarkedLine): boolean {
  const [label, ...more] = line.labels;
  if (label?.value !== "total" || more.length > 0) return false;
  const letters = fold(
    plainWords(line)
      .map((index) => line.words[index]!.text)
      .join(" "),
  ).length;
  const named = explained(line, label);
  return named > label.letters && named + 1 >= letters;
}

/** "Total payments": a line that calls its figure the sum of what a column of one side is called; null for any other. */
export function sideSummed(line: MarkedLine): Side | null {
  const [label, ...more] = line.labels;
  if (label?.value !== "total" || more.length > 0) return null;
  const rest = plainWords(line).filter((index) => index < label.from || index >= label.to);
  const [heading] = findPhrases(
    rest.map((index) => line.words[index]!.text),
    headerPhrases,
  );
  if (!heading || heading.from > 0 || heading.to < rest.length) return null;
  return heading.value === "debit" || heading.value === "credit" ? heading.value : null;
}

/** "Total" may be a shop; "Total withdrawals" with a date is the sum of a day, above or below its rows. */
export function isSum(kind: LabelKind): boolean {
  return kind === "total_debits" || kind === "total_credits";
}

/**
 * Each label of a line with the figure that follows it, stands below it, or before it: where amounts are the first
 * column, and where text runs from the right.
 *
 * @param isWhole whether the paper's amounts have no decimals, so that any integer may be one
 */
export function* labelled(
  line: MarkedLine,
  below: MarkedLine | undefined,
  amounts: Figure[],
  isWhole: boolean,
): Generator<LabelledFigure> {
  const taken = new Set<Figure>();
  for (const [index, { value, from, to }] of line.labels.entries()) {
    const until = line.labels[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const since = line.labels[index - 1]?.to ?? 0;
    const behind = amounts.filter((each) => each.from >= to - 1 && each.from < until);
    const leftOf = amounts.findLast((each) => each.to <= from && each.from >= since);
    const beside =
      (isRightToLeft(line.words[from]!.text) ? leftOf : undefined) ??
      (isMoney(value) ? behindCount(behind) : behind[0]) ??
      line.figures.find((each) => !each.weak && each.from === to) ??
      amounts.findLast((each) => each.to <= from + 1 && !taken.has(each));
    const figure = beside ?? beneath(line, below, from, to, isWhole);
    if (figure) taken.add(figure);
    const date = line.dates.find((each) => each.from >= from && each.from < until) ?? null;
    const all = line.labels.length === 1 ? amounts : [];
    if (figure && value !== "ignored")
      yield { kind: value, figure, all, line: beside || !below ? line : below, date };
  }
}

/**
 * Labels side by side with their figures in the line below, and nothing else there: "Opening balance | Paid in | Paid
 * out | Closing balance". Their words head columns too, and those of rows have a date or text below.
 */
export function isSummary(line: MarkedLine, below: MarkedLine | undefined): boolean {
  if (!line.labels.some(({ value }) => value === "opening" || value === "closing" || value === "total_due"))
    return false;
  const told = line.labels.filter(({ from, to }) => beneath(line, below, from, to, false));
  return told.length > 1 && below !== undefined && plainWords(below).length === 0;
}

/** Whether the line right below is one of a summary too: words that are known, with an amount, and no date. */
export function isListed(line: MarkedLine, below: MarkedLine | undefined): boolean {
  if (below?.page !== line.page || below.baseline - line.baseline > 2.5 * line.size) return false;
  if (below.dates.length > 0 || below.figures.every(({ weak }) => weak)) return false;
  return below.labels.length > 0 || sectionOf(below) !== null;
}

/** "期首残高 690": integers right behind the words for a balance or a sum, where amounts have no decimals. */
export function integersOf({ labels, figures, words }: MarkedLine): Figure[] {
  const money = labels.filter(({ value }) => isMoney(value) && value !== "total");
  return figures.filter(({ from, to }) =>
    money.some(
      (label) => label.to === from && (to === words.length || labels.some((next) => next.from === to)),
    ),
  );
}

function isMoney(kind: LabelKind): boolean {
  return isBalance(kind) || isSum(kind) || kind === "total" || kind === "total_due";
}

/** "Deposits 5 2,196.12", "Deposits (5) 2,196.12": an integer right before an amount counts the rows that the latter sums up. */
function behindCount([first, second]: readonly Figure[]): Figure | undefined {
  return first &&
    (first.weak || /^\(\d{1,4}\)$/.test(first.text)) &&
    second &&
    !second.weak &&
    second.from === first.to
    ? second
    : first;
}

function beneath(
  line: MarkedLine,
  below: MarkedLine | undefined,
  from: number,
  to: number,
  isWhole: boolean,
): Figure | undefined {
  // A day below labels of both balances is that of the statement; else what stands there may be a row.
  const isOfBoth = ["opening", "closing"].every((kind) => line.labels.some(({ value }) => value === kind));
  const step = isOfBoth ? widestSummaryStep : widestLabelStep;
  if (!below || below.page !== line.page || below.baseline - line.baseline > step * line.size)
    return undefined;
  const span = { x0: line.words[from]!.x0, x1: line.words[to - 1]!.x1 };
  if (line.figures.length > 0 || (below.dates.length > 0 && !isOfBoth)) return undefined;
  const mayBeInteger = isWhole && plainWords(below).length === 0;
  return below.figures.find((figure) => (!figure.weak || mayBeInteger) && overlaps(figure, span));
}

/**
 * The side that a heading names: "Withdrawals", and "Fees and charges" where each word is known by itself.
 *
 * @param least the part of its letters that has to be known
 */
export function sectionOf(line: MarkedLine, least = 0.6): Side | null {
  const texts = line.words.map(({ text }) => text);
  const matches = findPhrases(texts, sectionPhrases);
  const [match] = matches;
  if (!match || match.from > 0 || line.dates.length > 0) return null;
  const letters = fold(texts.filter((text) => !/\d/.test(text)).join(" ")).length;
  if (match.letters >= least * letters) return match.value;
  const named = matches.reduce((sum, each) => sum + each.letters, 0);
  return named >= least * letters && matches.every(({ value }) => value === match.value) ? match.value : null;
}

/** A line that says what stands below it, and that this is no account's rows. */
export function isAsideTitle(line: MarkedLine): boolean {
  if (line.dates.length > 0 && line.figures.some(({ weak }) => !weak)) return false;
  const texts = line.words.map(({ text }) => text);
  // "Opérations à venir (non comptabilisées)": what stands in parentheses explains the title.
  const words = texts.filter((text) => !/\d/.test(text)).join(" ");
  const letters = fold(words.replace(/\([^()]*\)/g, " ")).length;
  return findPhrases(texts, asidePhrases).some((phrase) => phrase.letters * 2 >= letters);
}
