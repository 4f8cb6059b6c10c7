/** How many figures stand at a place, and where those that do not run on from a word end. */
export type Edges = { count: number; ends: readonly number[] };

/** Three figures and nine in ten end in one line, a point to either side. */
export function isColumn({ count, ends }: Edges): boolean {
  const most = fullestEnd(ends).length;
  return most >= 3 && most * 10 >= count * 9;
}

/** As many accounts' tables at most stand a little to the side of one another. */
const mostTables = 3;

/** The tables of several accounts may stand a little to the side of one another. */
export function isSomeColumns({ count, ends }: Edges): boolean {
  let covered = 0;
  let left = ends;
  for (let table = 0; table < mostTables; table++) {
    const most = fullestEnd(left);
    if (most.length < 3) return false;
    covered += most.length;
    if (covered * 10 >= count * 9) return true;
    const taken = new Set(most);
    left = left.filter((end) => !taken.has(end));
  }
  return false;
}

/** Two figures of different widths that end at one place, where a paper has no more rows. */
export function isPair({ count, ends, begins }: Edges & { begins: readonly number[] }): boolean {
  return count === 2 && fullestEnd(ends).length === 2 && fullestEnd(begins).length < 2;
}

/** The most edges that stand in one line, a point to either side. */
function fullestEnd(ends: readonly number[]): number[] {
  const sorted = ends.toSorted((a, b) => a - b);
  let most = { from: 0, to: 0 };
  let from = 0;
  let to = 0;
  for (const end of sorted) {
    while (sorted[from]! < end - 1) from++;
    while (to < sorted.length && sorted[to]! <= end + 1) to++;
    if (to - from > most.to - most.from) most = { from, to };
  }
  return sorted.slice(most.from, most.to);
}
