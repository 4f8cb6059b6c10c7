import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { migrate } from "@finflow/postgres/migrate";
import { createPool } from "@finflow/postgres/pool";
import { startTestPostgres, type TestPostgres } from "@finflow/postgres/test-database";
import { transaction } from "@finflow/postgres/transaction";
import type { Pool } from "pg";
import type { NewEvent } from "../src/event.ts";
import { aConsumer } from "../src/event-log.contract.ts";
import type { EventLog } from "../src/event-log.ts";
import { enqueue, eraseFromOutbox, outboxDdl } from "../src/outbox.ts";
import { pruneSent } from "../src/outbox-rows.ts";
import { createPostgresEventLog } from "../src/postgres-event-log.ts";
import { createRelay, type Relay, type RelayOptions } from "../src/relay.ts";

const source = "finflow.test";

describe("relay", () => {
  let server: TestPostgres;
  let service: Pool;
  let events: Pool;
  let log: EventLog;
  let relays: Relay[];
  before(async () => {
    server = await startTestPostgres();
  });
  after(() => server?.stop());
  beforeEach(async () => {
    const options = { max: 8, statementTimeoutMs: 20_000, onIdleError: () => {} };
    service = createPool({ config: await server.createDatabase("service"), name: "service", ...options });
    await service.query(outboxDdl);
    events = createPool({ config: await server.createDatabase("events"), name: "events", ...options });
    await migrate(events, join(import.meta.dirname, "../migrations"));
    log = createPostgresEventLog({ pool: events, onProblem: () => {}, pollMs: 20 });
    relays = [];
  });
  afterEach(async () => {
    await Promise.all(relays.map((relay) => relay.stop()));
    await log.close();
    await service.end();
    await events.end();
  });

  const relay = (changes: Partial<RelayOptions> = {}): Relay => {
    const each = createRelay({
      pool: service,
      log,
      source,
      onProblem: () => {},
      pollMs: 20,
      watermarkMs: 20,
      ...changes,
    });
    relays.push(each);
    return each;
  };
  const anEvent = (data: number, userId: string = randomUUID()): NewEvent => ({
    topic: "transactions.created",
    type: "finflow.transactions.created.v1",
    userId,
    data: Uint8Array.of(data),
  });
  const write = (...written: NewEvent[]): Promise<void> => transaction(service, (tx) => enqueue(tx, written));
  const numbers = (consumer: ReturnType<typeof aConsumer>): number[] =>
    consumer.taken.map(({ data }) => data[0] as number);

  test("sends what is committed, in order, and nothing that is rolled back", async () => {
    const consumer = aConsumer(log);
    relay();
    const userId = randomUUID();
    await write(anEvent(1, userId), anEvent(2, userId));
    await assert.rejects(
      transaction(service, async (tx) => {
        await enqueue(tx, [anEvent(99, userId)]);
        throw new Error("no");
      }),
    );
    await write(anEvent(3, userId));
    await consumer.until(() => consumer.taken.length === 3);
    assert.deepEqual(numbers(consumer), [1, 2, 3]);
    const [first] = consumer.taken;
    assert.equal(first?.source, source);
    assert.match(first?.id ?? "", /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    await consumer.stop();
  });

  test("a low number that commits late is sent all the same", async () => {
    const consumer = aConsumer(log);
    relay();
    const slow = await service.connect();
    await slow.query("begin");
    await enqueue({ $client: slow } as never, [anEvent(1)]);
    await write(anEvent(2));
    await consumer.until(() => consumer.taken.length === 1);
    await slow.query("commit");
    slow.release();
    await consumer.until(() => consumer.taken.length === 2);
    assert.deepEqual(numbers(consumer), [2, 1]);
    await consumer.stop();
  });

  test("of two relays one sends; when its session is killed the other takes over", async () => {
    const consumer = aConsumer(log);
    const [one, other] = [relay(), relay()];
    await Promise.race([one.leading, other.leading]);
    for (let n = 0; n < 40; n++) {
      await write(anEvent(n));
      if (n % 10 !== 5) continue;
      await service
        .query(
          `select pg_terminate_backend(pid) from pg_locks
            where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())`,
        )
        .catch(() => {});
    }
    await consumer.until(() => consumer.taken.length === 40);
    assert.deepEqual(
      numbers(consumer).toSorted((a, b) => a - b),
      [...Array(40).keys()],
    );
    await one.stop();
    await write(anEvent(40));
    await consumer.until(() => consumer.taken.length === 41);
    await consumer.stop();
  });

  test("the same rows are sent again when it is unknown whether the log has them, and stand once", async () => {
    const attempts: number[][] = [];
    const problems: unknown[] = [];
    const consumer = aConsumer(log);
    await write(anEvent(1), anEvent(2));
    relay({
      onProblem: (error) => problems.push(error),
      log: {
        ...log,
        append: async (batch) => {
          attempts.push(batch.map(({ data }) => data[0] as number));
          await log.append(batch);
          if (attempts.length < 3) throw new Error("the answer was lost");
        },
      },
    });
    await consumer.until(() => consumer.taken.length === 2);
    while (attempts.length < 3) await new Promise((resolve) => setImmediate(resolve));
    await write(anEvent(3));
    await consumer.until(() => consumer.taken.length === 3);
    assert.deepEqual(attempts, [[1, 2], [1, 2], [1, 2], [3]]);
    assert.deepEqual(numbers(consumer), [1, 2, 3]);
    assert.equal(problems.length, 2);
    await consumer.stop();
  });

  test("a watermark says no more than what was sent", async () => {
    const consumer = aConsumer(log, { watermarksOf: [source] });
    const marks = () => consumer.batches.flatMap((batch) => batch.watermarks.get(source) ?? []);
    const seen: { at: Date; had: number }[] = [];
    relay();
    const sent: Date[] = [];
    for (let n = 0; n < 10; n++) {
      await write(anEvent(n));
      sent.push(new Date());
      const before = marks().length;
      await consumer.until(() => marks().length > before);
    }
    let had = 0;
    for (const batch of consumer.batches) {
      had += batch.events.length;
      const at = batch.watermarks.get(source);
      if (at) seen.push({ at, had });
    }
    for (const { at, had } of seen) {
      const committedBefore = sent.filter((time) => time < at).length;
      assert.ok(
        had >= committedBefore,
        `the watermark ${at.toISOString()} came after ${had} of ${committedBefore}`,
      );
    }
    await consumer.stop();
  });

  test("large rows are sent in portions", async () => {
    const sizes: number[] = [];
    const big = (n: number): NewEvent => ({ ...anEvent(n), data: new Uint8Array(3_000_000).fill(n) });
    await write(big(1), big(2), big(3));
    const consumer = aConsumer(log);
    relay({
      log: {
        ...log,
        append: async (batch) => {
          sizes.push(batch.length);
          await log.append(batch);
        },
      },
    });
    await consumer.until(() => consumer.taken.length === 3);
    assert.deepEqual(sizes, [2, 1]);
    await consumer.stop();
  });

  test("sent rows go after seven days, unsent ones stay", async () => {
    await write(anEvent(1), anEvent(2), anEvent(3));
    const age = (n: number, days: number) =>
      service.query("update outbox set sent_at = now() - make_interval(days => $2) where data = $1", [
        Buffer.of(n),
        days,
      ]);
    await age(1, 8);
    await age(2, 6);
    await service.query("update outbox set time = now() - interval '30 days'");
    const client = await service.connect();
    await pruneSent(client);
    client.release();
    const left = await service.query<{ data: Buffer }>("select data from outbox order by sequence");
    assert.deepEqual(
      left.rows.map(({ data }) => data[0]),
      [2, 3],
    );
  });

  test("erasing a user empties the outbox of it, but for what tells of erasing", async () => {
    const userId = randomUUID();
    const told: NewEvent = { ...anEvent(9, userId), topic: "users.erased", type: "finflow.users.erased.v1" };
    await write(anEvent(1, userId), anEvent(2), told);
    await transaction(service, (tx) => eraseFromOutbox(tx, userId));
    const left = await service.query<{ topic: string }>("select topic from outbox where user_id = $1", [
      userId,
    ]);
    assert.deepEqual(left.rows, [{ topic: "users.erased" }]);
    assert.equal((await service.query("select 1 from outbox")).rowCount, 2);
  });
});
