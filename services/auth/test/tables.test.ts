import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { consumerPositionsDdl } from "@finflow/event-log/consumer-positions";
import { outboxDdl } from "@finflow/event-log/outbox";
import { assertTablesMatch } from "@finflow/postgres/assert-tables-match";
import { readMigrations } from "@finflow/postgres/migrations";
import * as tables from "../src/adapters/tables.ts";
import { migrationsFolder } from "../src/service.ts";
import { startTestAuth, type TestAuth } from "./harness.ts";

describe("the schema", () => {
  let tests: TestAuth;
  before(async () => {
    tests = await startTestAuth();
  });
  after(() => tests?.stop());

  test("drizzle's tables are those of the migrations", async () => {
    const { pool } = await tests.start();
    await assertTablesMatch(pool, Object.values(tables));
  });

  test("the event log's tables are as it wants them", async () => {
    const sql = (await readMigrations(migrationsFolder)).map((migration) => migration.sql).join("\n");
    for (const ddl of [outboxDdl, consumerPositionsDdl]) assert.ok(sql.includes(ddl.trim()));
  });
});
