import { fold } from "@finflow/search-tokens/tokens";
import { type Counterparty, counterpartyOf, isNoise } from "./counterparty.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { ownWords } from "./knowledge/channels.ts";
import type { Sign } from "./knowledge/flows.ts";
import { signsOf } from "./sign.ts";
import { type Word, wordsOf } from "./words.ts";

const ownNames = new Set(ownWords.split(" "));
const titles = new Set(["ST", "MR", "MRS", "MS", "DR", "LTD", "NR"]);

const longestName = 5;

/**
 * The merchant or person as people would say it: "CARD PAYMENT TO SAINSBURYS S/MKTS 0412 LONDON GB" is
 * "Sainsbury's". Known merchants by their name; others without channel, numbers, references, places and
 * legal forms, five words at most. Where nothing else is left, what kind of payment it was: "Atm".
 * Empty only for a description without letters and digits.
 */
export function normaliseMerchant(description: string): string {
  const words = wordsOf(description);
  const counterparty = counterpartyOf(words);
  const folded = words.map((word) => word.folded);
  const evidence = evidenceOf(folded, counterparty.start);
  return merchantName(words, counterparty, evidence, signsOf(folded, counterparty.start));
}

/** The key to group a merchant's rows by: the normalised name in small letters without accents. */
export function merchantKey(description: string): string {
  return fold(normaliseMerchant(description));
}

export function merchantName(
  words: readonly Word[],
  counterparty: Counterparty,
  evidence: Evidence | null,
  signs: ReadonlySet<Sign>,
): string {
  if (signs.has("fee")) return "Bank Charges";
  if (signs.has("cash") && !evidence?.first) return "Cash";
  if (evidence?.known) return evidence.known.name;
  const named = segment(words, counterparty);
  if (signs.has("own_account") && named.every(({ folded }) => ownNames.has(folded))) return "Own Account";
  return titledName(named.length > 0 ? named : insteadOfName(words));
}

function titledName(words: readonly Word[]): string {
  return words
    .slice(0, longestName)
    .map(({ written }) => titled(written))
    .join(" ");
}

/** Without a name: what the payment was, so the words that are no reference, or else no number. */
function insteadOfName(words: readonly Word[]): readonly Word[] {
  const telling = words.filter(({ folded }) => !isNoise(folded));
  if (telling.length > 0) return telling;
  const letters = words.filter(({ written }) => !/\d/.test(written));
  return letters.length > 0 ? letters : words;
}

/** Indian channels write the name first and the handle and remarks after it: the name ends where it repeats. */
function segment(words: readonly Word[], { name, start }: Counterparty): Word[] {
  const segmented = words
    .slice(0, start)
    .some(({ folded }) => folded === "upi" || folded === "imps" || folded === "mmt");
  if (!segmented) return name;
  const repeat = name.findIndex(({ folded }, index) => index > 0 && folded.startsWith(name[0]!.folded));
  return repeat === -1 ? name.slice(0, 3) : name.slice(0, repeat);
}

/** Capitals or small letters throughout become a name; what is mixed, or an abbreviation, stays. */
function titled(written: string): string {
  const upper = written.toUpperCase();
  const shouted = written === upper;
  if (shouted && written.length <= 3 && !/[AEIOUY]/.test(upper) && !titles.has(upper)) return written;
  if (!shouted && written !== written.toLowerCase()) return written;
  const [first = "", ...rest] = written;
  return first.toUpperCase() + rest.join("").toLowerCase();
}
