/** How far a user's figures have come. */
export type Progress = {
  generation: number;
  /** Every revision up to this one is wholly in. */
  appliedRevision: number;
  /** The highest revision of which anything was seen. */
  seenRevision: number;
  /** Rises with every applied chunk. */
  changes: bigint;
  /** Commit time of the last applied change. */
  appliedTime: Date | undefined;
  /** Something could not be applied; a rebuild is due. */
  damaged: boolean;
  /** The instant up to which everything committed has been seen, whosever it was. */
  watermark: Date | undefined;
};

/** What every response says of itself. */
export type Freshness = { asOf: Date | undefined; complete: boolean; revision: number };

/** Figures this old are no longer called complete, in milliseconds. */
export const staleAfterMs = 3000;

/**
 * `asOf` is the later of the watermark and the user's last applied change; `complete` says that it is
 * recent, that no revision is missing, partial or damaged, and that the revision asked for is in.
 */
export function freshness(progress: Progress, minRevision: number, now: Date): Freshness {
  const instants = [progress.watermark, progress.appliedTime].filter((instant) => instant !== undefined);
  const asOf = instants.length ? new Date(Math.max(...instants.map(Number))) : undefined;
  const recent = asOf !== undefined && now.getTime() - asOf.getTime() <= staleAfterMs;
  const whole = progress.appliedRevision >= progress.seenRevision && !progress.damaged;
  return {
    asOf,
    complete: recent && whole && progress.appliedRevision >= minRevision,
    revision: progress.appliedRevision,
  };
}
