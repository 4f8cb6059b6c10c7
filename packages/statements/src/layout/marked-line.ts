import { isCurrency } from "@finflow/money/currency";
import { fitted } from "../fitted.ts";
import { fold } from "../text/fold.ts";
import { findPhrases, type PhraseMatch } from "../text/phrases.ts";
import type { DateReading } from "../values/date-reading.ts";
import { findDates } from "../values/printed-date.ts";
import { type LabelKind, labelPhrases } from "../vocabulary/lexicon.ts";
import { type Figure, findFigures } from "./figures.ts";
import type { Line } from "./lines.ts";
import { withNamedEnds } from "./named-ends.ts";

/** A date in a line: the words that it covers, and its readings. */
export type DateMark = {
  from: number;
  to: number;
  x0: number;
  x1: number;
  readings: DateReading[];
  short: boolean;
};

/** A line with what its words may mean. */
export type MarkedLine = Line & {
  /** Its place in the document, counted over all pages. */
  index: number;
  text: string;
  dates: DateMark[];
  figures: Figure[];
  labels: PhraseMatch<LabelKind>[];
};

export function markLine(line: Line, index: number): MarkedLine {
  const texts = line.words.map((word) => word.text);
  // What is written of a date stands close together: "31" in one column and "Sep 01" in the next are not one.
  const starts: number[] = [];
  let spaced = "";
  for (let at = 0; at < texts.length; at++) {
    if (at > 0) spaced += isFar(line, at) ? "  " : " ";
    starts.push(spaced.length);
    spaced += texts[at]!;
  }
  const wordAt = (offset: number) => {
    let word = starts.length - 1;
    while (word > 0 && starts[word]! > offset) word--;
    return word;
  };
  const dates: DateMark[] = [];
  for (const date of findDates(spaced)) {
    const from = wordAt(date.start);
    const to = wordAt(date.end - 1) + 1;
    // "12.05" is a date only where a row begins, or behind another one of its kind.
    const before = dates.at(-1);
    if (date.short && (before ? !before.short || from > before.to : from > 0)) continue;
    if (namesCurrency(line, from, to) || isOverPrinted(line, from)) continue;
    dates.push({
      from,
      to,
      x0: line.words[from]!.x0,
      x1: line.words[to - 1]!.x1,
      readings: date.readings,
      short: date.short,
    });
  }
  const taken = new Set<number>();
  for (const { from, to } of dates) for (let at = from; at < to; at++) taken.add(at);
  const figures = findFigures(line.words, taken, line.fromRight);
  const meant = withNamedEnds(labelsBeside(texts, figures), texts);
  const labels = withoutTotalBeside(
    meant.map((label) => inCurrency(label, texts)),
    line,
  );
  const { page, words, x0, x1, baseline, size, fromRight } = line;
  return {
    page,
    words,
    x0,
    x1,
    baseline,
    size,
    fromRight,
    index,
    text: texts.join(" "),
    dates: fitted(dates),
    figures: fitted(figures),
    labels: fitted(labels),
  };
}

/** "125.71 CR  Total": the mark of an amount is no part of a label. */
function labelsBeside(texts: readonly string[], figures: readonly Figure[]): PhraseMatch<LabelKind>[] {
  const found = findPhrases(texts, labelPhrases);
  const isCut = ({ from, to }: PhraseMatch<LabelKind>) =>
    to - from > 1 &&
    // "999 S A L D O": a code before letters that are set apart has no mark among them.
    figures.some((figure) => !figure.weak && figure.from < from && figure.to > from && figure.to < to);
  if (!found.some(isCut)) return found;
  const own = texts.map((text, at) => (figures.some(({ from, to }) => at >= from && at < to) ? "" : text));
  return findPhrases(own, labelPhrases);
}

/** "Total in CHF" is a sum in francs, though "Total in" alone is one of money in. */
function inCurrency(label: PhraseMatch<LabelKind>, texts: readonly string[]): PhraseMatch<LabelKind> {
  // "Total money in: KWD 11.338" says of what it is the sum.
  const isBare = label.value === "total_credits" && label.to - label.from === 2;
  const isIn = isBare && fold(texts[label.to - 1]!) === "in";
  const code = texts[label.to]?.replace(/[():]/g, "") ?? "";
  return isIn && /^[A-Z]{3}$/.test(code) && isCurrency(code) ? { ...label, value: "total" } : label;
}

/**
 * "Total balance carried forward", "Totals / Closing balance", "Closing balance / Totals": one label, since no figure stands
 * between. What stands in the columns of amounts beside the balance is held against the rows anyhow.
 */
function withoutTotalBeside(labels: PhraseMatch<LabelKind>[], line: Line): PhraseMatch<LabelKind>[] {
  return labels.filter((label, index) => {
    if (label.value !== "total") return true;
    const [before, next] = [labels[index - 1], labels[index + 1]];
    return (
      !(next && endsBeside(label, next, next, line)) && !(before && endsBeside(before, label, before, line))
    );
  });
}

function endsBeside(
  { to }: PhraseMatch<LabelKind>,
  { from }: PhraseMatch<LabelKind>,
  end: PhraseMatch<LabelKind>,
  line: Line,
): boolean {
  if (!ends.has(end.value)) return false;
  const between = line.words.slice(to, from).filter(({ text }) => !joins.has(text.toLowerCase()));
  return !between.some(({ text }) => /[\p{L}\p{N}]/u.test(text)) && !isFar(line, to);
}

/** "Totaux et solde de clôture" */
const joins: ReadonlySet<string> = new Set(["and", "et", "e", "y", "und", "en"]);
const ends: ReadonlySet<LabelKind> = new Set(["opening", "closing"]);

/** Whether a word stands far behind the one before it, as in another column, or much nearer to the one behind it. */
function isFar({ words, size }: Line, at: number): boolean {
  const gap = words[at]!.x0 - words[at - 1]!.x1;
  if (gap > 1.5 * size) return true;
  const next = words[at + 1];
  return gap > 0.8 * size && next !== undefined && (next.x0 - words[at]!.x1) * 3 < gap;
}

/** "202" printed over the beginning of "1年4月30日": what the number is cannot be told. */
function isOverPrinted({ words }: Line, from: number): boolean {
  const [before, first] = [words[from - 1], words[from]!];
  return before !== undefined && before.x1 > first.x0 + 0.1 * first.size && /\d$/.test(before.text);
}

/** "ZAR 1 405.00" is an amount, though "zář" is September. */
function namesCurrency({ words }: Line, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { text } = words[at]!;
    if (/^[-+−(]*[A-Z]{3}$/.test(text) && isCurrency(text.slice(-3))) return true;
  }
  return false;
}

const knownPlain = new WeakMap<MarkedLine, readonly number[]>();

/** The words of a line that are neither date nor figure. Every line is asked for them many times. */
export function plainWords(line: MarkedLine): readonly number[] {
  const known = knownPlain.get(line);
  if (known) return known;
  const { words, dates, figures } = line;
  const plain: number[] = [];
  for (let at = 0; at < words.length; at++)
    if (!isCovered(at, dates) && !isCovered(at, figures) && hasLetters(words[at]!.text)) plain.push(at);
  knownPlain.set(line, fitted(plain));
  return plain;
}

function isCovered(at: number, marks: readonly { from: number; to: number }[]): boolean {
  for (const { from, to } of marks) if (at >= from && at < to) return true;
  return false;
}

/** Whether a text is more than punctuation. */
function hasLetters(text: string): boolean {
  return /[A-Za-z0-9]/.test(text) || fold(text) !== "";
}
