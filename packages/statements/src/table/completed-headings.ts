import type { MarkedLine } from "../layout/marked-line.ts";
import { fold } from "../text/fold.ts";
import { findPhrases } from "../text/phrases.ts";
import { headerPhrases } from "../vocabulary/lexicon.ts";
import type { HeaderCell } from "./header.ts";
import { overlaps } from "./span.ts";

/**
 * Headings of one line with what the next one adds to some of them: "Amount" over "in" heads money in. Null where that line
 * holds anything else.
 */
export function completedBy(cells: readonly HeaderCell[], { words }: MarkedLine): HeaderCell[] | null {
  let added = 0;
  const whole = cells.map((cell) => {
    const below = words.filter((word) => overlaps(word, cell));
    const text = [cell.text, ...below.map((word) => word.text)].join(" ");
    const [match] = findPhrases(text.split(" "), headerPhrases);
    if (below.length === 0 || match?.letters !== fold(text).length) return cell;
    added += below.length;
    return { ...cell, role: match.value, text };
  });
  return added === words.length ? whole : null;
}
