import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { PostgresConfig } from "./pool.ts";
import { isUnavailable } from "./postgres-failure.ts";
import { createProcessPool } from "./process-pool.ts";
import { startTestPostgres, type TestPostgres } from "./test-database.ts";

let server: TestPostgres;
let config: PostgresConfig;
before(async () => {
  server = await startTestPostgres();
  config = await server.createDatabase();
});
after(() => server?.stop());

test("who finds no free connection is told so before a proxy in front would give the try up", async (t) => {
  const { user, password, host, port, database } = config;
  const url = `postgres://${user}:${password}@${host}:${port}/${database}`;
  const environment = { DATABASE_URL: url, DATABASE_CONNECTIONS: 1 };
  const pool = createProcessPool(environment, "test", (error) => t.diagnostic(error.message));
  const busy = await pool.connect();
  const asked = pool.connect().then(
    () => "a connection",
    (error: unknown) => (isUnavailable(error) ? "away" : String(error)),
  );
  assert.equal(await Promise.race([asked, sleep(3_000, "a try is over")]), "away");
  busy.release();
  await pool.end();
});
