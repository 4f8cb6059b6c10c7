import type { MarkedLine } from "../../layout/marked-line.ts";

/** A column stands at least so many letter heights from the text before it. */
const columnGap = 1.5;

/** Tells whether a line holds an amount. */
export type HasAmount = (line: MarkedLine) => boolean;

/**
 * What an amount is on this paper: a figure with decimals or marks of thousands; where hardly any line has one, as in a
 * currency without decimals, also an integer that ends its line in a column of its own.
 */
export function amountTest(lines: readonly MarkedLine[]): HasAmount {
  const plain = lines.filter(({ labels }) => labels.length === 0);
  let [marked, whole] = [0, 0];
  for (const line of plain) {
    if (hasMarked(line)) marked++;
    else if (endsWithInteger(line)) whole++;
  }
  return whole > 2 * marked ? (line) => hasMarked(line) || endsWithInteger(line) : hasMarked;
}

function hasMarked({ figures }: MarkedLine): boolean {
  return figures.some(({ weak }) => !weak);
}

function endsWithInteger({ figures, words, size }: MarkedLine): boolean {
  let first = figures.at(-1);
  if (!first || first.to < words.length) return false;
  // A balance may stand close behind its amount.
  for (const figure of figures.toReversed()) if (figure.to === first.from) first = figure;
  const before = words[first.from - 1];
  return before !== undefined && words[first.from]!.x0 - before.x1 > columnGap * size;
}
