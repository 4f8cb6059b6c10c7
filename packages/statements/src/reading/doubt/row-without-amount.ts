import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import { fold } from "../../text/fold.ts";
import { findPhrases } from "../../text/phrases.ts";
import { headerPhrases } from "../../vocabulary/lexicon.ts";
import type { AccountInput } from "../interpret/attempts.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** Of fewer rows no habit can be told. */
const fewestRows = 2;

/** Shorter words ("from", "the") may stand in any line. */
const longWord = 5;

/**
 * Whether the rows begin with a dated line that has a balance and no amount, in words that no one calls a balance, though it
 * is written as the rows are: its words stand in other rows too, or it has a number of its own as they have. Then it is one whose
 * amount was not read.
 */
export function opensLikeRow({ drafts, known }: AccountInput, { items }: Ledger): boolean {
  const [first] = items;
  if (first?.type !== "point") return false;
  const draft = drafts.find(({ lines }) => lines.includes(first.at.line));
  if (!draft || draft.label !== null) return false;
  const all = items.flatMap((item) => (item.type === "row" ? [drafts[item.draft]!] : []));
  // Below headings of days no row has a date of its own.
  const rows = all.filter(({ dated }) => dated === draft.dated);
  if (rows.length < fewestRows || rows.length * 2 < all.length) return false;
  const numbered = rows.filter((row) => isNumbered(row.lines[0]!)).length;
  if (isNumbered(draft.lines[0]!) && numbered * 2 > rows.length) return true;
  const words = wordsOf(draft);
  const others = new Set(rows.flatMap(wordsOf));
  if (words.length > 0 && words.every((word) => others.has(word))) return true;
  // In a language that is known the words for a balance are known too: a payee's are not among them.
  return known && !saysBalance(words) && words.some((word) => word.length >= longWord && others.has(word));
}

function saysBalance(words: readonly string[]): boolean {
  return findPhrases(words, headerPhrases).some(({ value }) => value === "balance");
}

function wordsOf({ lines: [line] }: Draft): string[] {
  return plainWords(line!).map((at) => fold(line!.words[at]!.text));
}

/** Whether a bare number of some length stands in a line: a reference. */
function isNumbered({ words, dates }: MarkedLine): boolean {
  return words.some(
    ({ text }, at) => /^\d{4,}$/.test(text) && !dates.some(({ from, to }) => at >= from && at < to),
  );
}
