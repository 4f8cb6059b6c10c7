import type { Metrics } from "@finflow/telemetry/metrics";
import type { Pool } from "pg";
import type { Topic } from "./event.ts";
import { consumerGauges } from "./event-gauges.ts";
import type { Batch, Subscriber } from "./event-log.ts";
import { PositionLostError } from "./event-log-error.ts";
import { type EventRow, eventColumns, eventOf } from "./postgres-event-rows.ts";
import type { LogListener } from "./postgres-log-listener.ts";
import { type Backoff, delayBefore, pause } from "./wait.ts";

export type ReadOptions = {
  readonly pool: Pool;
  readonly listener: LogListener;
  readonly subscriber: Subscriber;
  readonly topic: Topic;
  readonly pollMs: number;
  readonly batchSize: number;
  readonly metrics: Metrics | undefined;
};

const backoff: Backoff = { first: 100, longest: 10_000 };
/** How often the log is told of a consumer's position, for pruning. */
const acknowledgeEveryMs = 10_000;
/** How often what waits is counted while it is more than a page, and how much of it at most. */
const countEveryMs = 5_000;
const mostCounted = 100_000;

/** Reads a topic for a consumer until aborted: from its own position, in order, a batch at a time. */
export async function readTopic(options: ReadOptions, signal: AbortSignal): Promise<void> {
  const bell = options.listener.join(options.topic);
  for (let failures = 0; !signal.aborted; ) {
    try {
      await readFrom(options, bell, signal, () => {
        failures = 0;
      });
    } catch (error) {
      if (signal.aborted) break;
      options.subscriber.onProblem(error);
      await pause(delayBefore(failures++, backoff), signal);
    }
  }
  options.listener.leave(bell);
}

async function readFrom(
  options: ReadOptions,
  bell: ReturnType<LogListener["join"]>,
  signal: AbortSignal,
  onProgress: () => void,
): Promise<void> {
  const { pool, subscriber, topic, pollMs, batchSize } = options;
  const tellLag = createLagTeller(options);
  let position = await subscriber.startAt(topic, 0);
  await register(pool, subscriber.consumer, topic, position ?? "0");
  let acknowledgeAt = performance.now() + acknowledgeEveryMs;
  let delivered: ReadonlyMap<string, Date> = new Map();
  while (!signal.aborted) {
    const { events, watermarks, prunedThrough, last } = await read(options, position ?? "0");
    onProgress();
    if (BigInt(position ?? "0") < BigInt(prunedThrough) || BigInt(position ?? "0") > BigInt(last)) {
      subscriber.onProblem(new PositionLostError(subscriber.consumer, topic, position, prunedThrough));
      await subscriber.onPositionLost({ topic, partition: 0, position: prunedThrough }, signal);
      position = await subscriber.startAt(topic, 0);
      await register(pool, subscriber.consumer, topic, position ?? "0");
      continue;
    }
    await tellLag(events.length, position ?? "0");
    // What a watermark speaks of may still be unread when the batch is full.
    const reached = events.length < batchSize ? watermarks : delivered;
    if (events.length === 0 && isSame(reached, delivered)) {
      await bell.wait(pollMs, signal);
      continue;
    }
    const batch: Batch = {
      topic,
      partition: 0,
      events,
      position: events.at(-1)?.position ?? position ?? prunedThrough,
      watermarks: reached,
    };
    await subscriber.deliver(batch, signal, () => {});
    position = batch.position;
    delivered = reached;
    if (performance.now() >= acknowledgeAt) {
      await register(pool, subscriber.consumer, topic, position);
      acknowledgeAt = performance.now() + acknowledgeEveryMs;
    }
  }
}

/** In one statement, and so one snapshot: a watermark that is seen comes with every event it speaks of. */
async function read({ pool, topic, batchSize, subscriber }: ReadOptions, position: string) {
  type Row = EventRow & {
    sequence: string | null;
    watermarks: Record<string, string> | null;
    pruned: string | null;
    last: string;
  };
  const { rows } = await pool.query<Row>(
    `select page.*,
            (select json_object_agg(source, at) from log_watermarks where source = any($4)) as watermarks,
            (select pruned_through from log_topics where topic = $1) as pruned,
            (select last_value from log_events_sequence_seq) as last
       from (values (1)) as always
       left join lateral (
         select sequence, ${eventColumns} from log_events
          where topic = $1 and sequence > $2 order by sequence limit $3
       ) page on true
      order by sequence`,
    [topic, position, batchSize, subscriber.watermarksOf ?? []],
  );
  return {
    events: rows.flatMap((row) =>
      row.sequence === null ? [] : [{ ...eventOf(row), position: row.sequence }],
    ),
    watermarks: new Map(
      Object.entries(rows[0]?.watermarks ?? {}).map(([source, at]) => [source, new Date(at)]),
    ),
    prunedThrough: rows[0]?.pruned ?? "0",
    last: rows[0]?.last ?? "0",
  };
}

/** Tells what waits after a position. A whole page says no more than that there is more, so then it is counted. */
function createLagTeller({ pool, topic, batchSize, subscriber: { consumer }, metrics }: ReadOptions) {
  const gauges = metrics && consumerGauges(metrics);
  const labels = { consumer, topic };
  let countDue = 0;
  return async (found: number, position: string): Promise<void> => {
    if (!gauges) return;
    if (found === 0) gauges.lastProgress.set(labels, Date.now() / 1_000);
    if (found < batchSize) return gauges.lag.set(labels, found);
    if (performance.now() < countDue) return;
    countDue = performance.now() + countEveryMs;
    const { rows } = await pool.query<{ waiting: number }>(
      `select count(*)::int as waiting
         from (select from log_events where topic = $1 and sequence > $2 limit $3) waiting`,
      [topic, position, mostCounted],
    );
    gauges.lag.set(labels, rows[0]?.waiting ?? 0);
  };
}

async function register(pool: Pool, consumer: string, topic: Topic, position: string): Promise<void> {
  await pool.query(
    `insert into log_consumers (consumer, topic, position) values ($1, $2, $3)
     on conflict (consumer, topic) do update set position = excluded.position, seen_at = now()`,
    [consumer, topic, position],
  );
}

function isSame(one: ReadonlyMap<string, Date>, other: ReadonlyMap<string, Date>): boolean {
  return (
    one.size === other.size && [...one].every(([source, at]) => other.get(source)?.getTime() === at.getTime())
  );
}
