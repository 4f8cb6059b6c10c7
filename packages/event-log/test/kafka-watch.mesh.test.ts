import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, mock, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { EventLog } from "@finflow/event-log/event-log";
import { aConsumer, anEvent } from "@finflow/event-log/event-log.contract";
import type { ConsumerStuckError } from "@finflow/event-log/event-log-error";
import { createKafkaEventLog } from "@finflow/event-log/kafka-event-log";
import { createKafkaTopics } from "@finflow/event-log/kafka-topics";
import { type Kafka, startKafka } from "@finflow/local-servers/kafka";
import { createMetrics, type Metrics } from "@finflow/telemetry/metrics";
import { Consumer, type MessagesStream } from "@platformatic/kafka";

let folder = "";
let kafka: Kafka;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "finflow-kafka-watch-"));
  kafka = await startKafka(folder, 1);
  await createKafkaTopics({ bootstrap: kafka.bootstrap, partitions: 2, replicas: 1 });
});
after(async () => {
  await kafka?.stop();
  await rm(folder, { recursive: true, force: true });
});

let metrics: Metrics;
let stuck: ConsumerStuckError[];
let log: EventLog;
beforeEach(() => {
  metrics = createMetrics();
  stuck = [];
  log = createKafkaEventLog({
    ...{ bootstrap: kafka.bootstrap, clientId: "test", metrics },
    ...{ lagEveryMs: 200, stuckAfterMs: 1_000, onStuck: (error) => stuck.push(error) },
  });
});
afterEach(() => log.close());

async function figure(name: string, consumer: string): Promise<number | undefined> {
  const found = await metrics.registry.getSingleMetric(`finflow_consumer_${name}`)?.get();
  return found?.values.find(({ labels }) => labels.consumer === consumer)?.value;
}

async function untilFigure(name: string, consumer: string, holds: (value: number) => boolean): Promise<void> {
  for (;;) {
    const value = await figure(name, consumer);
    if (value !== undefined && holds(value)) return;
    await sleep(50);
  }
}

/** The streams that clients open from here on. */
function openedStreams(): MessagesStream<string, Buffer, string, string>[] {
  const streams: MessagesStream<string, Buffer, string, string>[] = [];
  const consume = Consumer.prototype.consume;
  mock.method(Consumer.prototype, "consume", async function (this: Consumer, ...options: never[]) {
    const stream = await Reflect.apply(consume, this, options);
    streams.push(stream as never);
    return stream;
  });
  return streams;
}

test("a client that could not join its group again is replaced, and what came meanwhile is taken", async () => {
  const clients: Consumer[] = [];
  const consume = Consumer.prototype.consume;
  mock.method(Consumer.prototype, "consume", function (this: Consumer, ...options: never[]) {
    clients.push(this);
    return Reflect.apply(consume, this, options);
  });
  const consumer = aConsumer(log, { consumer: `test-${randomUUID()}` });
  const first = anEvent();
  await log.append([first]);
  await consumer.until(() => consumer.ids().includes(first.id));
  // As the client does after its last attempt.
  clients[0]!.emit("error", new Error("joinGroup failed"));
  const second = anEvent();
  await log.append([second]);
  await consumer.until(() => consumer.ids().includes(second.id));
  mock.restoreAll();
  assert.ok(consumer.problems.some((problem) => String(problem) === "Error: joinGroup failed"));
  assert.ok(clients.length >= 2);
  await consumer.stop();
});

test("a consumer whose stream has died without a word is found, and one that has nothing to take is not", async () => {
  const consumer = `test-${randomUUID()}`;
  const streams = openedStreams();
  const silent = aConsumer(log, { consumer });
  mock.restoreAll();
  const first = anEvent();
  await log.append([first]);
  await silent.until(() => silent.ids().includes(first.id));
  // It stays a member of its group and goes on saying so; only nothing comes any more.
  while (streams.length === 0) await sleep(10);
  streams[0]!.pause();
  await untilFigure("lag_records", consumer, (lag) => lag === 0);
  await sleep(2_500);
  assert.equal(stuck.length, 0, "nothing waits for it");
  const calm = (await figure("last_progress_seconds", consumer))!;
  assert.ok(Date.now() / 1_000 - calm < 2, "who has nothing to take has taken everything");
  await log.append(Array.from({ length: 20 }, () => anEvent()));
  await untilFigure("lag_records", consumer, (lag) => lag >= 20);
  while (stuck.length === 0) await sleep(50);
  assert.match(
    stuck[0]!.message,
    new RegExp(`finflow-${consumer}-transactions.created has taken none of 20`),
  );
  assert.ok(Date.now() / 1_000 - (await figure("last_progress_seconds", consumer))! > 1);
});

test("a consumer that hangs in its store is found", async () => {
  const consumer = `test-${randomUUID()}`;
  const released = Promise.withResolvers<void>();
  aConsumer(log, { consumer, apply: () => released.promise });
  await log.append([anEvent()]);
  while (stuck.length === 0) await sleep(50);
  released.resolve();
  await untilFigure("lag_records", consumer, (lag) => lag === 0);
});

test("a consumer whose store does not answer is behind, and is left to wait for it", async () => {
  const consumer = `test-${randomUUID()}`;
  let isAway = true;
  const waiting = aConsumer(log, {
    consumer,
    backoff: { first: 100, longest: 300 },
    apply: async () => {
      if (isAway) throw Object.assign(new Error("down"), { code: "ECONNREFUSED", syscall: "connect" });
    },
  });
  const event = anEvent();
  await log.append([event]);
  await untilFigure("lag_records", consumer, (lag) => lag > 0);
  await sleep(4_000);
  assert.equal(stuck.length, 0);
  isAway = false;
  await waiting.until(() => waiting.ids().includes(event.id));
  await untilFigure("lag_records", consumer, (lag) => lag === 0);
});

test("while the brokers are away no lag is told and nobody is called stuck", async () => {
  const consumer = `test-${randomUUID()}`;
  const waiting = aConsumer(log, { consumer });
  await untilFigure("lag_records", consumer, () => true);
  await kafka.brokers[0]!.kill();
  while ((await figure("lag_records", consumer)) !== undefined) await sleep(50);
  await sleep(2_000);
  await kafka.restart(0);
  const event = anEvent();
  await log.append([event]);
  await waiting.until(() => waiting.ids().includes(event.id));
  await untilFigure("lag_records", consumer, (lag) => lag === 0);
  assert.equal(stuck.length, 0);
});
