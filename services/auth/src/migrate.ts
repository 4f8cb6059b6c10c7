import { createPool } from "@finflow/postgres/pool";
import { runMigration } from "@finflow/service-host/run-main";
import { migrationEnvironment } from "./environment.ts";
import { authSchema } from "./service.ts";

await runMigration("auth", migrationEnvironment, async (config, opens) => {
  const connectionString = config.DATABASE_URL;
  const pool = createPool({ connectionString, name: "auth-migrate", max: 2, statementTimeoutMs: 15_000 });
  opens("the database", pool, () => pool.end());
  await authSchema(pool).migrate();
});
