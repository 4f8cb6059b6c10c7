import type { PrintedRow } from "./printed-row.ts";

/** A printed row and the transaction it belonged to until now. */
export type HeldRow = PrintedRow & {
  heldBy: string | undefined;
  /** It was read anew and only matched to what it was before. */
  isReread: boolean;
};

/** A transaction as it stands before rows are settled. */
export type KnownRow = {
  transactionId: string;
  createdRevision: number;
  createdOrdinal: number;
  hasCorrection: boolean;
};

/**
 * Which group keeps which transaction's id: a person's corrections hang on it, and read models know it. An id
 * goes to one group and a group has one id; where groups merged, a corrected transaction wins, else the
 * oldest; where one split, the group with more of it that was not read anew.
 */
export function keepIds(
  groups: readonly (readonly HeldRow[])[],
  known: ReadonlyMap<string, KnownRow>,
): (string | undefined)[] {
  const claims = new Map<string, Map<number, number>>();
  for (const [index, group] of groups.entries()) {
    for (const { heldBy, isReread } of group) {
      if (heldBy === undefined) continue;
      const weights = claims.get(heldBy) ?? new Map<number, number>();
      weights.set(index, (weights.get(index) ?? 0) + (isReread ? 1 : 1_000_000));
      claims.set(heldBy, weights);
    }
  }
  const ids: (string | undefined)[] = groups.map(() => undefined);
  for (const [id, weights] of [...claims].sort(([a], [b]) => bySeniority(known.get(a), known.get(b)))) {
    let best: number | undefined;
    for (const [index, weight] of weights) {
      if (ids[index] !== undefined) continue;
      if (best === undefined || weight > (weights.get(best) ?? 0)) best = index;
    }
    if (best !== undefined) ids[best] = id;
  }
  return ids;
}

/** A transaction that is no more but whose correction was kept is not known, and goes last. */
function bySeniority(a: KnownRow | undefined, b: KnownRow | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return Number(b.hasCorrection) - Number(a.hasCorrection) || byArrival(a, b);
}

export function byArrival(
  a: { createdRevision: number; createdOrdinal: number },
  b: { createdRevision: number; createdOrdinal: number },
): number {
  return a.createdRevision - b.createdRevision || a.createdOrdinal - b.createdOrdinal;
}
