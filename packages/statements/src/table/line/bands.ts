import { loneAffix } from "../../layout/affix.ts";
import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";

/** Baselines nearer than this many letter heights: the lines overlap, so they stand in cells of one row. */
const overlapping = 0.8;

/** Letters taller than those of a row by this much are printed over it ("COPY"). */
const tallest = 2.5;

/**
 * Lines that overlap one another in height: the cells of one row of a grid, each with a number of lines of its own,
 * set at the middle or at the foot of the row. Gives the last line of each such row by its first.
 */
export function bandsOf(lines: readonly MarkedLine[]): Map<number, number> {
  const bands = new Map<number, number>();
  for (let first = 0; first < lines.length; first++) {
    let last = first;
    while (last + 1 < lines.length && overlap(lines[last]!, lines[last + 1]!)) last++;
    if (last > first) bands.set(first, last);
    first = last;
  }
  return bands;
}

function overlap(above: MarkedLine, below: MarkedLine): boolean {
  const step = below.baseline - above.baseline;
  const [small, large] = [Math.min(above.size, below.size), Math.max(above.size, below.size)];
  return above.page === below.page && step > 0 && step < overlapping * small && large < tallest * small;
}

/** A figure with the side, the sign and the currency that its cell prints on another line: "1,679.28" above "CR". */
export function withMarks(figure: Figure, line: MarkedLine, cells: readonly MarkedLine[]): Figure {
  let marked = figure;
  for (const other of cells) {
    if (other === line) continue;
    for (const word of other.words) {
      if (word.x0 >= figure.x1 || word.x1 <= figure.x0) continue;
      const affix = loneAffix(word);
      if (!affix) continue;
      marked = {
        ...marked,
        side: marked.side ?? affix.side,
        sign: marked.sign || affix.sign,
        currency: marked.currency ?? affix.currency,
      };
    }
  }
  return marked;
}
