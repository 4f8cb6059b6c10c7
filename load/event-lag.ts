/**
 * How long a change takes from its commit in upload's database to analytics' figures, at a fixed rate that nothing
 * waits for: outbox → relay → Kafka → MongoDB, all of it and the generator on this machine.
 *
 *   node tools/bootstrap.js load/event-lag.ts [seconds] [rows of a statement] [rows per second]...
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createKafkaEventLog } from "@finflow/event-log/kafka-event-log";
import { enqueue, outboxDdl } from "@finflow/event-log/outbox";
import { createRelay } from "@finflow/event-log/relay";
import { createPool } from "@finflow/postgres/pool";
import { startTestPostgres } from "@finflow/postgres/test-database";
import { transaction } from "@finflow/postgres/transaction";
import { percentile } from "./closed-loop.ts";
import { startProjection } from "./ingest/projection.ts";
import { startEmptyKafka, startMongo } from "./ingest/servers.ts";
import { statementEvents } from "./ingest/statement-events.ts";
import { printMachine } from "./machine.ts";
import { printTable, rounded } from "./table.ts";

const [seconds = 20, rowsOfStatement = 50, ...given] = process.argv.slice(2).map(Number);
const rates = given.length > 0 ? given : [100, 500, 1_000, 2_000];
const onProblem = (error: unknown) => console.error("held up:", error);

printMachine();
const [mongo, kafka, postgres] = [await startMongo(), await startEmptyKafka(), await startTestPostgres()];
const config = await postgres.createDatabase("outbox");
const pool = createPool({ config, name: "load", max: 8, statementTimeoutMs: 30_000 });
await pool.query(outboxDdl);
const log = createKafkaEventLog({ bootstrap: kafka.bootstrap, clientId: "load" });
const relay = createRelay({ pool, log, source: "finflow.upload", onProblem });
const projection = await startProjection(mongo.client, `load_${randomUUID().slice(0, 8)}`, log);

const users = Array.from({ length: 50 }, () => ({ userId: randomUUID(), revision: 0 }));
let turn = 0;

/** Commits a statement of the next user and notes when that was. */
async function commitStatement(committed: Map<string, number>): Promise<void> {
  const user = users[turn++ % users.length]!;
  user.revision += 1;
  const key = `${user.userId}/${user.revision}`;
  const events = statementEvents({ ...user, rows: rowsOfStatement });
  await transaction(pool, (tx) => enqueue(tx, events));
  committed.set(key, performance.now());
}

/** Lags in milliseconds, ascending, and how many were still on their way when the last was committed. */
async function atRate(rowsPerSecond: number) {
  const committed = new Map<string, number>();
  const visible = new Map<string, number>();
  projection.onApplied = (chunks) => {
    for (const { userId, revision, chunk, chunks: parts } of chunks)
      if (chunk === parts) visible.set(`${userId}/${revision}`, performance.now());
  };
  const every = (1_000 * rowsOfStatement) / rowsPerSecond;
  const count = Math.round((seconds * 1_000) / every);
  const begun = performance.now();
  const writing: Promise<void>[] = [];
  for (let at = 0; at < count; at++) {
    const wait = begun + at * every - performance.now();
    if (wait > 0) await sleep(wait);
    writing.push(commitStatement(committed));
  }
  await Promise.all(writing);
  const offered = (count * rowsOfStatement * 1_000) / (performance.now() - begun);
  const backlog = count - visible.size;
  while (visible.size < count) await sleep(5);
  const lags = [...committed].map(([key, at]) => Math.max(0, visible.get(key)! - at)).sort((a, b) => a - b);
  return { offered, backlog, lags };
}

try {
  await atRate(rates[0]!);
  console.log(`statements of ${rowsOfStatement} rows, ${seconds} s at each rate:\n`);
  const measured: Record<string, string | number>[] = [];
  for (const rate of rates) {
    const { offered, backlog, lags } = await atRate(rate);
    measured.push({
      "rows per second": rate,
      "committed per second": Math.round(offered),
      "p50, ms": rounded(percentile(lags, 50)),
      "p99, ms": rounded(percentile(lags, 99)),
      "most, ms": rounded(percentile(lags, 100)),
      "statements on their way at the end": backlog,
    });
  }
  printTable(measured);
} finally {
  await relay.stop();
  await projection.stop();
  await log.close();
  await pool.end();
  await postgres.stop();
  await kafka.stop();
  await mongo.stop();
}
