import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { ClientBase, Pool, PoolClient } from "pg";

/**
 * Typed queries with drizzle. Without its `transaction`: on a connection that is in one already it would commit
 * the outer one, and `transaction` of this package also cancels and cleans up.
 */
type Queries<Client> = Omit<NodePgDatabase, "transaction"> & { readonly $client: Client };

/** What a query function takes: a pool's database or a transaction. */
export type Database = Queries<Pool | ClientBase>;

/** Inside a transaction; `$client` is its connection. */
export type Transaction = Queries<PoolClient>;

/** For statements that stand alone. Make it once per pool. */
export function database(pool: Pool): Queries<Pool> {
  return drizzle({ client: pool });
}

/** On one connection, for what needs the same session throughout. */
export function databaseOn(client: PoolClient): Transaction {
  return drizzle({ client }) as Transaction;
}
