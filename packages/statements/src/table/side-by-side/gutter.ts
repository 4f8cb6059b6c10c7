import type { MarkedLine } from "../../layout/marked-line.ts";

/**
 * Where a page has tables of the same kind side by side: `from` is the first of its lines, `cuts` are the places
 * between the tables, from left to right, `starts` where each of them begins.
 */
export type Parting = { from: number; cuts: number[]; starts: number[] };

/** The emptiest place between two tables: the middle of the widest stretch that the fewest lines print on. */
export function emptiest(lines: readonly MarkedLine[], left: number, right: number): number {
  const steps = Math.max(1, Math.round(right - left));
  const printed = new Array<number>(steps + 1).fill(0);
  for (const { words } of lines) {
    for (const { x0, x1 } of words) {
      const first = Math.max(0, Math.ceil(x0 - left));
      const last = Math.min(steps, Math.floor(x1 - left));
      for (let step = first; step <= last; step++) printed[step]!++;
    }
  }
  const least = Math.min(...printed);
  let best = { from: 0, length: 0 };
  for (let from = 0; from <= steps; from++) {
    let length = 0;
    while (from + length <= steps && printed[from + length] === least) length++;
    if (length > best.length) best = { from, length };
    from += length;
  }
  return left + best.from + (best.length - 1) / 2;
}
