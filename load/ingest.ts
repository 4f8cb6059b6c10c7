/**
 * How fast analytics takes statements out of Kafka into MongoDB, beside `bulkWrite` of the same rows, in one run.
 *
 *   node tools/bootstrap.js load/ingest.ts [rows] [rows of a statement] [rounds]
 */
import { randomUUID } from "node:crypto";
import type { LogEvent } from "@finflow/event-log/event";
import { createKafkaEventLog } from "@finflow/event-log/kafka-event-log";
import { percentile } from "./closed-loop.ts";
import { type Spent, startMeter } from "./ingest/meter.ts";
import { startProjection } from "./ingest/projection.ts";
import { writeRaw } from "./ingest/raw-writes.ts";
import { type Mongo, startEmptyKafka, startMongo } from "./ingest/servers.ts";
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

type Rate = { perSecond: number; processorSeconds: number };

const rateOf = (count: number, { seconds, processorSeconds }: Spent): Rate => ({
  perSecond: count / seconds,
  processorSeconds: (processorSeconds * 10_000) / count,
});

/** From the first transaction to the last, while everything waits in Kafka. */
async function project({ client, pid }: Mongo, database: string, events: readonly LogEvent[]): Promise<Rate> {
  const kafka = await startEmptyKafka();
  const log = createKafkaEventLog({ bootstrap: kafka.bootstrap, clientId: "load" });
  await log.append(events);
  const done = Promise.withResolvers<Spent>();
  const projection = await startProjection(client, database, log);
  let spent: (() => Spent) | undefined;
  let [taken, left] = [0, events.length];
  projection.onApplied = (chunks) => {
    left -= chunks.length;
    if (!spent) spent = startMeter(pid);
    else taken += chunks.reduce((sum, { changes }) => sum + changes.length, 0);
    if (left === 0) done.resolve(spent());
  };
  const whole = await done.promise;
  await projection.stop();
  await log.close();
  await kafka.stop();
  return rateOf(taken, whole);
}

printMachine();
const mongo = await startMongo();
const raw = [
  ["bulkWrite, one by one", 1],
  ["bulkWrite, six at once", 6],
] as const;
const projected = "Kafka → analytics";
try {
  const measured = new Map<string, Rate[]>(
    [...raw.map(([name]) => name), projected].map((name) => [name, []]),
  );
  for (let round = 0; round < rounds; round++) {
    const events = statements();
    const count = events.length * Math.min(200, rowsOfStatement);
    const inDatabase = async (name: string, work: (database: string) => Promise<Rate>) => {
      const database = `load_${randomUUID().slice(0, 8)}`;
      measured.get(name)!.push(await work(database));
      await mongo.client.db(database).dropDatabase();
    };
    for (const [name, atOnce] of raw)
      await inDatabase(name, async (database) =>
        rateOf(count, await writeRaw(mongo, database, events, { batch: 1_000, atOnce })),
      );
    await inDatabase(projected, (database) => project(mongo, database, events));
  }
  const median = (name: string, of: keyof Rate) =>
    percentile(
      measured
        .get(name)!
        .map((rate) => rate[of])
        .sort((a, b) => a - b),
      50,
    );
  const best = Math.max(...raw.map(([name]) => median(name, "perSecond")));
  const cheapest = Math.min(...raw.map(([name]) => median(name, "processorSeconds")));
  console.log(`${rows} rows in statements of ${rowsOfStatement}, medians of ${rounds} rounds:\n`);
  printTable(
    [...measured.keys()].map((name) => ({
      what: name,
      "rows per second": Math.round(median(name, "perSecond")),
      "of the better bulkWrite": rounded(median(name, "perSecond") / best, 2),
      "processor s per 10,000 rows": rounded(median(name, "processorSeconds"), 2),
      "of the cheaper bulkWrite": rounded(cheapest / median(name, "processorSeconds"), 2),
    })),
  );
} finally {
  await mongo.stop();
}
