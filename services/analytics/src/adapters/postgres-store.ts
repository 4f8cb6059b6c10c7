import { database, type Transaction } from "@finflow/postgres/database";
import { postgresSchema, schemaVersion } from "@finflow/postgres/migrate";
import { createPostgresProjectionStore } from "@finflow/projection/postgres-projection-store";
import { postgresTransactions } from "@finflow/projection/postgres-transactions";
import type { Pool } from "pg";
import type { AnalyticsStore } from "../analytics-store.ts";
import { groups } from "./postgres-figures.ts";
import { postgresRows } from "./postgres-projection.ts";
import { listRows } from "./postgres-rows.ts";

const migrations = new URL("../../migrations/", import.meta.url);

/** analytics' read model in the database finflow_analytics. */
export function postgresAnalyticsStore(pool: Pool): AnalyticsStore<Transaction> {
  const db = database(pool);
  return {
    projection: createPostgresProjectionStore(pool, postgresRows),
    transactions: postgresTransactions(pool),
    figures: {
      groups: (...asked) => groups(db, ...asked),
      rows: (...asked) => listRows(db, ...asked),
    },
    schema: postgresSchema(pool, migrations),
    check: { name: "postgres", check: async () => void (await schemaVersion(pool)) },
  };
}
