import type { Metrics } from "@finflow/telemetry/metrics";
import type { Pool, PoolClient } from "pg";
import { relayGauges } from "./event-gauges.ts";
import type { EventLog } from "./event-log.ts";
import { markSent, outboxBatch, pruneSent } from "./outbox-rows.ts";
import { type Backoff, createBell, delayBefore, pause } from "./wait.ts";
import { watchOutbox } from "./watch-outbox.ts";

export type RelayOptions = {
  /** Of the database that holds the outbox. The relay keeps one of its connections for itself. */
  readonly pool: Pool;
  readonly log: EventLog;
  /** CloudEvents' `source` of everything in this outbox, such as `finflow.upload`. */
  readonly source: string;
  /** Told of a database or a log that does not answer; both are tried again for ever. */
  readonly onProblem: (error: unknown) => void;
  /** Rows sent at once. */
  readonly batchSize?: number;
  /** How often the outbox is looked at when no NOTIFY comes, and how often a standby tries to take over. Milliseconds. */
  readonly pollMs?: number;
  /** How often a watermark is published while nothing is unsent. Milliseconds. */
  readonly watermarkMs?: number;
  /** Where what waits in the outbox is told. */
  readonly metrics?: Metrics;
  /** How often the outbox is measured for that. Milliseconds. */
  readonly measureMs?: number;
};

export type Relay = {
  /** Ends after the batch under way. */
  readonly stop: () => Promise<void>;
  /** Resolves when this relay first becomes the one that sends. */
  readonly leading: Promise<void>;
};

const lockKey = 6_108_220_417;
const backoff: Backoff = { first: 100, longest: 5_000 };
const pruneEveryMs = 3_600_000;

/**
 * Sends an outbox to the log. Of all relays of a database one sends at a time: it holds an advisory lock of its
 * session, and another takes over when that session ends. A relay that is cut off may still send what it has
 * read while the next one begins: the same rows, which the log takes once.
 */
export function createRelay(options: RelayOptions): Relay {
  const stopping = new AbortController();
  const leading = Promise.withResolvers<void>();
  const { metrics, pool, source, onProblem, measureMs = 5_000 } = options;
  const isLeader = metrics && relayGauges(metrics).isLeader;
  isLeader?.set({ source }, 0);
  const setLeader = (leads: boolean) => {
    isLeader?.set({ source }, leads ? 1 : 0);
    if (leads) leading.resolve();
  };
  const watch = metrics && { pool, source, metrics, everyMs: measureMs };
  const finished = Promise.all([
    run(options, stopping.signal, setLeader),
    watch && watchOutbox(watch, onProblem, stopping.signal),
  ]);
  return {
    leading: leading.promise,
    stop: async () => {
      stopping.abort();
      await finished;
    },
  };
}

async function run(
  options: RelayOptions,
  signal: AbortSignal,
  setLeader: (leads: boolean) => void,
): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    let client: PoolClient | undefined;
    try {
      client = await options.pool.connect();
      await lead(client, options, signal, () => {
        failures = 0;
        setLeader(true);
      });
    } catch (error) {
      options.onProblem(error);
      await pause(delayBefore(failures++, backoff), signal);
    } finally {
      setLeader(false);
      // Closed, not given back: the lock and the LISTEN end with the session.
      client?.release(true);
    }
  }
}

async function lead(
  client: PoolClient,
  { log, source, pollMs = 500, watermarkMs = 1_000, batchSize = 500 }: RelayOptions,
  signal: AbortSignal,
  onProgress: () => void,
): Promise<void> {
  while (!(await tryLock(client))) {
    await pause(pollMs, signal);
    if (signal.aborted) return;
  }
  const bell = createBell();
  client.on("notification", bell.ring);
  client.on("error", bell.ring);
  await client.query("listen outbox");
  let watermarkDue = 0;
  let pruneDue = 0;
  while (!signal.aborted) {
    const { rows, snapshotTime } = await outboxBatch(client, source, batchSize);
    onProgress();
    if (rows.length > 0) {
      await log.append(rows.map(({ event }) => event));
      await markSent(client, rows);
      continue;
    }
    if (performance.now() >= watermarkDue) {
      await log.publishWatermark(source, snapshotTime);
      watermarkDue = performance.now() + watermarkMs;
    }
    if (performance.now() >= pruneDue) {
      await pruneSent(client);
      pruneDue = performance.now() + pruneEveryMs;
    }
    await bell.wait(Math.min(pollMs, watermarkMs), signal);
  }
}

async function tryLock(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
    lockKey,
  ]);
  return rows[0]?.taken === true;
}
