import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import { fold } from "../../text/fold.ts";
import type { AccountInput } from "../interpret/attempts.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** Of fewer rows no habit can be told. */
const fewestRows = 3;

/**
 * Whether the rows begin with a dated line that has a balance and no amount, in words that no one calls a balance, though it
 * is written as the rows are: all of its words stand in other rows too, or it has a number of its own as they have. Then it is
 * one whose amount was not read.
 */
export function opensLikeRow({ drafts }: AccountInput, { items }: Ledger): boolean {
  const [first] = items;
  if (first?.type !== "point") return false;
  const draft = drafts.find(({ lines }) => lines.includes(first.at.line));
  if (!draft?.dated || draft.label !== null) return false;
  const rows = drafts.filter((each) => each !== draft && each.dated && each.label === null);
  if (rows.length < fewestRows) return false;
  const numbered = rows.filter((row) => isNumbered(row.lines[0]!)).length;
  if (isNumbered(draft.lines[0]!) && numbered * 2 > rows.length) return true;
  const words = wordsOf(draft);
  const known = new Set(rows.flatMap(wordsOf));
  return words.length > 0 && words.every((word) => known.has(word));
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
