import { migrate } from "@finflow/postgres/migrate";
import { createPool } from "@finflow/postgres/pool";
import { startTestPostgres } from "@finflow/postgres/test-database";
import type { Pool } from "pg";
import type { Rows } from "../src/postgres-projection-store.ts";

/** The smallest read model there is: a row is its amount. */
export type Item = string;

export const itemRows: Rows<Item> = {
  applyChanges: async (tx, userId, generation, changes) => {
    for (const { transactionId, revision, row } of changes) {
      await tx.$client.query(
        `insert into items values ($1, $2, $3, $4, $5)
         on conflict (user_id, generation, transaction_id)
         do update set revision = excluded.revision, amount = excluded.amount
         where excluded.revision > items.revision`,
        [userId, generation, transactionId, revision, row ?? null],
      );
    }
  },
  forget: async (tx, userId, keep) => {
    await tx.$client.query("delete from items where user_id = $1 and ($2::int is null or generation <> $2)", [
      userId,
      keep ?? null,
    ]);
  },
};

/** The living rows of the generation that answers, by id; and how many rows of any generation there are. */
export async function readItems(pool: Pool, userId: string) {
  const { rows } = await pool.query<{ id: string; amount: string | null; answers: boolean }>(
    `select transaction_id as id, amount, items.generation = users.generation as answers
       from items join users using (user_id) where user_id = $1 order by 1`,
    [userId],
  );
  const living = rows.filter(({ answers, amount }) => answers && amount !== null);
  return { items: living.map(({ id, amount }) => [id, amount] as const), stored: rows.length };
}

/** A database of the test's own, and as many pools of it as it wants: each is like a process of its own. */
export async function openItems() {
  const postgres = await startTestPostgres();
  const config = await postgres.createDatabase("items");
  const pools: Pool[] = [];
  const openPool = (other = config) => {
    const pool = createPool({ config: other, name: "items", max: 6, statementTimeoutMs: 10_000 });
    pools.push(pool);
    return pool;
  };
  const pool = openPool();
  await migrate(pool, new URL("./migrations/", import.meta.url));
  return {
    pool,
    openPool,
    createDatabase: postgres.createDatabase,
    close: async () => {
      await Promise.all(pools.map((each) => each.end()));
      await postgres.stop();
    },
  };
}
