import type { MarkedLine } from "../../layout/marked-line.ts";
import { followsWord } from "./words-beside.ts";

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
  let [marked, apart, whole] = [0, 0, 0];
  for (const line of plain) {
    if (hasMarked(line)) {
      marked++;
      if (hasMarkedApart(line)) apart++;
    } else if (endsWithInteger(line)) whole++;
  }
  return whole > 2 * apart && whole > marked ? (line) => hasMarked(line) || endsWithInteger(line) : hasMarked;
}

function hasMarked({ figures }: MarkedLine): boolean {
  return figures.some(({ weak }) => !weak);
}

/** "18.67 GBP" alone below a row and "VAT 20% 493.25" are texts, and no amounts of the paper. */
function hasMarkedApart(line: MarkedLine): boolean {
  return line.figures.some(
    (figure) => !figure.weak && !followsWord(line, figure) && figure.to - figure.from < line.words.length,
  );
}

function endsWithInteger({ figures, words, size }: MarkedLine): boolean {
  let first = figures.at(-1);
  if (!first || first.to < words.length) return false;
  // A balance may stand close behind its amount.
  for (const figure of figures.toReversed()) if (figure.to === first.from) first = figure;
  const before = words[first.from - 1];
  return before !== undefined && words[first.from]!.x0 - before.x1 > columnGap * size;
}
