import { type Database, database } from "@finflow/postgres/database";
import { freshness, type Progress } from "@finflow/projection/freshness";
import { readGeneration } from "@finflow/projection/read-generation";
import type { Pool } from "pg";
import type { FromIndex, MerchantIndex, Reading } from "../merchant-index.ts";
import { lastRowDate, topMerchants } from "./postgres-merchants.ts";

/** The index of merchants in PostgreSQL, read at the generation that answers. */
export function createPostgresMerchantIndex(
  pool: Pool,
  progressOf: (userId: string) => Promise<Progress>,
  clock: () => Date,
): MerchantIndex {
  const db: Database = database(pool);
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
      read(userId, reading, (generation) => topMerchants(db, userId, generation, filter, limit)),
    lastRow: (userId, reading) => read(userId, reading, (generation) => lastRowDate(db, userId, generation)),
  };
}
