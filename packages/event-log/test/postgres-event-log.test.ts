import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { migrate } from "@finflow/postgres/migrate";
import { createPool } from "@finflow/postgres/pool";
import { startTestPostgres, type TestPostgres } from "@finflow/postgres/test-database";
import type { Pool } from "pg";
import type { Topic } from "../src/event.ts";
import { aConsumer, anEvent, eventLogContract } from "../src/event-log.contract.ts";
import type { EventLog } from "../src/event-log.ts";
import { createPostgresEventLog } from "../src/postgres-event-log.ts";
import { dropEvents, pruneLog } from "../src/prune-log.ts";

let server: TestPostgres;
before(async () => {
  server = await startTestPostgres();
});
after(() => server?.stop());

async function openLog() {
  const config = await server.createDatabase("events");
  const pool = createPool({
    config,
    name: "event-log",
    max: 12,
    statementTimeoutMs: 20_000,
    onIdleError: () => {},
  });
  await migrate(pool, join(import.meta.dirname, "../migrations"));
  const log = createPostgresEventLog({ pool, onProblem: () => {}, pollMs: 20, batchSize: 7 });
  return {
    pool,
    log,
    dropEvents: (topic: Topic) => dropEvents(pool, topic),
    close: async () => {
      await log.close();
      await pool.end();
    },
  };
}

eventLogContract("a PostgreSQL table", { open: openLog, erases: "at once" });

describe("the PostgreSQL event log", () => {
  let pool: Pool;
  let log: EventLog;
  let close: () => Promise<void>;
  before(async () => {
    ({ pool, log, close } = await openLog());
  });
  after(() => close?.());

  test("a reader that races with appenders misses nothing, and sees everything once and in one order", async () => {
    const consumers = [aConsumer(log, { consumer: "racing-1" }), aConsumer(log, { consumer: "racing-2" })];
    const appended: string[] = [];
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let round = 0; round < 12; round++) {
          const events = [anEvent(), anEvent({ topic: "users.deleted" }), anEvent()];
          await log.append(events);
          appended.push(
            ...events.filter(({ topic }) => topic === "transactions.created").map(({ id }) => id),
          );
        }
      }),
    );
    for (const consumer of consumers) {
      await consumer.until(() => consumer.taken.length >= appended.length);
      assert.deepEqual(consumer.ids().toSorted(), appended.toSorted());
      assert.deepEqual(consumer.ids(), consumers[0]?.ids());
      await consumer.stop();
    }
  });

  test("two that append the same at once add it once", async () => {
    const consumer = aConsumer(log, { consumer: "doubled" });
    const events = Array.from({ length: 10 }, () => anEvent());
    await Promise.all([log.append(events), log.append(events), log.append([...events].reverse())]);
    const last = anEvent();
    await log.append([last]);
    await consumer.until(() => consumer.ids().includes(last.id));
    const counted = consumer.ids().filter((id) => events.some((event) => event.id === id));
    assert.equal(counted.length, events.length);
    await consumer.stop();
  });

  test("connections cut under reader and listener only delay", async () => {
    const problems: unknown[] = [];
    const consumer = aConsumer(log, { consumer: "cut", onProblem: (error) => problems.push(error) });
    const ids: string[] = [];
    for (let round = 0; round < 5; round++) {
      const event = anEvent();
      await log.append([event]);
      ids.push(event.id);
      await pool
        .query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
        )
        .catch(() => {});
    }
    await consumer.until(() => ids.every((id) => consumer.ids().includes(id)));
    assert.deepEqual(
      consumer.ids().filter((id) => ids.includes(id)),
      ids,
    );
    await consumer.stop();
  });

  test("an append that races with erasing leaves nothing of the user", async () => {
    const userId = randomUUID();
    const appends = Array.from({ length: 20 }, () => log.append([anEvent({ userId }), anEvent()]));
    await log.eraseUser(userId);
    await Promise.all(appends);
    assert.equal((await pool.query("select 1 from log_events where user_id = $1", [userId])).rowCount, 0);
  });

  test("erasing takes dead letters along, and no new one comes", async () => {
    const event = anEvent();
    await log.addDeadLetter({ event, consumer: "test", cause: "Error: no" });
    await log.addDeadLetter({ event, consumer: "test", cause: "Error: again" });
    const ofUser = async () =>
      (await log.deadLetters("transactions.created")).filter(
        (letter) => letter.event.userId === event.userId,
      );
    assert.deepEqual(
      (await ofUser()).map(({ cause }) => cause),
      ["Error: no"],
    );
    await log.eraseUser(event.userId);
    await log.addDeadLetter({ event, consumer: "test", cause: "Error: late" });
    assert.deepEqual(await ofUser(), []);
  });
});

/** A position that stands until another one is kept. */
function once(position: string) {
  const positions = [position];
  return async () => positions.shift() ?? "2";
}

describe("pruning the PostgreSQL event log", () => {
  test("keeps what tells of erasing for good", async () => {
    const { pool, log, close } = await openLog();
    try {
      const deleted = anEvent({ topic: "users.deleted" });
      await log.append([deleted]);
      await pool.query("update log_events set appended_at = now() - interval '10 years'");
      await pool.query(
        "insert into log_consumers (consumer, topic, position) values ('all', 'users.deleted', 9)",
      );
      assert.equal(await pruneLog(pool), 0);
      const beginner = aConsumer(log, { consumer: "new", topics: ["users.deleted"] });
      await beginner.until(() => beginner.ids().includes(deleted.id));
      await beginner.stop();
    } finally {
      await close();
    }
  });

  test("waits for every consumer and seven days, and tells who was left behind", async () => {
    const { pool, log, close } = await openLog();
    try {
      const events = [anEvent(), anEvent(), anEvent()];
      await log.append(events);
      assert.equal(await pruneLog(pool), 0, "nobody has read it");
      const consumer = aConsumer(log, { consumer: "reader" });
      await consumer.until(() => consumer.taken.length === 3);
      await consumer.stop();
      const told = async () => (await pool.query("select position from log_consumers")).rows[0]?.position;
      const restarted = aConsumer(log, { consumer: "reader", startAt: async () => lastPosition });
      const lastPosition = consumer.batches.at(-1)?.position;
      while ((await told()) !== lastPosition);
      await restarted.stop();
      assert.equal(await pruneLog(pool), 0, "it is not old enough");
      await pool.query("update log_events set appended_at = now() - interval '8 days' where id <> $1", [
        events[2]?.id,
      ]);
      assert.equal(await pruneLog(pool), 2);

      const behind = aConsumer(log, { consumer: "away for long", startAt: once("1") });
      const beginner = aConsumer(log, { consumer: "new" });
      const ahead = aConsumer(log, { consumer: "of a log before a backup", startAt: once("999999") });
      for (const consumer of [behind, beginner, ahead]) {
        await consumer.until(() => consumer.taken.length === 1);
        assert.deepEqual(
          consumer.lost.map(({ position }) => position),
          ["2"],
        );
        await consumer.stop();
      }
    } finally {
      await close();
    }
  });
});
