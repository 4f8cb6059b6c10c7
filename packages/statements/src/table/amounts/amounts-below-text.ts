import type { Figure } from "../../layout/figures.ts";
import type { Draft } from "../draft/drafts.ts";
import { followsWord } from "../line/words-beside.ts";

/**
 * A row without "ITEM 6,367" on a line below its first, which has no amount, as it stands where text goes on or where an
 * amount and its balance follow further down: what ran on from a word was a figure of its text. Any other row as it is.
 */
export function withoutTextFigure(row: Draft, amounts: readonly Figure[]): Draft {
  const [own, ...more] = row.figures;
  if (!own || more.length > 0 || own.line === row.lines[0]) return row;
  if (amounts.length === 1 || amounts.some(({ weak }) => weak)) return row;
  return followsWord(own.line, own.figure) ? { ...row, figures: [] } : row;
}
