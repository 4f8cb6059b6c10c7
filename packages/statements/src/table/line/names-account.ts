import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import { fold, isUnspaced } from "../../text/fold.ts";
import { findPhrases } from "../../text/phrases.ts";
import { accountPhrases } from "../../vocabulary/lexicon.ts";

/** "Account number: 9346531914": the words for it begin a line that holds a number. */
export function namesAccount({ words }: MarkedLine): boolean {
  const texts = words.map(({ text }) => text);
  const [label] = findPhrases(texts, accountPhrases);
  return label?.from === 0 && endsWithLabel(texts[0]!) && texts.some((text) => /\d{3}/.test(text));
}

/** Without spaces between words "口座振替" (a transfer) begins with the word for an account, and does not end with it. */
function endsWithLabel(text: string): boolean {
  const word = text.replace(/[^\p{L}].*$/u, "");
  if (!isUnspaced(word)) return true;
  const isLabel = (part: string) => findPhrases([part], accountPhrases)[0]?.letters === fold(part).length;
  return [...word].some((_, at, letters) => isLabel(letters.slice(at).join("")));
}

/** Whether all that looks like an amount in a line is the number of an account, as where that of another one stands below rows. */
export function isNumberOfAccount(line: MarkedLine, amounts: readonly Figure[]): boolean {
  return amounts.length > 0 && amounts.every(({ weak }) => weak) && namesAccount(line);
}
