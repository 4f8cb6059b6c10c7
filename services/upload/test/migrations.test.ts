import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { consumerPositionsDdl } from "@finflow/event-log/consumer-positions";
import { outboxDdl } from "@finflow/event-log/outbox";
import { migrationsFolder } from "../src/service.ts";

test("the event log's tables are those it asks for", async () => {
  const migration = await readFile(new URL("0002_outbox.sql", migrationsFolder), "utf8");
  assert.ok(migration.includes(outboxDdl));
  assert.ok(migration.includes(consumerPositionsDdl));
});
