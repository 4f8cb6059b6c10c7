import assert from "node:assert/strict";
import { randomBytes, randomUUID, randomUUIDv7 } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startTracing } from "@finflow/telemetry/tracing";
import { SpanKind } from "@opentelemetry/api";
import { InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace";
import type { LogEvent, Topic } from "./event.ts";
import type { Batch, EventLog, Place, Subscription } from "./event-log.ts";
import { PoisonError, PositionLostError } from "./event-log-error.ts";
import { createSubscription, type SubscriptionOptions } from "./subscription.ts";

type OpenedLog = {
  log: EventLog;
  /** Drops everything a topic holds, as an operator or its retention does. */
  dropEvents: (topic: Topic) => Promise<void>;
  close: () => Promise<void>;
};

export type LogUnderTest = {
  /** An empty log with all topics, each of one partition. */
  readonly open: () => Promise<OpenedLog>;
  /** Whether erasing a user removes events at once, or leaves them to the log's retention. */
  readonly erases: "at once" | "by retention";
};

const source = "finflow.test";

export function anEvent(changes: Partial<LogEvent> = {}): LogEvent {
  return {
    id: randomUUIDv7(),
    topic: "transactions.created",
    type: "finflow.transactions.created.v1",
    source,
    userId: randomUUID(),
    time: new Date(),
    traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    data: Uint8Array.of(0, 1, 255),
    ...changes,
  };
}

/** A store in memory that keeps its positions with what it took: the smallest honest consumer. */
export function aConsumer(log: EventLog, changes: Partial<SubscriptionOptions> = {}) {
  const taken: LogEvent[] = [];
  const batches: Batch[] = [];
  const skipped: LogEvent[] = [];
  const problems: unknown[] = [];
  const positions = new Map<string, string>();
  const waiting = new Set<() => void>();
  const lost: Place[] = [];
  const noted = (place: Place): void => {
    positions.set(`${place.topic}/${place.partition}`, place.position);
    for (const check of waiting) check();
  };
  let subscription: Subscription | undefined;
  const start = (): void => {
    subscription = createSubscription({
      log,
      consumer: "test",
      topics: ["transactions.created"],
      startAt: async (topic, partition) => positions.get(`${topic}/${partition}`),
      onProblem: (error) => problems.push(error),
      backoff: { first: 1, longest: 5 },
      ...changes,
      onPositionLost: async (place, signal) => {
        lost.push(place);
        await changes.onPositionLost?.(place, signal);
        noted(place);
      },
      apply: async (batch, signal) => {
        await changes.apply?.(batch, signal);
        taken.push(...batch.events);
        batches.push(batch);
        noted(batch);
      },
      skip: async (batch, event) => {
        skipped.push(event);
        noted(batch);
      },
    });
  };
  start();
  return {
    taken,
    batches,
    skipped,
    problems,
    /** Where it had to go on after what it had not read was gone. */
    lost,
    ids: () => taken.map(({ id }) => id),
    start,
    stop: async () => subscription?.stop(),
    /** Resolves once the condition holds after a batch. */
    until: (condition: () => boolean): Promise<void> => {
      const held = Promise.withResolvers<void>();
      const check = (): void => {
        if (condition()) held.resolve();
      };
      waiting.add(check);
      check();
      return held.promise.finally(() => waiting.delete(check));
    },
  };
}

/** What every event log does, run against each on its real server. */
export function eventLogContract(name: string, under: LogUnderTest): void {
  describe(`${name} as an event log`, () => {
    let log: EventLog;
    let dropEvents: OpenedLog["dropEvents"];
    let close: () => Promise<void>;
    before(async () => {
      ({ log, dropEvents, close } = await under.open());
    });
    after(() => close?.());
    const consumers: { stop: () => Promise<unknown> }[] = [];
    const consume = (changes: Partial<SubscriptionOptions> = {}) => {
      const consumer = aConsumer(log, { consumer: `test-${randomUUID()}`, ...changes });
      consumers.push(consumer);
      return consumer;
    };
    after(() => Promise.all(consumers.map((consumer) => consumer.stop())));

    test("an event arrives as it was appended, with and without a trace", async () => {
      const events = [anEvent(), anEvent({ traceparent: undefined, data: new Uint8Array() })];
      const consumer = consume();
      await log.append(events);
      await consumer.until(() => events.every(({ id }) => consumer.ids().includes(id)));
      for (const event of events) {
        const { position: _, ...arrived } = consumer.taken.find(({ id }) => id === event.id) as LogEvent & {
          position: string;
        };
        assert.deepEqual({ ...arrived, data: Uint8Array.from(arrived.data) }, event);
      }
    });

    test("a user's events arrive in order, however they were appended", async () => {
      const userId = randomUUID();
      const events = Array.from({ length: 30 }, () => anEvent({ userId }));
      const consumer = consume();
      for (const size of [1, 12, 17]) {
        const done = size === 1 ? 0 : size === 12 ? 1 : 13;
        await Promise.all([log.append(events.slice(done, done + size)), log.append([anEvent()])]);
      }
      const ofUser = () => consumer.taken.filter((event) => event.userId === userId).map(({ id }) => id);
      await consumer.until(() => new Set(ofUser()).size === events.length);
      assert.deepEqual(
        [...new Set(ofUser())],
        events.map(({ id }) => id),
      );
    });

    test("what is appended again arrives as the same event", async () => {
      const [first, second] = [anEvent(), anEvent()];
      const consumer = consume();
      await log.append([first]);
      await log.append([first, second]);
      await consumer.until(() => consumer.ids().includes(second.id));
      assert.deepEqual(
        [...new Set(consumer.ids())].filter((id) => id === first.id || id === second.id),
        [first.id, second.id],
      );
    });

    test("every consumer gets everything, on the topics it named", async () => {
      const deleted = anEvent({ topic: "users.deleted", type: "finflow.users.deleted.v1" });
      const created = anEvent();
      const one = consume({ topics: ["users.deleted"] });
      const other = consume({ topics: ["users.deleted", "transactions.created"] });
      await log.append([deleted, created]);
      await one.until(() => one.ids().includes(deleted.id));
      await other.until(() => other.ids().includes(deleted.id) && other.ids().includes(created.id));
      assert.equal(one.ids().includes(created.id), false);
    });

    test("a consumer may take its topics in subscriptions of their own, each whole", async () => {
      const consumer = `test-${randomUUID()}`;
      const rows = consume({ consumer });
      const deletions = consume({ consumer, topics: ["users.deleted"] });
      const first = anEvent();
      await log.append([first]);
      await rows.until(() => rows.ids().includes(first.id));
      const deleted = [1, 2].map(() => anEvent({ topic: "users.deleted", type: "finflow.users.deleted.v1" }));
      const created = [1, 2].map(() => anEvent());
      await log.append([...deleted, ...created]);
      await rows.until(() => created.every(({ id }) => rows.ids().includes(id)));
      await deletions.until(() => deleted.every(({ id }) => deletions.ids().includes(id)));
    });

    test("a stopped consumer goes on from where it kept its position", async () => {
      const consumer = consume();
      const before = anEvent();
      await log.append([before]);
      await consumer.until(() => consumer.ids().includes(before.id));
      await consumer.stop();
      const meanwhile = anEvent();
      await log.append([meanwhile]);
      const seen = consumer.taken.length;
      consumer.start();
      await consumer.until(() => consumer.ids().includes(meanwhile.id));
      assert.deepEqual(consumer.ids().slice(seen), [meanwhile.id]);
    });

    test("a watermark arrives after every event it speaks of", async () => {
      const consumer = consume({ watermarksOf: [source] });
      const events = Array.from({ length: 20 }, () => anEvent());
      const at = new Date(Date.now() + 1);
      await log.append(events);
      await log.publishWatermark(source, at);
      await log.publishWatermark("finflow.other", new Date(at.getTime() + 1_000));
      const isReached = (batch: Batch) => batch.watermarks.get(source)?.getTime() === at.getTime();
      await consumer.until(() => consumer.batches.some(isReached));
      const upTo = consumer.batches.slice(0, consumer.batches.findIndex(isReached) + 1);
      const arrived = new Set(upTo.flatMap((batch) => batch.events.map(({ id }) => id)));
      assert.ok(events.every(({ id }) => arrived.has(id)));
      assert.ok(consumer.batches.every((batch) => !batch.watermarks.has("finflow.other")));
    });

    test("poison goes to the dead letters with its cause, and the rest goes on", async () => {
      const events = [anEvent(), anEvent(), anEvent()];
      const poison = events[1] as LogEvent;
      const consumer = consume({
        apply: async (batch) => {
          if (batch.events.some(({ id }) => id === poison.id)) throw new PoisonError("no such currency");
        },
      });
      await log.append(events);
      await consumer.until(() => consumer.ids().includes((events[2] as LogEvent).id));
      assert.deepEqual(
        consumer.skipped.map(({ id }) => id),
        [poison.id],
      );
      assert.ok(!consumer.ids().includes(poison.id));
      const letters = (await log.deadLetters("transactions.created")).filter(
        ({ event }) => event.id === poison.id,
      );
      assert.equal(letters.length, 1);
      assert.equal(letters[0]?.cause, "PoisonError: no such currency");
      assert.equal(letters[0]?.event.userId, poison.userId);
    });

    test("a dead letter that is replayed is taken once it can be, and is a letter again while it cannot", async () => {
      const poison = anEvent();
      let isHealed = false;
      const consumer = consume({
        apply: async (batch) => {
          if (!isHealed && batch.events.some(({ id }) => id === poison.id)) throw new PoisonError("not yet");
        },
      });
      const other = consume();
      const letters = async () => {
        const found = await log.deadLetters("transactions.created");
        return found.filter(({ event }) => event.id === poison.id);
      };
      await log.append([poison]);
      await consumer.until(() => consumer.skipped.length === 1);
      const [first] = await letters();
      assert.equal(first?.cause, "PoisonError: not yet");
      assert.ok(Math.abs(first.failedAt.getTime() - Date.now()) < 60_000);
      await log.replay(first);
      await consumer.until(() => consumer.skipped.length === 2);
      const again = await letters();
      assert.equal(again.length, 1, "it has failed again");
      isHealed = true;
      await log.replay(again[0]!);
      await consumer.until(() => consumer.ids().includes(poison.id));
      const { position: _, ...arrived } = consumer.taken.find(({ id }) => id === poison.id) as LogEvent & {
        position: string;
      };
      assert.deepEqual({ ...arrived, data: Uint8Array.from(arrived.data) }, poison);
      assert.deepEqual(await letters(), []);
      await other.until(() => other.ids().includes(poison.id));
      assert.deepEqual(other.skipped, []);
    });

    test("a store that does not answer is asked again until it does, and nothing is skipped", async () => {
      let refusals = 25;
      const consumer = consume({
        apply: async (batch) => {
          if (batch.events.length === 0 || refusals-- <= 0) return;
          throw Object.assign(new Error("connect ECONNREFUSED"), {
            code: "ECONNREFUSED",
            syscall: "connect",
          });
        },
      });
      const event = anEvent();
      await log.append([event]);
      await consumer.until(() => consumer.ids().includes(event.id));
      assert.equal(consumer.skipped.length, 0);
      assert.equal(consumer.problems.length, 25);
    });

    test("stopping does not wait for a store that does not answer", async () => {
      const consumer = consume({
        backoff: { first: 60_000, longest: 60_000 },
        apply: () =>
          Promise.reject(Object.assign(new Error("down"), { code: "ECONNREFUSED", syscall: "connect" })),
      });
      await log.append([anEvent()]);
      while (consumer.problems.length === 0) await new Promise((resolve) => setImmediate(resolve));
      await consumer.stop();
      assert.equal(consumer.taken.length, 0);
    });

    test("a trace goes on from where its event was written to where it is taken", async () => {
      const exporter = new InMemorySpanExporter();
      const tracing = startTracing({
        serviceName: "test",
        spanProcessors: [new SimpleSpanProcessor({ exporter })],
      });
      const ids = () => [randomBytes(16), randomBytes(8)].map((bytes) => bytes.toString("hex"));
      const written = [ids(), ids()] as [string, string][];
      const events = written.map(([trace, span]) => anEvent({ traceparent: `00-${trace}-${span}-01` }));
      const consumer = consume();
      await log.append([...events, anEvent({ traceparent: undefined })]);
      await consumer.until(() => events.every(({ id }) => consumer.ids().includes(id)));
      const spansOf = (traceId: string) =>
        exporter.getFinishedSpans().filter((span) => span.spanContext().traceId === traceId);
      while (written.some(([traceId]) => spansOf(traceId).length === 0)) await sleep(5);
      for (const [traceId, spanId] of written) {
        for (const span of spansOf(traceId)) {
          assert.equal(span.parentSpanContext?.spanId, spanId);
          assert.equal(span.kind, SpanKind.CONSUMER);
          assert.equal(span.name, "process transactions.created");
        }
      }
      await tracing.shutdown();
    });

    test("who has not read what is dropped is told, makes it good until that works, and goes on", async () => {
      const [read, dropped, kept] = [anEvent(), anEvent(), anEvent()];
      await log.append([read]);
      const current = consume();
      const behind = consume({ onPositionLost: () => failsOnce() });
      for (const consumer of [current, behind]) await consumer.until(() => consumer.ids().includes(read.id));
      await behind.stop();
      await log.append([dropped]);
      await current.until(() => current.ids().includes(dropped.id));
      await dropEvents("transactions.created");
      let attempts = 0;
      const failsOnce = async () => {
        attempts += 1;
        if (attempts === 1) throw new Error("the source does not answer");
      };
      behind.start();
      const beginner = consume();
      await behind.until(() => behind.lost.length === 2);
      await beginner.until(() => beginner.lost.length === 1);
      await log.append([kept]);
      for (const consumer of [current, behind, beginner]) {
        await consumer.until(() => consumer.ids().includes(kept.id));
      }
      assert.deepEqual(current.lost, [], "it had read everything");
      assert.deepEqual(beginner.ids(), [kept.id]);
      assert.ok(!behind.ids().includes(dropped.id));
      const told = [behind, beginner].map(({ problems }) =>
        problems.filter((problem) => problem instanceof PositionLostError),
      );
      assert.deepEqual(
        told.map(({ length }) => length),
        [2, 1],
      );
    });

    test("an erased user's events are gone and stay away, but for those that tell of it; or retention's", async () => {
      const userId = randomUUID();
      const [early, late] = [anEvent({ userId }), anEvent({ userId })];
      const deleted = anEvent({ userId, topic: "users.deleted", type: "finflow.users.deleted.v1" });
      await log.append([early]);
      await log.eraseUser(userId);
      await log.append([late, deleted]);
      const last = anEvent();
      await log.append([last]);
      const consumer = consume({ topics: ["users.deleted", "transactions.created"] });
      await consumer.until(() => consumer.ids().includes(last.id) && consumer.ids().includes(deleted.id));
      assert.deepEqual(
        consumer.ids().filter((id) => id === early.id || id === late.id),
        under.erases === "at once" ? [] : [early.id, late.id],
      );
    });
  });
}
