import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createPool, type PostgresConfig } from "@finflow/postgres/pool";
import { startTestPostgres, type TestPostgres } from "@finflow/postgres/test-database";
import type { Pool } from "pg";
import { postgresReadingJobs } from "../src/adapters/postgres-reading-jobs.ts";

let server: TestPostgres;
let config: PostgresConfig;
let watcher: Pool;
before(async () => {
  server = await startTestPostgres();
  config = await server.createDatabase("jobs");
  watcher = createPool({
    ...{ config, name: "watcher", max: 1 },
    ...{ statementTimeoutMs: 10_000, onIdleError: () => {} },
  });
});
after(async () => {
  await watcher?.end();
  await server?.stop();
});

/** The server's process for the connection on which a worker waits for jobs. */
async function listener(): Promise<number> {
  for (const deadline = performance.now() + 10_000; performance.now() < deadline; await sleep(10)) {
    const { rows } = await watcher.query<{ pid: number }>(
      "select pid from pg_stat_activity where datname = current_database() and query ~ E'\\nLISTEN' and state = 'idle'",
    );
    if (rows[0]) return rows[0].pid;
  }
  throw new Error("no worker waits for jobs");
}

test("a worker closes while PostgreSQL ends the connection on which it waits", async () => {
  const worker = await postgresReadingJobs(config, () => {}).openWorker({
    ...{ reads: "text", concurrency: 1 },
    ...{ process: async () => {}, onProblem: () => {} },
  });
  const pid = await listener();
  // So that it hears the worker's goodbye only after it was told to end, as when both happen at once.
  process.kill(pid, "SIGSTOP");
  const closed = worker.close();
  await sleep(500);
  process.kill(pid, "SIGTERM");
  process.kill(pid, "SIGCONT");
  await closed;
  assert.deepEqual((await watcher.query("select 1 as n")).rows, [{ n: 1 }]);
});
