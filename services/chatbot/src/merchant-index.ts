import type { Freshness } from "@finflow/projection/freshness";
import type { MerchantTotal, RowFilter } from "./domain/tools.ts";

/** How long to wait for the caller's own write, and until when. */
export type Reading = { minRevision: number; signal: AbortSignal };

/** What the index says, and how fresh that is. */
export type FromIndex<Value> = { value: Value; fresh: Freshness };

/** Where merchants are looked up: the port that each store fills. */
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
