import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { EventLog } from "@finflow/event-log/event-log";
import { aConsumer } from "@finflow/event-log/event-log.contract";
import { createKafkaEventLog } from "@finflow/event-log/kafka-event-log";
import { createKafkaTopics } from "@finflow/event-log/kafka-topics";
import { enqueue, outboxDdl } from "@finflow/event-log/outbox";
import { createRelay, type Relay } from "@finflow/event-log/relay";
import { type Kafka, startKafka } from "@finflow/local-servers/kafka";
import { createPool } from "@finflow/postgres/pool";
import { startTestPostgres, type TestPostgres } from "@finflow/postgres/test-database";
import { transaction } from "@finflow/postgres/transaction";
import type { Pool } from "pg";

let folder = "";
let kafka: Kafka;
let postgres: TestPostgres;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "finflow-kafka-relay-"));
  [kafka, postgres] = await Promise.all([startKafka(folder, 3), startTestPostgres()]);
  await createKafkaTopics({ bootstrap: kafka.bootstrap });
});
after(async () => {
  await kafka?.stop();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

let pool: Pool;
let log: EventLog;
let relays: Relay[];
beforeEach(async () => {
  const config = await postgres.createDatabase("outbox");
  pool = createPool({ config, name: "outbox", max: 8, statementTimeoutMs: 20_000, onIdleError: () => {} });
  await pool.query(outboxDdl);
  log = createKafkaEventLog({ bootstrap: kafka.bootstrap, clientId: "test" });
  relays = [];
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  await log.close();
  await pool.end();
});

function startRelay(): Relay {
  const relay = createRelay({ pool, log, source: "finflow.test", onProblem: () => {}, pollMs: 50 });
  relays.push(relay);
  return relay;
}

/** A user's nth change, as the data says. */
const change = (userId: string, revision: number, bytes = 4) => {
  const data = Buffer.alloc(bytes);
  data.writeInt32BE(revision);
  return { topic: "transactions.created" as const, type: "finflow.transactions.created.v1", userId, data };
};

/** The revisions of a user in the order in which each came first. */
function revisionsOf(consumer: ReturnType<typeof aConsumer>, userId: string): number[] {
  const ofUser = consumer.taken.filter((event) => event.userId === userId);
  return [...new Set(ofUser.map(({ data }) => Buffer.from(data).readInt32BE()))];
}

/** Ends the session of the relay that sends. */
async function endLeader(): Promise<number> {
  const { rowCount } = await pool.query(
    `select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and granted
        and database = (select oid from pg_database where datname = current_database())`,
  );
  return rowCount ?? 0;
}

test("while relays and a broker die, every change arrives, each user's in their order", async () => {
  const users = Array.from({ length: 6 }, () => randomUUID());
  const revisions = 60;
  const consumer = aConsumer(log, { consumer: `test-${randomUUID()}` });
  const [one, other] = [startRelay(), startRelay()];
  await Promise.race([one.leading, other.leading]);
  let ended = 0;
  for (let revision = 1; revision <= revisions; revision++) {
    for (const userId of users) {
      await transaction(pool, (tx) => enqueue(tx, [change(userId, revision)]));
    }
    if (revision % 15 === 0) ended += await endLeader();
    // Of three copies two have to acknowledge: the other two brokers go on, under new leaders.
    if (revision === 20) await kafka.brokers[0]!.kill();
    if (revision === 50) await kafka.restart(0);
    await sleep(20);
  }
  assert.ok(ended > 0, "no relay led");
  const all = Array.from({ length: revisions }, (_, index) => index + 1);
  await consumer.until(() => users.every((userId) => revisionsOf(consumer, userId).length === revisions));
  for (const userId of users) assert.deepEqual(revisionsOf(consumer, userId), all);
  await Promise.all([one.leading, other.leading]);
});

test("a low number that commits late is sent all the same", async () => {
  const [slowUser, quickUser] = [randomUUID(), randomUUID()];
  const consumer = aConsumer(log, { consumer: `test-${randomUUID()}` });
  startRelay();
  const slow = await pool.connect();
  await slow.query("begin");
  await enqueue({ $client: slow } as never, [change(slowUser, 1)]);
  await transaction(pool, (tx) => enqueue(tx, [change(quickUser, 1)]));
  await consumer.until(() => revisionsOf(consumer, quickUser).length === 1);
  assert.deepEqual(revisionsOf(consumer, slowUser), []);
  await slow.query("commit");
  slow.release();
  await consumer.until(() => revisionsOf(consumer, slowUser).length === 1);
});

test("an outbox that holds more than a broker takes at once is sent in portions", async () => {
  const userId = randomUUID();
  const consumer = aConsumer(log, { consumer: `test-${randomUUID()}` });
  const count = 40;
  await transaction(pool, (tx) =>
    enqueue(
      tx,
      Array.from({ length: count }, (_, index) => change(userId, index + 1, 100_000)),
    ),
  );
  startRelay();
  await consumer.until(() => revisionsOf(consumer, userId).length === count);
  assert.deepEqual(
    revisionsOf(consumer, userId),
    Array.from({ length: count }, (_, index) => index + 1),
  );
});
