import { database } from "@finflow/postgres/database";
import { migrate } from "@finflow/postgres/migrate";
import { createPool } from "@finflow/postgres/pool";
import { startTestPostgres } from "@finflow/postgres/test-database";

export const migrations = new URL("../migrations/", import.meta.url);

/** A migrated database of this service's own on a real PostgreSQL. */
export async function openTestDatabase() {
  const postgres = await startTestPostgres();
  const config = await postgres.createDatabase("analytics");
  const pool = createPool({ config, name: "analytics-test", max: 8, statementTimeoutMs: 10_000 });
  await migrate(pool, migrations);
  return {
    pool,
    db: database(pool),
    close: async () => {
      await pool.end();
      await postgres.stop();
    },
  };
}
