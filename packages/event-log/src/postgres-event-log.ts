import { transaction } from "@finflow/postgres/transaction";
import type { Metrics } from "@finflow/telemetry/metrics";
import type { ClientBase, Pool } from "pg";
import { contentTopics, erasureTopics, type LogEvent, type Topic } from "./event.ts";
import type { DeadLetter, EventLog, KeptDeadLetter, Subscription } from "./event-log.ts";
import { columnsOf, type EventRow, eventColumns, eventOf, unnestEvents } from "./postgres-event-rows.ts";
import { createLogListener } from "./postgres-log-listener.ts";
import { type ReadOptions, readTopic } from "./postgres-log-reader.ts";

export type PostgresEventLogOptions = {
  /** Of the events database, migrated with this package's `migrations`. One connection is kept for LISTEN. */
  readonly pool: Pool;
  /** Told of a LISTEN that broke; it is taken up again, and polling goes on meanwhile. */
  readonly onProblem: (error: unknown) => void;
  /** How often a topic is looked at when no NOTIFY comes. Milliseconds. */
  readonly pollMs?: number;
  /** Events in a batch, at most. */
  readonly batchSize?: number;
  /** Where is told how far consumers are behind. */
  readonly metrics?: Metrics;
};

/** The log of the solo profile: a table that appenders write one after the other and consumers read by number. */
export function createPostgresEventLog(options: PostgresEventLogOptions): EventLog {
  const { pool, onProblem, pollMs = 500, batchSize = 500, metrics } = options;
  const listener = createLogListener(pool, onProblem);
  const subscriptions = new Set<Subscription>();
  return {
    append: (events) => append(pool, events),
    publishWatermark: async (source, at) => {
      await pool.query(
        `insert into log_watermarks (source, at) values ($1, $2)
         on conflict (source) do update set at = greatest(log_watermarks.at, excluded.at)`,
        [source, at],
      );
    },
    subscribe: (subscriber) => {
      const stopping = new AbortController();
      const shared: Omit<ReadOptions, "topic"> = { pool, listener, subscriber, pollMs, batchSize, metrics };
      const loops = subscriber.topics.map((topic) => readTopic({ ...shared, topic }, stopping.signal));
      const subscription: Subscription = {
        stop: async () => {
          stopping.abort();
          subscriptions.delete(subscription);
          await Promise.all(loops);
        },
      };
      subscriptions.add(subscription);
      return subscription;
    },
    addDeadLetter: (letter) => addDeadLetter(pool, letter),
    deadLetters: (topic) => deadLetters(pool, topic),
    replay: (letter) => replay(pool, letter),
    eraseUser: (userId) => eraseUser(pool, userId),
    check: async () => void (await pool.query("select 1")),
    close: async () => {
      await Promise.all([...subscriptions].map((each) => each.stop()));
      await listener.close();
    },
  };
}

/** The lock comes before the first number: so no lower number of the topic can become visible after a higher one. */
export const lockTopic = "select pg_advisory_xact_lock(hashtextextended('log ' || $1, 0))";

/** In one order everywhere, so that two appenders never wait for each other. */
async function lockTopics(client: ClientBase, wanted: readonly Topic[]): Promise<void> {
  for (const topic of [...new Set(wanted)].sort()) await client.query(lockTopic, [topic]);
}

/** Rows of a user that was erased meanwhile are left out. Read after the lock: erasing takes it too. */
const standing = `${unnestEvents} as event (${eventColumns}, ordinal)
  where topic = any($9) or not exists (select from log_erased_users erased where erased.user_id = event.user_id)`;

async function append(pool: Pool, events: readonly LogEvent[]): Promise<void> {
  if (events.length === 0) return;
  const concerned = [...new Set(events.map(({ topic }) => topic))];
  await transaction(pool, async ({ $client }) => {
    await lockTopics($client, concerned);
    await insert($client, events);
  });
}

/** Under the lock of their topics. */
async function insert(client: ClientBase, events: readonly LogEvent[]): Promise<void> {
  await client.query(
    `insert into log_events (${eventColumns}) select ${eventColumns} from ${standing} order by ordinal
     on conflict do nothing`,
    [...columnsOf(events), erasureTopics],
  );
  for (const topic of new Set(events.map((event) => event.topic)))
    await client.query("select pg_notify('log_events', $1)", [topic]);
}

async function addDeadLetter(pool: Pool, { event, consumer, cause }: DeadLetter): Promise<void> {
  await transaction(pool, async ({ $client }) => {
    await lockTopics($client, [event.topic]);
    await $client.query(
      `insert into log_dead_letters (${eventColumns}, consumer, cause)
       select ${eventColumns}, $10, $11 from ${standing} on conflict do nothing`,
      [...columnsOf([event]), erasureTopics, consumer, cause],
    );
  });
}

async function deadLetters(pool: Pool, topic: Topic): Promise<KeptDeadLetter[]> {
  const { rows } = await pool.query<EventRow & { consumer: string; cause: string; failed_at: Date }>(
    `select ${eventColumns}, consumer, cause, failed_at from log_dead_letters
      where topic = $1 order by failed_at desc limit 1000`,
    [topic],
  );
  return rows.map((row) => ({
    ...{ event: eventOf(row), consumer: row.consumer, cause: row.cause },
    ...{ failedAt: row.failed_at, position: row.id },
  }));
}

/** The event is in the log once, so it is taken out and comes in again: with a number that nobody has passed. */
async function replay(pool: Pool, { event, consumer }: KeptDeadLetter): Promise<void> {
  const { userId, source, id, topic } = event;
  await transaction(pool, async ({ $client }) => {
    await lockTopics($client, [topic]);
    await $client.query("delete from log_events where user_id = $1 and source = $2 and id = $3", [
      ...[userId, source, id],
    ]);
    await insert($client, [event]);
    await $client.query(
      `delete from log_dead_letters
        where user_id = $1 and topic = $2 and consumer = $3 and source = $4 and id = $5`,
      [userId, topic, consumer, source, id],
    );
  });
}

/** What an appender wrote before is removed here, what it would write after is refused there. */
async function eraseUser(pool: Pool, userId: string): Promise<void> {
  await transaction(pool, async ({ $client }) => {
    await lockTopics($client, contentTopics);
    await $client.query("insert into log_erased_users (user_id) values ($1) on conflict do nothing", [
      userId,
    ]);
    for (const table of ["log_events", "log_dead_letters"]) {
      await $client.query(`delete from ${table} where user_id = $1 and topic <> all($2)`, [
        userId,
        erasureTopics,
      ]);
    }
  });
}
