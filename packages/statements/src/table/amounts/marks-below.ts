import { loneAffix } from "../../layout/affix.ts";
import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import type { Draft } from "../draft/drafts.ts";
import { isRightBelow } from "../draft/row-shape.ts";

/** Gives the amounts of rows the side that the next line prints below them, in their own column: "1,679.28" over "CR". */
export function takeMarksBelow({ figures, lines }: Draft): void {
  for (const each of figures) {
    const below = lines[lines.indexOf(each.line) + 1];
    if (each.figure.side || each.figure.sign !== 0 || !below || !isRightBelow(below, each.line)) continue;
    each.figure = markedBy(each.figure, each.line, below);
  }
}

function markedBy(figure: Figure, line: MarkedLine, below: MarkedLine): Figure {
  // The mark may stand below the currency that follows the digits.
  const [left, right] = [line.words[figure.from]!.x0, line.words[figure.to - 1]!.x1];
  // A word may be wider than a short amount that it begins or ends with.
  const isUnder = ({ x0, x1 }: { x0: number; x1: number }) =>
    (x0 > left - 1 && x1 < right + 1) || Math.abs(x1 - right) < 1 || Math.abs(x0 - left) < 1;
  const under = below.words.flatMap((word, at) => (isUnder(word) ? [at] : []));
  const [mark, ...more] = under;
  const isMark = mark !== undefined && more.length === 0 && !isInText(below, mark, line.words[figure.to]?.x0);
  const side = isMark ? (loneAffix(below.words[mark])?.side ?? null) : null;
  const isOther = below.figures.some(({ x0, x1 }) => x0 < right && x1 > left);
  return side === null || isOther ? figure : { ...figure, side };
}

/**
 * "Standing order J SMITH": a word close before it or behind it; not one that begins where the text behind the amount does.
 *
 * @param text where that begins
 */
function isInText({ words }: MarkedLine, at: number, text: number | undefined): boolean {
  const [before, word, next] = [words[at - 1], words[at]!, words[at + 1]];
  const isClose = (gap: number) => gap < 0.8 * word.size;
  const isColumn = text !== undefined && next !== undefined && Math.abs(next.x0 - text) < 1;
  return (
    (before !== undefined && isClose(word.x0 - before.x1)) ||
    (next !== undefined && isClose(next.x0 - word.x1) && !isColumn)
  );
}
