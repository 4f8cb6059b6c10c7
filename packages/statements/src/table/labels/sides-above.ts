import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import { findPhrases } from "../../text/phrases.ts";
import { headerPhrases } from "../../vocabulary/lexicon.ts";
import { overlaps } from "../line/span.ts";
import { blocksOf } from "../line/word-blocks.ts";

/** The headings stand at most so many letter heights above their sums, and so many from one another at least. */
const widestStep = 2.5;
const narrowestGap = 1.2;

/**
 * "Credits  Debits" over "Total  500.00  80.00": a table of sums has headings of its own, in whatever order the rows'
 * columns are. Null for all else.
 */
export function sidesAbove(
  line: MarkedLine,
  amounts: readonly Figure[],
  above: MarkedLine | undefined,
): ("total_debits" | "total_credits")[] | null {
  const [label, ...more] = line.labels;
  if (label?.value !== "total" || more.length > 0 || amounts.length < 2) return null;
  if (above?.page !== line.page || above.figures.length + above.dates.length > 0) return null;
  if (line.baseline - above.baseline > widestStep * line.size) return null;
  const headings = blocksOf(above, narrowestGap);
  if (headings.length !== amounts.length) return null;
  const sides = headings.flatMap((block, at) => {
    const texts = above.words.slice(block.from, block.to).map(({ text }) => text);
    const [phrase] = findPhrases(texts, headerPhrases);
    if (phrase?.from !== 0 || phrase.to !== texts.length || !overlaps(amounts[at]!, block)) return [];
    if (phrase.value === "debit") return "total_debits" as const;
    return phrase.value === "credit" ? ("total_credits" as const) : [];
  });
  return sides.length === amounts.length ? sides : null;
}
