import type { Word } from "../pdf/word.ts";
import { sharedSigns } from "../vocabulary/currencies.ts";
import { isNameless, loneAffix } from "./affix.ts";

/** A mark in a column of its own stands at most so many letter heights from its figure. */
const widestMarkGap = 8;

/** A number of so many digits is no amount. */
const reference = /^\d{7,}$/;

/** From the word before to this one, in letter heights. */
export function gapBefore(words: readonly Word[], index: number): number {
  const [left, right] = [words[index - 1], words[index]];
  return left && right ? (right.x0 - left.x1) / right.size : Number.POSITIVE_INFINITY;
}

/** "12,00   Pago con tarjeta": a word for a side that stands nearer to the text behind it than to the figure. */
export function beginsText(words: readonly Word[], at: number, gap: number): boolean {
  const next = words[at + 1];
  return next !== undefined && gapBefore(words, at + 1) < gap - 0.1 && !loneAffix(next);
}

/** "144 DA ENEL": behind a bare number letters that may be a sign of money, and that text follows. */
export function beginsName(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  const isText = next !== undefined && /\p{L}{2}/u.test(next.text) && gapBefore(words, at + 1) <= 0.7;
  return isText && /^\p{L}+$/u.test(words[at]!.text) && sharedSigns.has(words[at]!.text) && !loneAffix(next);
}

/**
 * "1,254.00  Debits : 935.70": a word for a side with a colon behind it is the label of what follows, and so is one with the word
 * behind it that stands before the figure too ("Kredit spolu 1,254.00 Debet spolu 935.70").
 */
export function isLabelOfNext(words: readonly Word[], at: number, figure: { from: number }): boolean {
  const [before, behind] = [words[figure.from - 1]?.text, words[at + 1]?.text];
  if (before !== undefined && before === behind && /^\p{L}{3}/u.test(before)) return true;
  return /\p{L}:$/u.test(words[at]!.text) || words[at + 1]?.text === ":";
}

function isMoney(word: Word | undefined): boolean {
  return Boolean(word && (loneAffix(word)?.currency || isNameless(word.text)));
}

/** "-331,00 Incasso   BOOKSHOP": behind the first figure of a line, which no word precedes but a date's, a whole word begins its text. */
export function leadsText(
  words: readonly Word[],
  from: number,
  at: number,
  taken: ReadonlySet<number>,
): boolean {
  const isWord = ({ text }: Word) => /\p{L}{4}/u.test(text);
  // "kr. 279.83 Kredit   kr. 1,532.32": the next figure's money is no text.
  const leadsFigure = /^\d/.test(words[at + 2]?.text ?? "") && isMoney(words[at + 1]);
  return (
    !leadsFigure &&
    isWord(words[at]!) &&
    /\p{L}/u.test(words[at + 1]?.text ?? "") &&
    !words.slice(0, from).some(({ text }, before) => !taken.has(before) && /\p{L}{2}/u.test(text))
  );
}

/** "495.39 EGP   DR   1,991.39 EGP": where one reads from the right, a mark in a column of its own follows the figure to its right. */
export function followsNext(words: readonly Word[], at: number, gap: number): boolean {
  const beforeAt = isMoney(words[at - 1]) ? at - 2 : at - 1;
  const nextAt = isMoney(words[at + 1]) ? at + 2 : at + 1;
  const isBetween = [words[beforeAt], words[nextAt]].every(
    (word) => word && /^\P{L}*\d/u.test(word.text) && !reference.test(word.text),
  );
  if (gap <= 0.5 || !isBetween || gapBefore(words, at + 1) >= widestMarkGap) return false;
  // "296.10  CR   939.09  DR": a figure with a mark of its own behind it has none before it; "NO 443" begins a text.
  const behind = isMoney(words[nextAt + 1]) ? nextAt + 2 : nextAt + 1;
  const isMark = loneAffix(words[behind])?.side && gapBefore(words, behind + 1) > 0.5;
  return !(isMark && gapBefore(words, behind) <= gap + 0.1);
}
