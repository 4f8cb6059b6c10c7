import { maxSignSums, maxUnknownSigns } from "../../limits.ts";

export type SignSolution =
  | { found: "one"; signs: (1 | -1)[] }
  | { found: "many"; signs: (1 | -1)[] }
  | { found: "none" }
  | { found: "too_many" };

/** Of fewer smallest units one in a thousand sums is hit by chance. */
const fewestUnits = 1n << 10n;

/**
 * Signs for `magnitudes` so that they sum up to `target`. Two choices that differ are "many": then nothing printed
 * says which rows went in and which out. Zero amounts are of no side and count as money in.
 */
export function solveSigns(magnitudes: readonly bigint[], target: bigint): SignSolution {
  if (magnitudes.length === 1) {
    const [only] = magnitudes as [bigint];
    if (only === target) return { found: "one", signs: [1] };
    return only === -target ? { found: "one", signs: [-1] } : { found: "none" };
  }
  const all = magnitudes.reduce((sum, magnitude) => sum + magnitude, 0n);
  // That all rows are on one side is no search among many ways: it hits a sum by chance as seldom as two ways do.
  if (all > fewestUnits && (target === all || target === -all))
    return { found: "one", signs: magnitudes.map((magnitude) => (target > 0n || magnitude === 0n ? 1 : -1)) };
  if (magnitudes.length > maxUnknownSigns) return { found: "too_many" };
  // The largest first: then sums that the rest cannot bring to the target are seen early.
  const order = [...magnitudes.keys()].sort((a, b) => (magnitudes[a]! < magnitudes[b]! ? 1 : -1));
  let rest = all;
  // For each sum that the rows so far can have: one way to get it, and whether there is another.
  type Way = { signs: number; many: boolean };
  let sums = new Map<bigint, Way>([[0n, { signs: 0, many: false }]]);
  for (const index of order) {
    const magnitude = magnitudes[index]!;
    rest -= magnitude;
    const next = new Map<bigint, Way>();
    const reaches = (sum: bigint) => target - sum <= rest && sum - target <= rest;
    for (const [sum, way] of sums) {
      if (reaches(sum + magnitude))
        add(next, sum + magnitude, { signs: way.signs | (1 << index), many: way.many });
      if (magnitude !== 0n && reaches(sum - magnitude)) add(next, sum - magnitude, way);
    }
    if (next.size > maxSignSums) return { found: "too_many" };
    sums = next;
  }
  const way = sums.get(target);
  if (!way) return { found: "none" };
  const trusted = !way.many && isScarce(magnitudes);
  const signs = magnitudes.map((_, index) => ((way.signs >> index) & 1 ? 1 : -1) as 1 | -1);
  return { found: trusted ? "one" : "many", signs };
}

/** Signs for rows; all those of one part of the paper are on one side. */
export function solveSides<Row extends { magnitude: bigint; part: number | null }>(
  rows: readonly Row[],
  target: bigint,
): { found: SignSolution["found"]; signs: Map<Row, 1 | -1> } {
  const sides = [...Map.groupBy(rows, (row) => row.part ?? row).values()];
  const sums = sides.map((some) => some.reduce((sum, { magnitude }) => sum + magnitude, 0n));
  const solution = solveSigns(sums, target);
  const signs = new Map<Row, 1 | -1>();
  if (solution.found === "one" || solution.found === "many")
    for (const [index, some] of sides.entries())
      for (const row of some) signs.set(row, solution.signs[index]!);
  return { found: solution.found, signs };
}

/**
 * Whether hitting the target by chance is unlikely: the more rows, the more sums, until nearly any target is one of
 * them and hitting it proves nothing.
 */
function isScarce(magnitudes: readonly bigint[]): boolean {
  const range = magnitudes.reduce((sum, magnitude) => sum + magnitude, 0n) * 2n;
  return range > 1n << BigInt(magnitudes.length + 10);
}

function add(
  sums: Map<bigint, { signs: number; many: boolean }>,
  sum: bigint,
  way: { signs: number; many: boolean },
): void {
  const known = sums.get(sum);
  if (known) sums.set(sum, { signs: known.signs, many: true });
  else sums.set(sum, { ...way });
}
