/**
 * Seeds that the engine once read wrongly and now reads: what was wrong, so that it is known when it comes back. A seed
 * stands for one statement as long as the generator draws the same; where it has changed, the seed goes.
 */
export const failedSeeds: readonly { seed: number; mutated?: true; was: string }[] = [];
