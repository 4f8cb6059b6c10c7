import { type Freshness, freshness, type Progress } from "@finflow/projection/freshness";
import { readGeneration } from "@finflow/projection/read-generation";
import type { MerchantTotal, RowFilter } from "./domain/tools.ts";

/** How long to wait for the caller's own write, and until when. */
export type Reading = { minRevision: number; signal: AbortSignal };

/** What the index says, and how fresh that is. */
export type FromIndex<Value> = { value: Value; fresh: Freshness };

/** Where merchants are looked up, with how fresh that is. */
export type MerchantIndex = {
  top: (
    userId: string,
    filter: RowFilter,
    limit: number,
    reading: Reading,
  ) => Promise<FromIndex<MerchantTotal[]>>;
  /** The last day that has a row. */
  lastRow: (userId: string, reading: Reading) => Promise<FromIndex<string | undefined>>;
};

/** What each store answers of one generation of a user's rows. */
export type MerchantLookup = {
  /** The merchants with the largest totals of each currency; rows without a merchant are nobody's. */
  topMerchants: (
    userId: string,
    generation: number,
    filter: RowFilter,
    limit: number,
  ) => Promise<MerchantTotal[]>;
  /** The last day that has a row of the user's. */
  lastRowDate: (userId: string, generation: number) => Promise<string | undefined>;
};

/** How many rows a merchant's total names at most. */
export const namedRows = 200;

/** The index of merchants, read at the generation that answers. */
export function createMerchantIndex(
  lookup: MerchantLookup,
  progressOf: (userId: string) => Promise<Progress>,
  clock: () => Date,
): MerchantIndex {
  const read = async <Value>(
    userId: string,
    reading: Reading,
    look: (generation: number) => Promise<Value>,
  ): Promise<FromIndex<Value>> => {
    const { answer, progress } = await readGeneration(
      () => progressOf(userId),
      reading,
      ({ generation }) => look(generation),
    );
    return { value: answer, fresh: freshness(progress, reading.minRevision, clock()) };
  };
  return {
    top: (userId, filter, limit, reading) =>
      read(userId, reading, (generation) => lookup.topMerchants(userId, generation, filter, limit)),
    lastRow: (userId, reading) =>
      read(userId, reading, (generation) => lookup.lastRowDate(userId, generation)),
  };
}
