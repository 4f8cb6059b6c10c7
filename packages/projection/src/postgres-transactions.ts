import { keepPosition, readPosition } from "@finflow/event-log/consumer-positions";
import { database, type Transaction } from "@finflow/postgres/database";
import { transaction } from "@finflow/postgres/transaction";
import type { Pool } from "pg";
import { keepWatermarks } from "./postgres-watermarks.ts";
import type { ProjectionTransactions } from "./projection-transactions.ts";

/** Of a read model in PostgreSQL, whose log keeps no positions. */
export function postgresTransactions(pool: Pool): ProjectionTransactions<Transaction> {
  const db = database(pool);
  return {
    run: (work, options) => transaction(pool, work, options),
    readPosition: (...asked) => readPosition(db, ...asked),
    keepPosition,
    keepWatermarks,
  };
}
