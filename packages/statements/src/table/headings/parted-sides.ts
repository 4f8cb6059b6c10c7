import type { MarkedLine } from "../../layout/marked-line.ts";
import { findPhrases, type PhraseMatch } from "../../text/phrases.ts";
import { headerPhrases } from "../../vocabulary/lexicon.ts";
import type { ColumnRole } from "../../vocabulary/vocabulary.ts";

/** Letter heights between two headings; within one words stand at most a blank apart. */
const narrowest = 0.4;
const widerThanOthers = 1.4;

/**
 * "Debit  Credit Amount": words that head one column of both sides where they stand together head one of each where the gap
 * between the sides is wider than a blank. Null where they are one heading.
 */
export function partedSides(
  line: MarkedLine,
  { value, from, to }: PhraseMatch<ColumnRole>,
): PhraseMatch<ColumnRole>[] | null {
  if ((value !== "amount" && value !== "type") || to - from < 2) return null;
  const gaps = line.words
    .slice(from + 1, to)
    .map(({ x0, size }, at) => (x0 - line.words[from + at]!.x1) / size);
  const widest = Math.max(...gaps);
  const others = gaps.filter((gap) => gap !== widest);
  if (widest < narrowest || others.some((gap) => widest < widerThanOthers * gap)) return null;
  if (value === "type" && !isWiderThanBlanks(line, widest)) return null;
  const middle = from + gaps.indexOf(widest) + 1;
  const [one, other] = [sideOf(line, from, middle), sideOf(line, middle, to)];
  return one && other && one.value !== other.value ? [one, other] : null;
}

/** "Debit Credit" heads a column of marks where its words stand as close as those of the other headings do. */
function isWiderThanBlanks({ words }: MarkedLine, gap: number): boolean {
  const gaps = words.slice(1).map(({ x0, size }, at) => (x0 - words[at]!.x1) / size);
  return gap >= widerThanOthers * Math.min(...gaps);
}

/** The words as the heading of one side, if all of them are. */
function sideOf(line: MarkedLine, from: number, to: number): PhraseMatch<ColumnRole> | null {
  const texts = line.words.slice(from, to).map(({ text }) => text);
  const [match] = findPhrases(texts, headerPhrases);
  if (!match || match.from > 0 || match.to < texts.length) return null;
  return match.value === "debit" || match.value === "credit" ? { ...match, from, to } : null;
}
