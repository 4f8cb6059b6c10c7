import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { bigint, integer, pgTable, serial, text, timestamp, varchar } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import { assertTablesMatch } from "./assert-tables-match.ts";
import { migrate, schemaVersion } from "./migrate.ts";
import { createPool } from "./pool.ts";
import { startTestPostgres, type TestPostgres } from "./test-database.ts";

describe("migrate", () => {
  let server: TestPostgres;
  let pool: Pool;
  let folder: string;
  before(async () => {
    server = await startTestPostgres();
  });
  after(() => server?.stop());
  beforeEach(async () => {
    pool = createPool({
      config: await server.createDatabase(),
      name: "test",
      max: 4,
      statementTimeoutMs: 10_000,
    });
    folder = await mkdtemp(join(tmpdir(), "finflow-migrations-"));
  });
  afterEach(async () => {
    await pool.end();
    await rm(folder, { recursive: true });
  });

  const file = (name: string, sql: string): Promise<void> => writeFile(join(folder, name), sql);

  test("applies what is missing, in order, once", async () => {
    assert.equal(await schemaVersion(pool), 0);
    await file("0001_a.sql", "create table a (n integer); insert into a values (1);");
    assert.deepEqual(await migrate(pool, folder), [1]);
    await file("0002_b.sql", "insert into a select n + 1 from a;");
    await file("0003_c.sql", "alter table a add column t text;");
    assert.deepEqual(await migrate(pool, folder), [2, 3]);
    assert.deepEqual(await migrate(pool, folder), []);
    assert.equal(await schemaVersion(pool), 3);
    assert.deepEqual((await pool.query("select n from a order by n")).rows, [{ n: 1 }, { n: 2 }]);
  });

  test("of several that start at once one migrates", async () => {
    await file("0001_a.sql", "create table a (n integer); select pg_sleep(0.1);");
    const rounds = await Promise.all([migrate(pool, folder), migrate(pool, folder), migrate(pool, folder)]);
    assert.deepEqual(rounds.flat(), [1]);
  });

  test("a file that fails leaves nothing of itself, and those before it stand", async () => {
    await file("0001_a.sql", "create table a (n integer);");
    await file("0002_b.sql", "insert into a values (1); insert into nowhere values (1);");
    await assert.rejects(migrate(pool, folder), { name: "MigrationError", reason: "migration_failed" });
    assert.equal(await schemaVersion(pool), 1);
    assert.equal((await pool.query("select 1 from a")).rowCount, 0);
    await file("0002_b.sql", "insert into a values (1);");
    assert.deepEqual(await migrate(pool, folder), [2]);
  });

  test("refuses an applied file with other contents, but not other line ends", async () => {
    await file("0001_a.sql", "create table a (\n n integer);");
    await migrate(pool, folder);
    await file("0001_a.sql", "create table a (\r\n n integer);");
    assert.deepEqual(await migrate(pool, folder), []);
    await file("0001_a.sql", "create table a (\n n bigint);");
    await assert.rejects(migrate(pool, folder), { reason: "migration_changed" });
  });

  test("refuses a database newer than the code", async () => {
    await file("0001_a.sql", "create table a (n integer);");
    await file("0002_b.sql", "create table b (n integer);");
    await migrate(pool, folder);
    await rm(join(folder, "0002_b.sql"));
    await assert.rejects(migrate(pool, folder), { reason: "schema_too_new" });
  });

  test("refuses a gap and a name that says nothing", async () => {
    await file("0002_b.sql", "select 1");
    await assert.rejects(migrate(pool, folder), { reason: "bad_migrations" });
    await rm(join(folder, "0002_b.sql"));
    await file("one.sql", "select 1");
    await assert.rejects(migrate(pool, folder), { reason: "bad_migrations" });
  });

  test("drizzle's tables are compared with the database", async () => {
    await pool.query(
      "create table t (id serial primary key, v varchar(3) not null, big bigint, at timestamptz(3) not null, tags text[])",
    );
    const columns = {
      id: serial("id").primaryKey(),
      v: varchar("v", { length: 3 }).notNull(),
      big: bigint("big", { mode: "bigint" }),
      at: timestamp("at", { withTimezone: true, precision: 3 }).notNull(),
      tags: text("tags").array(),
    };
    await assertTablesMatch(pool, [pgTable("t", columns)]);
    const wrong = [
      pgTable("t", { ...columns, v: varchar("v", { length: 4 }).notNull() }),
      pgTable("t", { ...columns, big: bigint("big", { mode: "bigint" }).notNull() }),
      pgTable("t", { ...columns, extra: integer("extra") }),
      pgTable("absent", columns),
    ];
    for (const table of wrong)
      await assert.rejects(assertTablesMatch(pool, [table]), { code: "ERR_ASSERTION" });
    await pool.query("alter table t add column more text");
    await assert.rejects(assertTablesMatch(pool, [pgTable("t", columns)]), { code: "ERR_ASSERTION" });
  });
});
