import type { Figure } from "../layout/figures.ts";
import type { MarkedLine } from "../layout/marked-line.ts";
import { findPhrases } from "../text/phrases.ts";
import { accountPhrases } from "../vocabulary/lexicon.ts";

/** "Account number: 9346531914": the words for it begin a line that holds a number. */
export function namesAccount({ words }: MarkedLine): boolean {
  const texts = words.map(({ text }) => text);
  const [label] = findPhrases(texts, accountPhrases);
  return label?.from === 0 && texts.some((text) => /\d{3}/.test(text));
}

/** Whether all that looks like an amount in a line is the number of an account, as where that of another one stands below rows. */
export function isNumberOfAccount(line: MarkedLine, amounts: readonly Figure[]): boolean {
  return amounts.length > 0 && amounts.every(({ weak }) => weak) && namesAccount(line);
}
