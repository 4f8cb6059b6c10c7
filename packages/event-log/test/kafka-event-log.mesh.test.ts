import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { dropKafkaEvents } from "@finflow/event-log/drop-kafka-events";
import { type Topic, topics } from "@finflow/event-log/event";
import type { EventLog } from "@finflow/event-log/event-log";
import { aConsumer, anEvent, eventLogContract } from "@finflow/event-log/event-log.contract";
import { createKafkaEventLog } from "@finflow/event-log/kafka-event-log";
import { createKafkaTopics, deadLetterTopic } from "@finflow/event-log/kafka-topics";
import { type Kafka, startKafka } from "@finflow/local-servers/kafka";
import { Admin } from "@platformatic/kafka";

let folder = "";
let kafka: Kafka;
let admin: Admin;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "finflow-kafka-"));
  kafka = await startKafka(folder, 1);
  admin = new Admin({ clientId: "test", bootstrapBrokers: [...kafka.bootstrap], retries: 20 });
});
after(async () => {
  await admin?.close();
  await kafka?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Empty topics with so many partitions, in place of those that are there. */
async function openLog(partitions: number): Promise<EventLog> {
  const present = await admin.listTopics();
  const ours = [...topics, ...topics.map(deadLetterTopic)].filter((topic) => present.includes(topic));
  if (ours.length > 0) await admin.deleteTopics({ topics: ours });
  await createKafkaTopics({ bootstrap: kafka.bootstrap, partitions, replicas: 1 });
  return createKafkaEventLog({ bootstrap: kafka.bootstrap, clientId: "test" });
}

eventLogContract("Kafka", {
  open: async () => {
    const log = await openLog(1);
    const dropEvents = (topic: Topic) => dropKafkaEvents(kafka.bootstrap, topic);
    return { log, dropEvents, close: () => log.close() };
  },
  erases: "by retention",
});

test("replicas of a consumer share the partitions, and one takes over when the other stops", async () => {
  const log = await openLog(6);
  const consumer = `test-${randomUUID()}`;
  const replicas = [aConsumer(log, { consumer }), aConsumer(log, { consumer })];
  const users = Array.from({ length: 12 }, () => randomUUID());
  const append = async () => {
    const events = users.map((userId) => anEvent({ userId }));
    await log.append(events);
    return events.map(({ id }) => id);
  };
  const taken = () => new Set(replicas.flatMap((replica) => replica.ids()));
  const arrive = (ids: readonly string[]) =>
    Promise.race(replicas.map((replica) => replica.until(() => ids.every((id) => taken().has(id)))));
  const early = await append();
  await arrive(early);
  while (replicas.some(({ ids }) => ids().length === 0)) await arrive(await append());
  await replicas[0]!.stop();
  const late = await append();
  await replicas[1]!.until(() => late.every((id) => replicas[1]!.ids().includes(id)));
  await replicas[1]!.stop();
  await log.close();
});

test("a user's events keep their order over many partitions, and large batches are cut for the broker", async () => {
  const log = await openLog(6);
  const users = Array.from({ length: 5 }, () => randomUUID());
  const events = Array.from({ length: 60 }, (_, at) =>
    anEvent({ userId: users[at % users.length]!, data: new Uint8Array(60_000) }),
  );
  await log.append(events);
  const consumer = aConsumer(log, { consumer: `test-${randomUUID()}` });
  await consumer.until(() => new Set(consumer.ids()).size === events.length);
  for (const userId of users) {
    const expected = events.filter((event) => event.userId === userId).map(({ id }) => id);
    const arrived = consumer.taken.filter((event) => event.userId === userId).map(({ id }) => id);
    assert.deepEqual([...new Set(arrived)], expected);
  }
  await consumer.stop();
  await log.close();
});

test("a broker that was killed is waited for: nothing that was appended is lost", async () => {
  const log = await openLog(6);
  const consumer = aConsumer(log, { consumer: `test-${randomUUID()}` });
  const first = anEvent();
  await log.append([first]);
  await consumer.until(() => consumer.ids().includes(first.id));
  await kafka.brokers[0]!.kill();
  const during = log.append([anEvent({ id: randomUUID() })]);
  await kafka.restart(0);
  await during;
  const last = anEvent();
  await log.append([last]);
  await consumer.until(() => consumer.ids().includes(last.id) && consumer.taken.length >= 3);
  await consumer.stop();
  await log.close();
});
