/**
 * How fast analytics takes statements out of Kafka into MongoDB, beside `bulkWrite` of the same rows, in one run.
 *
 *   node tools/bootstrap.js load/ingest.ts [rows] [rows of a statement] [rounds]
 */
import { randomUUID } from "node:crypto";
import type { LogEvent } from "@finflow/event-log/event";
import { createKafkaEventLog } from "@finflow/event-log/kafka-event-log";
import { percentile } from "./closed-loop.ts";
import { startProjection } from "./ingest/projection.ts";
import { writeRaw } from "./ingest/raw-writes.ts";
import { type MongoClient, startEmptyKafka, startMongo } from "./ingest/servers.ts";
import { statementEvents } from "./ingest/statement-events.ts";
import { printMachine } from "./machine.ts";
import { printTable, rounded } from "./table.ts";

const [rows = 60_000, rowsOfStatement = 200, rounds = 3] = process.argv.slice(2).map(Number);
const revisionsOfUser = 2;

/** Statements of users, each user's two in their order, all users' side by side. */
function statements(): LogEvent[] {
  const users = Array.from({ length: Math.ceil(rows / rowsOfStatement / revisionsOfUser) }, () =>
    randomUUID(),
  );
  return Array.from({ length: revisionsOfUser }, (_, index) => index + 1).flatMap((revision) =>
    users.flatMap((userId) => statementEvents({ userId, revision, rows: rowsOfStatement })),
  );
}

/** From the first transaction to the last, while everything waits in Kafka. @returns seconds, and the rows in between */
async function project(client: MongoClient, database: string, events: readonly LogEvent[]) {
  const kafka = await startEmptyKafka();
  const log = createKafkaEventLog({ bootstrap: kafka.bootstrap, clientId: "load" });
  await log.append(events);
  const done = Promise.withResolvers<void>();
  const projection = await startProjection(client, database, log);
  let [begun, taken, left] = [0, 0, events.length];
  projection.onApplied = (chunks) => {
    left -= chunks.length;
    if (begun === 0) begun = performance.now();
    else taken += chunks.reduce((sum, { changes }) => sum + changes.length, 0);
    if (left === 0) done.resolve();
  };
  await done.promise;
  const seconds = (performance.now() - begun) / 1_000;
  await projection.stop();
  await log.close();
  await kafka.stop();
  return { seconds, taken };
}

printMachine();
const mongo = await startMongo();
try {
  const measured = {
    "bulkWrite, one by one": [] as number[],
    "bulkWrite, six at once": [] as number[],
    "Kafka → analytics": [] as number[],
  };
  for (let round = 0; round < rounds; round++) {
    const events = statements();
    const database = () => `load_${randomUUID().slice(0, 8)}`;
    const drop = (name: string) => mongo.client.db(name).dropDatabase();
    for (const [name, atOnce] of [
      ["bulkWrite, one by one", 1],
      ["bulkWrite, six at once", 6],
    ] as const) {
      const at = database();
      measured[name].push(rows / (await writeRaw(mongo.client, at, events, { batch: 1_000, atOnce })));
      await drop(at);
    }
    const at = database();
    const { seconds, taken } = await project(mongo.client, at, events);
    measured["Kafka → analytics"].push(taken / seconds);
    await drop(at);
  }
  const median = (values: readonly number[]) =>
    percentile(
      values.toSorted((a, b) => a - b),
      50,
    );
  const raw = Math.max(
    ...Object.entries(measured)
      .filter(([name]) => name.startsWith("bulk"))
      .map(([, each]) => median(each)),
  );
  console.log(`${rows} rows in statements of ${rowsOfStatement}, ${rounds} rounds:\n`);
  printTable(
    Object.entries(measured).map(([what, each]) => ({
      "rows per second": what,
      least: Math.round(Math.min(...each)),
      median: Math.round(median(each)),
      most: Math.round(Math.max(...each)),
      "of the better bulkWrite": rounded(median(each) / raw, 2),
    })),
  );
} finally {
  await mongo.stop();
}
