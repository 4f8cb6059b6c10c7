import assert from "node:assert/strict";
import { test } from "node:test";
import { migrate } from "@finflow/postgres/migrate";
import { createPool } from "@finflow/postgres/pool";
import { startTestPostgres } from "@finflow/postgres/test-database";
import { databaseChecks } from "../src/checks.ts";
import { migrationsFolder, uploadSchema } from "../src/service.ts";

test("a database is ready once its schema is this code's", async () => {
  const postgres = await startTestPostgres();
  const config = await postgres.createDatabase();
  const pool = createPool({ config, name: "test", max: 2, statementTimeoutMs: 10_000 });
  const [answers, schema] = databaseChecks(pool, uploadSchema(pool));
  const { signal } = new AbortController();
  await answers!.check(signal);
  await assert.rejects(schema!.check(signal), /lacks migrations/);
  await migrate(pool, migrationsFolder);
  await schema!.check(signal);
  await pool.end();
  await assert.rejects(answers!.check(signal));
  await postgres.stop();
});
