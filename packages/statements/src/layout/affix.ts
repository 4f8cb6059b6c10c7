import { isCurrency } from "@finflow/money/currency";
import type { Word } from "../pdf/word.ts";
import { fold } from "../text/fold.ts";
import { currencySigns, namelessSigns } from "../vocabulary/currencies.ts";
import { type Side, sideWords } from "../vocabulary/lexicon.ts";

/** What stands beside the digits of a figure. */
export type Affix = {
  sign: 1 | -1 | 0;
  open: boolean;
  close: boolean;
  side: Side | null;
  currency: string | null;
};

/**
 * What is left of a currency's sign where a font draws it over another code and does not say so: the rupee over a grave
 * accent, the pound over "¿", anything over a private or a control code.
 */
const lostSign = /^[\x60¿¤\ufffd\u0080-\u009f\p{Co}]/u;

/** The signs by their first character, longer ones first. */
const signs = Map.groupBy(
  currencySigns.toSorted(([a], [b]) => b.length - a.length),
  ([sign]) => sign[0],
);

const nothing: Readonly<Affix> = { sign: 0, open: false, close: false, side: null, currency: null };

/** Reads what stands before or after the digits of one word; null when it holds anything unknown. */
export function readAffix(text: string): Readonly<Affix> | null {
  // Most figures are digits alone.
  if (text === "") return nothing;
  if (isPlainWord(text)) return null;
  const affix: Affix = { sign: 0, open: false, close: false, side: null, currency: null };
  let rest = text.trim();
  while (rest !== "") {
    const sign = signs.get(rest[0])?.find(([printed]) => rest.startsWith(printed));
    const nameless = namelessSigns.find((printed) => rest === printed || rest === `${printed})`);
    const letters = /^\p{L}+\.?/u.exec(rest)?.[0] ?? "";
    // Dutch papers print "-/-" for a minus and "+/+" for a plus.
    const strokes = /^(?:-\/-|\+\/\+)/.exec(rest)?.[0];
    if (strokes) {
      affix.sign = strokes.startsWith("-") ? -1 : 1;
      rest = rest.slice(strokes.length);
      continue;
    }
    if (/^[-−–—]/.test(rest)) affix.sign = -1;
    else if (rest.startsWith("+")) affix.sign = 1;
    else if (rest.startsWith("(")) affix.open = true;
    else if (rest.startsWith(")")) affix.close = true;
    else if (/^(?:\*|[:=~|])(?!\*)/.test(rest)) affix.sign ||= 0;
    else if (lostSign.test(rest)) affix.sign ||= 0;
    else if (letters.length === 3 && isCurrency(letters)) affix.currency = letters;
    else if (nameless) return { ...affix, close: rest.endsWith(")") };
    else if (!isPartOfSign(letters, sign) && letters !== "" && sideWords.has(fold(letters)))
      affix.side = sideWords.get(fold(letters))!;
    else if (
      sign &&
      !(letters.length > sign[0].replace(/[^\p{L}]/gu, "").length + 1 && /^\p{L}+$/u.test(sign[0]))
    ) {
      affix.currency = sign[1] === "USD" && sign[0] === "$" ? "$" : sign[1];
      rest = rest.slice(sign[0].length).replace(/^\./, "");
      continue;
    } else return null;
    rest = rest.slice(letters !== "" ? letters.length : 1);
  }
  return affix;
}

/** A word of letters that is neither a side nor begins with the sign of a currency, as nearly all beside figures are. */
function isPlainWord(text: string): boolean {
  if (!/^[A-Za-z]{4,}$/.test(text)) return false;
  const isSign = signs.get(text[0])?.some(([sign]) => text.startsWith(sign)) ?? false;
  return !isSign && !sideWords.has(fold(text)) && !isNameless(text);
}

/** "S$" and "C$" are currencies; "S" and "C" alone are sides. */
function isPartOfSign(letters: string, sign: (typeof currencySigns)[number] | undefined): boolean {
  return sign !== undefined && sign[0].length > letters.length && sign[0].startsWith(letters);
}

/** A sign of money that does not say of which: "R", "kr". */
export function isNameless(text: string): boolean {
  return namelessSigns.includes(text);
}

/** A word that is nothing but a currency, or but a side or sign: null for all others. */
export function loneAffix(word: Word | undefined): Readonly<Affix> | null {
  if (!word || /\d/.test(word.text) || word.text.length > 12) return null;
  return readAffix(word.text);
}
