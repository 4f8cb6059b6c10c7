import type { Claim } from "../ledger/ledger.ts";

/** Parts of one sum are listed on at most so many lines. */
const mostParts = 12;
/** Lines of a list are at most so far apart, with a blank line's worth of text between them. */
const farthest = 2;

/**
 * "J. Roe 210.00", "A. Roe 80.00" above "Total charges 290.00": figures in a list whose sum is printed right below them and
 * is that of rows. They are parts of it that stand beside the rows (what each card's holder spent), and no rows.
 *
 * @param agreed the claims that the rows give
 */
export function listedParts(claims: readonly Claim[], agreed: ReadonlySet<Claim>): Set<Claim> {
  const parts = new Set<Claim>();
  const list = claims
    .filter(({ kind }) => kind !== "count")
    .toSorted((a, b) => a.at.line.index - b.at.line.index);
  for (const [at, sum] of list.entries()) {
    if (!agreed.has(sum) || sum.stray || sum.value === 0n) continue;
    const above: Claim[] = [];
    let rest = sum.value < 0n ? -sum.value : sum.value;
    for (let up = at - 1; up >= 0 && above.length < mostParts && rest > 0n; up--) {
      const part = list[up]!;
      if (part.after !== sum.after || agreed.has(part) || !isNext(part, above[0] ?? sum)) break;
      rest -= part.value < 0n ? -part.value : part.value;
      above.unshift(part);
    }
    if (rest === 0n && above.length > 1) for (const part of above) parts.add(part);
  }
  return parts;
}

function isNext({ at: { line } }: Claim, { at: below }: Claim): boolean {
  return line.page === below.line.page && below.line.index - line.index <= farthest;
}
