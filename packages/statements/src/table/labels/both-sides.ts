import type { Figure } from "../../layout/figures.ts";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { findPhrases } from "../../text/phrases.ts";
import { headerPhrases } from "../../vocabulary/lexicon.ts";

/** "Total", and "and" between the sides. */
const mostOthers = 2;

/** "5,580.01  5,605.66  Total debits and credits": two sums in the order of the words for them. Null for all else. */
export function bothSides(
  line: MarkedLine,
  amounts: readonly Figure[],
): ("total_debits" | "total_credits")[] | null {
  const plain = plainWords(line);
  const [label, ...more] = line.labels;
  if (label?.from !== plain[0] || more.length > 0 || amounts.length !== 2) return null;
  if (!["total", "total_debits", "total_credits"].includes(label!.value)) return null;
  const texts = plain.map((at) => line.words[at]!.text);
  const named = findPhrases(texts, headerPhrases).filter(
    ({ value }) => value === "debit" || value === "credit",
  );
  const words = named.reduce((sum, { from, to }) => sum + to - from, 0);
  if (named.length !== 2 || named[0]!.value === named[1]!.value || plain.length - words > mostOthers)
    return null;
  return named.map(({ value }) => (value === "debit" ? "total_debits" : "total_credits"));
}
