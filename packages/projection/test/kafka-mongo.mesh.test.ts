import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { dropKafkaEvents } from "@finflow/event-log/drop-kafka-events";
import type { EventLog } from "@finflow/event-log/event-log";
import { PoisonError, PositionLostError } from "@finflow/event-log/event-log-error";
import { createKafkaEventLog } from "@finflow/event-log/kafka-event-log";
import { createKafkaTopics } from "@finflow/event-log/kafka-topics";
import { type Kafka, startKafka } from "@finflow/local-servers/kafka";
import { type Mongod, startMongod } from "@finflow/local-servers/mongod";
import { connectMongo } from "@finflow/mongo/connect-mongo";
import type { ClientSession, MongoClient } from "mongodb";
import type { Chunk } from "../src/change.ts";
import { damageUsers } from "../src/compare-users.ts";
import { createMongoProjectionStore } from "../src/mongo-projection-store.ts";
import { mongoTransactions } from "../src/mongo-transactions.ts";
import { startProjector } from "../src/projector.ts";
import { startRebuildLoop } from "../src/rebuild-loop.ts";
import { rowsTopic } from "../src/rows-topic.ts";
import { eventOf } from "./item-events.ts";
import type { Item } from "./items.ts";
import { mongoItemRows, openMongoItems, readMongoItems } from "./mongo-items.ts";
import { createWriteModel, uploadOf, type WriteModel } from "./write-model.ts";

let folder = "";
let kafka: Kafka;
let mongod: Mongod;
let client: MongoClient;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "finflow-kafka-mongo-"));
  mongod = await startMongod(join(folder, "mongod"));
  kafka = await startKafka(join(folder, "kafka"), 1);
  await createKafkaTopics({ bootstrap: kafka.bootstrap, partitions: 3, replicas: 1 });
  client = connectMongo({ url: mongod.url, name: "test" });
});
after(async () => {
  await client?.close();
  await kafka?.stop();
  await mongod?.stop();
  await rm(folder, { recursive: true, force: true });
});

let log: EventLog;
let running: { stop: () => Promise<void> }[];
beforeEach(() => {
  log = createKafkaEventLog({ bootstrap: kafka.bootstrap, clientId: "test" });
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((part) => part.stop()));
  await log.close();
});

/** A read model of its own, in its own group. */
async function openModel(models: readonly WriteModel[]) {
  const { database, items, collections } = await openMongoItems(client);
  const store = createMongoProjectionStore<Item>({ client, database }, mongoItemRows(items));
  const problems: unknown[] = [];
  const onProblem = (error: unknown) => void problems.push(error);
  const upload = uploadOf(...models);
  const byUser = new Map(models.map((model) => [model.userId, model]));
  const begin = <Part extends { stop: () => Promise<void> }>(part: Part): Part => {
    running.push(part);
    return part;
  };
  return {
    ...{ store, upload, problems },
    items: async ({ userId }: WriteModel) => (await readMongoItems(collections, items, userId)).items,
    // The topic has the users of other tests too.
    damaged: () => collections.users.countDocuments({ damage: { $gt: 0 }, _id: { $in: [...byUser.keys()] } }),
    startProjector: () =>
      begin(
        startProjector<Item, ClientSession>({
          ...{ service: database, log, store, upload, onProblem },
          transactions: mongoTransactions(client, database),
          readRow: ({ amount }) => {
            if (amount?.amount === "666") throw new PoisonError("no such amount");
            return amount?.amount ?? "";
          },
        }),
      ),
    startLoop: () =>
      begin(
        startRebuildLoop<Item>({
          ...{ store, upload, onProblem, intervalMs: 20 },
          states: (userId, signal) => (byUser.get(userId) ?? createWriteModel(userId)).stream(userId, signal),
        }),
      ),
  };
}

const publish = (chunks: readonly Chunk<Item>[]) => log.append(chunks.map(eventOf));
const one = (amount: Item) => new Map([[0, amount]]);

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}

test("a user whose message cannot be read is rebuilt, while the rest of the partition goes on", async () => {
  const [hurt, well] = [createWriteModel(randomUUID()), createWriteModel(randomUUID())];
  const model = await openModel([hurt, well]);
  model.startProjector();
  const [poison] = hurt.commit(one("1")) as [Chunk<Item>];
  const unreadable = { ...poison, changes: poison.changes.map((change) => ({ ...change, row: "666" })) };
  await publish([unreadable, ...hurt.commit(one("2")), ...well.commit(one("3"))]);
  await until(async () => (await model.store.progress(well.userId)).appliedRevision === 1);
  await until(async () => (await model.store.progress(hurt.userId)).damaged);
  const letters = await log.deadLetters(rowsTopic);
  assert.ok(letters.some(({ event, cause }) => event.userId === hurt.userId && /no such amount/.test(cause)));
  model.startLoop();
  await until(async () => {
    const { damaged, appliedRevision, seenRevision } = await model.store.progress(hurt.userId);
    return !damaged && appliedRevision === 2 && seenRevision === 2;
  });
  assert.deepEqual(await model.items(hurt), hurt.living());
  assert.deepEqual(await model.items(well), well.living());
});

test("what Kafka no longer holds is had from upload again, for those alone who differ", async () => {
  const [read, missed, late] = [1, 2, 3].map(() => createWriteModel(randomUUID())) as [
    WriteModel,
    WriteModel,
    WriteModel,
  ];
  const model = await openModel([read, missed, late]);
  const first = model.startProjector();
  await publish([...read.commit(one("1")), ...missed.commit(one("1"))]);
  for (const { userId } of [read, missed])
    await until(async () => (await model.store.progress(userId)).appliedRevision === 1);
  await first.stop();
  await publish([...missed.commit(one("2")), ...late.commit(one("3"))]);
  await dropKafkaEvents(kafka.bootstrap, rowsTopic);

  model.startProjector();
  await until(async () => (await model.damaged()) === 2);
  assert.ok(model.problems.some((problem) => problem instanceof PositionLostError));
  assert.equal((await model.store.progress(read.userId)).damaged, false, "it had everything");
  model.startLoop();
  await until(async () => (await model.damaged()) === 0);
  for (const each of [read, missed, late]) assert.deepEqual(await model.items(each), each.living());
  await publish(read.commit(one("5")));
  await until(async () => (await model.store.progress(read.userId)).appliedRevision === 2);
  assert.deepEqual(await model.items(read), read.living());
});

test("nothing that is committed while everybody is rebuilt is lost", async () => {
  const models = Array.from({ length: 4 }, () => createWriteModel(randomUUID()));
  const model = await openModel(models);
  model.startProjector();
  model.startLoop();
  for (let round = 1; round <= 12; round++) {
    for (const each of models) await publish(each.commit(new Map([[round, String(round)]])));
    if (round % 4 === 0) await damageUsers(model.store, model.upload, "every", new AbortController().signal);
  }
  for (const { userId } of models)
    await until(async () => {
      const { appliedRevision, damaged } = await model.store.progress(userId);
      return appliedRevision === 12 && !damaged;
    });
  for (const each of models) assert.deepEqual(await model.items(each), each.living());
});
