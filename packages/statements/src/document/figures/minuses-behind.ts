import type { Figure } from "../../layout/figures.ts";
import { gapBefore } from "../../layout/mark-or-text.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";

/** A minus in the cell of its figure stands at most so many letter heights behind it. */
const widestGap = 0.8;

const minus = /^[-−–]$/;

/**
 * Gives figures the minus behind them which stands as far from them as the dash of an empty cell would ("0.32 -" above
 * "744.18"): where others of the column end with the minus and none with the digits before it, the cell is set flush with it.
 */
export function withMinusesBehind(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  if (!lines.some((line) => line.figures.some((figure) => hasMinusApart(line, figure)))) return lines;
  const ends = new Set<number>();
  for (const line of lines)
    for (const figure of line.figures)
      if (!figure.weak && !hasMinusApart(line, figure)) ends.add(placeOf(line.words[figure.to - 1]!.x1));
  const isEnd = (x: number) => [-1, 0, 1].some((off) => ends.has(placeOf(x) + off));
  return lines.map((line) => {
    const isOwn = (figure: Figure) =>
      hasMinusApart(line, figure) &&
      isEnd(line.words[figure.to]!.x1) &&
      !isEnd(line.words[figure.to - 1]!.x1);
    if (!line.figures.some(isOwn)) return line;
    return {
      ...line,
      figures: line.figures.map((figure) => (isOwn(figure) ? withMinus(line, figure) : figure)),
    };
  });
}

/** Places that differ by less than a fifth of a point are one, or beside one another. */
function placeOf(x: number): number {
  return Math.round(x * 5);
}

function hasMinusApart({ words }: MarkedLine, { weak, sign, side, to }: Figure): boolean {
  const mark = words[to];
  return (
    !weak &&
    sign === 0 &&
    side === null &&
    mark !== undefined &&
    minus.test(mark.text) &&
    gapBefore(words, to) <= widestGap
  );
}

function withMinus({ words }: MarkedLine, figure: Figure): Figure {
  return { ...figure, sign: -1, to: figure.to + 1, text: `${figure.text} ${words[figure.to]!.text}` };
}
