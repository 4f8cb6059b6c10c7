import { schemaVersion } from "@finflow/postgres/migrate";
import { readMigrations } from "@finflow/postgres/migrations";
import type { DependencyCheck } from "@finflow/service-host/hosted-service";
import type { Pool } from "pg";

/** That the database answers, and that its schema is this code's. */
export function databaseChecks(pool: Pool, migrations: URL): DependencyCheck[] {
  return [
    {
      name: "postgres",
      check: async () => {
        await pool.query("select 1");
      },
    },
    {
      name: "schema",
      check: async () => {
        const [found, wanted] = [await schemaVersion(pool), (await readMigrations(migrations)).length];
        if (found !== wanted) throw new Error(`the database is at schema version ${found}, not ${wanted}`);
      },
    },
  ];
}
