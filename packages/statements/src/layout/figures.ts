import type { Word } from "../pdf/word.ts";
import { type NumberReading, readDigits } from "../values/printed-number.ts";
import type { Side } from "../vocabulary/lexicon.ts";
import { isNameless, loneAffix, readAffix } from "./affix.ts";
import { beginsName, beginsText, followsNext, gapBefore, isLabelOfNext, leadsText } from "./mark-or-text.ts";

/** An amount as printed in a line, with all that is attached to it. */
export type Figure = {
  /** Words of the line: from the first to the one after the last. */
  from: number;
  to: number;
  x0: number;
  x1: number;
  text: string;
  readings: NumberReading[];
  /** The printed sign; parentheses are a minus. */
  sign: 1 | -1 | 0;
  side: Side | null;
  currency: string | null;
  /** A bare integer: an amount only where it stands in a column of amounts. */
  weak: boolean;
};

/** ".56", "-$.56": some print nothing before the mark of the cents. */
const bareCents = /^([^\p{L}\d.,]*)([.,]\d{2})(?!.*\d)/u;
const core = /\d[\d.,'’´]*/;
/** "5.392$00": in escudos the sign of the money parts the cents. */
const escudos = /^(\P{Nd}*\d{1,3}(?:\.?\d{3})*)\$(?=\d{2}(?!\d|[.,]\d))/u;
const minus = /^[-−–—]+$/;

/** A space between thousands, in letter heights: 0.6 in monospaced fonts, half of that in others. */
const widestThousandsBlank = 0.7;

/** A minus behind its figure, in letter heights: less than a blank of monospaced fonts, for a dash may be a cell. */
const widestMinusGap = 0.58;

/** What hides the digits of a number before its last ones: "XXXX 1234", "**** 1234". */
const mask = /^(?:[Xx]{2,}|[*•●·.]{3,})$/;

/**
 * The amounts of a line, from left to right, among the words that are not `taken` (by dates).
 *
 * @param fromRight whether the page is read from the right
 */
export function findFigures(words: readonly Word[], taken: ReadonlySet<number>, fromRight = false): Figure[] {
  const figures: Figure[] = [];
  let free = 0;
  for (let at = 0; at < words.length; at++) {
    if (taken.has(at)) continue;
    const figure = figureAt(words, at, taken, { free, fromRight });
    if (!figure) continue;
    figures.push(figure);
    free = figure.to;
    at = figure.to - 1;
  }
  return figures;
}

/** The first word that belongs to no figure yet, and whether the page is read from the right. */
type Around = { free: number; fromRight: boolean };

function figureAt(
  words: readonly Word[],
  at: number,
  taken: ReadonlySet<number>,
  around: Around,
): Figure | null {
  const first = withMarkOfCents(words[at]!.text);
  const match = core.exec(first);
  if (!match || first.length > 40 || isHiddenNumber(words, at)) return null;
  const bare = bareCents.exec(first);
  const before = readAffix(bare ? bare[1]! : first.slice(0, match.index));
  if (!before) return null;
  let digits = bare ? `0${bare[2]}` : match[0];
  let tail = first.slice(match.index + match[0].length);
  let to = at + 1;
  // Thousands apart by spaces are several words: "1 234,56".
  while (tail === "" && /^[1-9]\d{0,2}(?: \d{3})*$/.test(digits) && to < words.length && !taken.has(to)) {
    const next = /^(\d{3}(?:[.,]\d{1,3})?)(\D*)$/.exec(withMarkOfCents(words[to]!.text));
    if (!next || words[to]!.isWhole || gapBefore(words, to) > widestThousandsBlank) break;
    digits += ` ${next[1]}`;
    tail = next[2]!;
    to += 1;
  }
  if (/[.,]$/.test(digits)) {
    // "100,-" and "100.--" stand for no decimals; otherwise a full stop ends a sentence or an ordinal.
    if (!/^[-–—]+/.test(tail)) return null;
    digits = digits.slice(0, -1);
    tail = tail.replace(/^[-–—]+/, "");
  }
  const after = readAffix(tail);
  const readings = readDigits(digits);
  if (!after || readings.length === 0 || words[to]?.text === "%") return null;
  const figure: Figure = {
    from: at,
    to,
    x0: words[at]!.x0,
    x1: words[to - 1]!.x1,
    text: "",
    readings,
    sign: before.sign || after.sign,
    side: before.side ?? after.side,
    currency: before.currency ?? after.currency,
    weak: !/[.,'’´ ]/.test(digits),
  };
  if (before.open && (after.close || loneAffix(words[to])?.close)) figure.sign = -1;
  takeNeighbours(figure, words, taken, around);
  if (/^0\d/.test(digits) || (figure.weak && digits.length > 12)) return null;
  figure.weak &&= figure.currency === null && figure.sign === 0;
  figure.text = textOf(words, figure);
  // "(RM 11 125.00)": the parenthesis opens in a word of its own.
  if (/^\P{Nd}*\(/u.test(figure.text) && /\)\P{Nd}*$/u.test(figure.text)) figure.sign = -1;
  return figure;
}

function withMarkOfCents(text: string): string {
  return text.includes("$") ? text.replace(escudos, "$1,") : text;
}

/** Whether a word is the last digits of a number whose others are hidden. */
function isHiddenNumber(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  return (
    before !== undefined &&
    mask.test(before.text) &&
    /^\d{3,6}$/.test(words[at]!.text) &&
    gapBefore(words, at) <= widestThousandsBlank
  );
}

function textOf(words: readonly Word[], { from, to }: Figure): string {
  if (to - from === 1) return words[from]!.text;
  return words
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");
}

/**
 * Whether a dash stands hardly nearer to the figure before it than to what follows, as in a cell of its own; not where
 * the line's last figure has its minus behind it too.
 */
function isBesideNext(words: readonly Word[], at: number, gap: number): boolean {
  if (words[at + 1] === undefined || gapBefore(words, at + 1) >= 2 * gap) return false;
  const last = words.length - 1;
  return last === at || !minus.test(words[last]!.text) || gapBefore(words, last) > widestMinusGap;
}

/** "Card purchase - 4411": a dash between a word and a bare number, as near to the one as to the other. */
function isDashOfText(words: readonly Word[], at: number, behind: number): boolean {
  const before = words[at - 1];
  if (!before || !minus.test(words[at]!.text) || !/\p{L}/u.test(before.text)) return false;
  const [left, right] = [gapBefore(words, at), gapBefore(words, at + 1)];
  return left < 0.7 && Math.abs(left - right) < 0.15 && !loneAffix(words[behind])?.currency;
}

/** "January 2025 — Mr Green": a dash between a year and a word, as near to the one as to the other. */
function joinsText(words: readonly Word[], at: number): boolean {
  const [before, dash, next] = [words[at - 1]!, words[at]!, words[at + 1]];
  if (!minus.test(dash.text) || !/^(?:19|20)\d\d$/.test(before.text) || !/^\p{L}/u.test(next?.text ?? ""))
    return false;
  return Math.abs(gapBefore(words, at) - gapBefore(words, at + 1)) < 0.15;
}

/** "Withdrawals (-) 25": says what is done with the sum, and is no sign of a figure. */
function isNotation(text: string): boolean {
  return /^\([-+−–]\)$/.test(text);
}

/** Signs, currencies and side marks that stand as words of their own beside the digits. */
function takeNeighbours(
  figure: Figure,
  words: readonly Word[],
  taken: ReadonlySet<number>,
  { free, fromRight }: Around,
): void {
  for (let left = figure.from - 1; left >= free && !taken.has(left); left--) {
    const affix = loneAffix(words[left]);
    if (!affix || isNotation(words[left]!.text)) break;
    const gap = gapBefore(words, left + 1);
    if (affix.side) {
      if (fromRight && !figure.side && followsNext(words, left, gapBefore(words, left)))
        figure.side = affix.side;
      break;
    }
    const isSigned = figure.sign !== 0 && !isNameless(words[left]!.text);
    if (affix.currency ? gap > 8 || figure.currency : gap > 0.7 || isSigned) break;
    if (!affix.currency && figure.weak && isDashOfText(words, left, figure.to)) break;
    figure.currency ??= affix.currency;
    figure.sign ||= affix.sign;
    figure.from = left;
  }
  for (let right = figure.to; right < words.length && !taken.has(right); right++) {
    const affix = loneAffix(words[right]);
    const gap = gapBefore(words, right);
    if (!affix || gap > (affix.side ? 2 : 0.7)) break;
    if (
      affix.sign &&
      minus.test(words[right]!.text) &&
      gap > (isBesideNext(words, right, gap) ? 0.4 : widestMinusGap)
    )
      break;
    if (figure.weak && joinsText(words, right)) break;
    if (affix.currency && (figure.currency || (figure.weak && beginsName(words, right)))) break;
    // A currency belongs to the figure that it stands nearer to: "35.00 £ 1,053.65". A long number may be a reference.
    const next = words[right + 1];
    const isAmount = next && /^\d/.test(next.text) && !/^\d{7,}$/.test(next.text);
    const isCurrency = affix.currency !== null || isNameless(words[right]!.text);
    if (isCurrency && isAmount && gapBefore(words, right + 1) <= Math.max(gap, 0.7)) break;
    if (
      affix.side &&
      (figure.side ||
        isLabelOfNext(words, right, figure) ||
        beginsText(words, right, gap) ||
        leadsText(words, figure.from, right, taken))
    )
      break;
    if (affix.side && fromRight && followsNext(words, right, gap)) break;
    figure.side ??= affix.side;
    figure.currency ??= affix.currency;
    figure.sign ||= affix.sign;
    figure.to = right + 1;
  }
}

/** Whether it says nothing but nought, in any way to read it. */
export function isZero({ readings }: Figure): boolean {
  return readings.every(({ whole, fraction }) => !/[1-9]/.test(whole + fraction));
}

/** "Deposits (5) 2,196.12": a number of rows, with or without parentheses. */
export function mayCountRows(figure: Figure): boolean {
  return figure.weak || isInParentheses(figure);
}

/** "(5)", "(12):": an integer that parentheses tell from an amount below zero. */
export function isInParentheses({ text }: Figure): boolean {
  return /^\(\d{1,4}\):?$/.test(text);
}
