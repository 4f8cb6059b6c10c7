import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createPool } from "@finflow/postgres/pool";
import { startTestPostgres, type TestPostgres } from "@finflow/postgres/test-database";
import { transaction } from "@finflow/postgres/transaction";
import { createMetrics } from "@finflow/telemetry/metrics";
import type { Pool } from "pg";
import type { EventLog } from "../src/event-log.ts";
import { enqueue, outboxDdl } from "../src/outbox.ts";
import { createRelay } from "../src/relay.ts";

const source = "finflow.test";

let server: TestPostgres;
let pool: Pool;
before(async () => {
  server = await startTestPostgres();
  const config = await server.createDatabase("outbox");
  pool = createPool({ config, name: "outbox", max: 4, statementTimeoutMs: 5_000, onIdleError: () => {} });
  await pool.query(outboxDdl);
});
after(async () => {
  await pool?.end();
  await server?.stop();
});

const write = (count: number): Promise<void> =>
  transaction(pool, (tx) =>
    enqueue(
      tx,
      Array.from({ length: count }, () => ({
        topic: "transactions.created" as const,
        type: "finflow.transactions.created.v1",
        userId: randomUUID(),
        data: new Uint8Array(),
      })),
    ),
  );

test("what waits is told while the log does not answer, and that nothing does once it has", async () => {
  const metrics = createMetrics();
  const answers = Promise.withResolvers<void>();
  const log = { append: () => answers.promise, publishWatermark: async () => {} } as unknown as EventLog;
  const shared = { pool, log, source, onProblem: () => {}, pollMs: 20, metrics, measureMs: 20 };
  await write(3);
  await pool.query("update outbox set time = now() - interval '90 seconds'");
  const [one, other] = [createRelay(shared), createRelay({ ...shared, metrics: createMetrics() })];
  const value = async (name: string): Promise<number | undefined> => {
    const found = await metrics.registry.getSingleMetric(name)?.get();
    return found?.values.find(({ labels }) => labels.source === source)?.value;
  };
  const until = async (name: string, holds: (value: number) => boolean) => {
    for (let found = await value(name); found === undefined || !holds(found); found = await value(name))
      await sleep(10);
  };
  await Promise.race([one.leading, other.leading]);
  await until("finflow_outbox_unsent_rows", (rows) => rows === 3);
  await until("finflow_outbox_oldest_seconds", (seconds) => seconds >= 90 && seconds < 120);
  answers.resolve();
  await until("finflow_outbox_unsent_rows", (rows) => rows === 0);
  await until("finflow_outbox_oldest_seconds", (seconds) => seconds === 0);
  await Promise.all([one.stop(), other.stop()]);
});

test("one relay of an outbox says that it leads, the next one once that has gone", async () => {
  const log = { append: async () => {}, publishWatermark: async () => {} } as unknown as EventLog;
  const begin = () => {
    const metrics = createMetrics();
    const relay = createRelay({ pool, log, source, onProblem: () => {}, pollMs: 20, metrics });
    const isLeader = async () => {
      const found = await metrics.registry.getSingleMetric("finflow_relay_is_leader")?.get();
      return found?.values[0]?.value;
    };
    return { relay, isLeader };
  };
  const first = begin();
  await first.relay.leading;
  const second = begin();
  await sleep(100);
  assert.deepEqual([await first.isLeader(), await second.isLeader()], [1, 0]);
  await first.relay.stop();
  await second.relay.leading;
  assert.deepEqual([await first.isLeader(), await second.isLeader()], [0, 1]);
  await second.relay.stop();
});

test("an outbox that cannot be asked has no figures", async () => {
  const metrics = createMetrics();
  const problems: unknown[] = [];
  const away = createPool({
    config: await server.createDatabase("away"),
    ...{ name: "away", max: 2, statementTimeoutMs: 5_000, onIdleError: () => {} },
  });
  await away.query(outboxDdl);
  const log = { append: async () => {}, publishWatermark: async () => {} } as unknown as EventLog;
  const onProblem = (error: unknown) => void problems.push(error);
  const relay = createRelay({ pool: away, log, source, onProblem, metrics, measureMs: 10 });
  const values = async () =>
    (await metrics.registry.getSingleMetric("finflow_outbox_unsent_rows")?.get())?.values.length;
  while ((await values()) !== 1) await sleep(10);
  await away.query("alter table outbox rename to gone");
  while ((await values()) !== 0) await sleep(10);
  assert.ok(problems.length > 0);
  await relay.stop();
  await away.end();
});
