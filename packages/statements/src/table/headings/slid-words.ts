import type { MarkedLine } from "../../layout/marked-line.ts";
import { fold } from "../../text/fold.ts";
import { findPhrases } from "../../text/phrases.ts";
import { headerPhrases } from "../../vocabulary/lexicon.ts";
import type { ColumnRole } from "../../vocabulary/vocabulary.ts";
import { overlaps } from "../line/span.ts";
import type { HeaderCell } from "./header.ts";

/**
 * "Date | Date de" over "valeur": on papers without columns the lower line begins at the margin, below a heading that needs
 * no more words, and ends the one beside it that does. No sum would tell the two dates from one another.
 */
export function withSlidWords(cells: HeaderCell[], [upper, lower]: readonly MarkedLine[]): HeaderCell[] {
  if (!upper || !lower) return cells;
  const left = cells.findIndex(({ role }, at) => role === "value_date" && cells[at + 1]?.role === "date");
  const [own, other] = [cells[left], cells[left + 1]];
  if (!own || !other) return cells;
  const [above, beside] = [textOver(upper, own), textOver(upper, other)];
  const ends = roleOf(`${beside} ${textOver(lower, own)}`) === "value_date";
  if (roleOf(above) !== "date" || roleOf(beside) !== null || !ends) return cells;
  return cells.with(left, { ...own, role: "date" }).with(left + 1, { ...other, role: "value_date" });
}

function textOver({ words }: MarkedLine, cell: HeaderCell): string {
  return words
    .filter((word) => overlaps(word, cell))
    .map(({ text }) => text)
    .join(" ");
}

/** What a column is headed by in words that are understood from the first to the last. */
function roleOf(text: string): ColumnRole | null {
  const [match] = findPhrases(text.split(" "), headerPhrases);
  return match?.letters === fold(text).length ? match.value : null;
}
