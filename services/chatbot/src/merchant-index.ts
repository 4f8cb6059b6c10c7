import type { Progress } from "@finflow/projection/freshness";
import type { MerchantTotal, RowFilter } from "./domain/tools.ts";

/** Where merchants are looked up: the port that each store fills. */
export type MerchantIndex = {
  /** How far the user's index has come, once it has reached `minRevision` or after a second. */
  progress: (userId: string, minRevision: number, signal: AbortSignal) => Promise<Progress>;
  top: (userId: string, generation: number, filter: RowFilter, limit: number) => Promise<MerchantTotal[]>;
  /** The last day that has a row. */
  lastRow: (userId: string, generation: number) => Promise<string | undefined>;
};
