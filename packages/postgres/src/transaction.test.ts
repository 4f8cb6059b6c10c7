import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "drizzle-orm";
import { integer, pgTable } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import { database } from "./database.ts";
import { createPool, type PostgresConfig } from "./pool.ts";
import { isUnavailable, isUniqueViolation } from "./postgres-failure.ts";
import { startTestPostgres, type TestPostgres } from "./test-database.ts";
import { transaction } from "./transaction.ts";

const numbers = pgTable("numbers", { n: integer("n").primaryKey() });

describe("transaction", () => {
  let server: TestPostgres;
  let config: PostgresConfig;
  let pool: Pool;
  before(async () => {
    server = await startTestPostgres();
    config = await server.createDatabase();
    pool = createPool({ config, name: "test", max: 2, statementTimeoutMs: 20_000 });
    await pool.query("create table numbers (n integer primary key)");
  });
  after(async () => {
    await pool?.end();
    await server?.stop();
  });

  const stored = async (): Promise<number[]> =>
    (await database(pool).select().from(numbers).orderBy(numbers.n)).map(({ n }) => n);
  const backends = async (): Promise<number> =>
    (
      await pool.query(
        "select 1 from pg_stat_activity where datname = $1 and query like '%pg_sleep(60)%' and state = 'active' and pid <> pg_backend_pid()",
        [config.database],
      )
    ).rowCount ?? 0;

  test("commits what returns, rolls back what throws, and gives the connection back", async () => {
    assert.equal(
      await transaction(pool, async (tx) => (await tx.insert(numbers).values({ n: 1 }).returning()).length),
      1,
    );
    await assert.rejects(
      transaction(pool, async (tx) => {
        await tx.insert(numbers).values({ n: 2 });
        throw new Error("no");
      }),
      /^Error: no$/,
    );
    assert.deepEqual(await stored(), [1]);
    assert.equal(pool.idleCount, pool.totalCount);
  });

  test("a statement's error is told apart, and a swallowed one does not pass for a commit", async () => {
    await assert.rejects(
      transaction(pool, (tx) => tx.insert(numbers).values({ n: 1 })),
      (error) =>
        isUniqueViolation(error, "numbers_pkey") &&
        !isUniqueViolation(error, "other") &&
        !isUnavailable(error),
    );
    await assert.rejects(
      transaction(pool, async (tx) => {
        await tx.insert(numbers).values({ n: 3 });
        await tx
          .insert(numbers)
          .values({ n: 1 })
          .catch(() => {});
      }),
      /rolled back at COMMIT/,
    );
    assert.deepEqual(await stored(), [1]);
  });

  test("aborting cancels the running statement on the server", async () => {
    const abort = new AbortController();
    const reason = new Error("caller gone");
    const started = Promise.withResolvers<void>();
    const running = transaction(
      pool,
      async (tx) => {
        await tx.insert(numbers).values({ n: 4 });
        const sleeping = tx.execute(sql`select pg_sleep(60)`);
        started.resolve();
        await sleeping;
      },
      { signal: abort.signal },
    );
    await started.promise;
    while ((await backends()) === 0);
    abort.abort(reason);
    await assert.rejects(running, reason);
    assert.equal(await backends(), 0);
    assert.deepEqual(await stored(), [1]);
  });

  test("an abort reaches work that waits for something else, and what it does later has no effect", async () => {
    const abort = new AbortController();
    const gate = Promise.withResolvers<void>();
    const inWork = Promise.withResolvers<void>();
    const late = Promise.withResolvers<unknown>();
    const running = transaction(
      pool,
      async (tx) => {
        inWork.resolve();
        await gate.promise;
        await tx.insert(numbers).values({ n: 5 }).then(late.resolve, late.resolve);
      },
      { signal: abort.signal },
    );
    await inWork.promise;
    abort.abort();
    await assert.rejects(running, { name: "AbortError" });
    gate.resolve();
    assert.ok((await late.promise) instanceof Error);
    assert.deepEqual(await stored(), [1]);
    await assert.rejects(
      transaction(pool, async () => {}, { signal: abort.signal }),
      { name: "AbortError" },
    );
  });

  test("connections cut under it are an unavailable store, and the pool goes on", async () => {
    const idleErrors: Error[] = [];
    const cut = createPool({
      config,
      name: "cut",
      max: 2,
      statementTimeoutMs: 20_000,
      onIdleError: (error) => idleErrors.push(error),
    });
    const kill = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cut'";
    await assert.rejects(
      transaction(cut, async (tx) => {
        await tx.execute(sql`select 1`);
        await pool.query(kill);
        await tx.execute(sql`select 1`);
      }),
      isUnavailable,
    );
    await cut.query("select 1");
    await pool.query(kill);
    while (idleErrors.length === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.equal((await cut.query("select 1")).rowCount, 1);
    await cut.end();
  });

  test("a server that is not there is unavailable", async () => {
    const nowhere = createPool({
      config: { ...config, port: 1 },
      name: "nowhere",
      max: 1,
      statementTimeoutMs: 1_000,
    });
    await assert.rejects(
      transaction(nowhere, async () => {}),
      isUnavailable,
    );
    await nowhere.end();
  });

  test("statements have a limit, and civil dates stay text", async () => {
    const hasty = createPool({ config, name: "hasty", max: 1, statementTimeoutMs: 50 });
    await assert.rejects(hasty.query("select pg_sleep(60)"), { code: "57014" });
    assert.deepEqual((await hasty.query("select date '2025-03-30' as day")).rows, [{ day: "2025-03-30" }]);
    await hasty.end();
  });
});
