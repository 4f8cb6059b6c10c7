import { create, toBinary } from "@bufbuild/protobuf";
import { keepPosition, readPosition } from "@finflow/event-log/consumer-positions";
import { decodeEvent } from "@finflow/event-log/decode-event";
import type { LogEvent } from "@finflow/event-log/event";
import type { Batch, EventLog } from "@finflow/event-log/event-log";
import { createSubscription } from "@finflow/event-log/subscription";
import { TransactionsChangedSchema } from "@finflow/gen/finflow/events/v1/transactions_changed_pb";
import { UserDeletedSchema, UserErasedSchema } from "@finflow/gen/finflow/events/v1/users_pb";
import { database, type Transaction } from "@finflow/postgres/database";
import { transaction } from "@finflow/postgres/transaction";
import type { Pool } from "pg";
import { damageUsers, type UploadUsers } from "./compare-users.ts";
import { keepWatermarks } from "./postgres-watermarks.ts";
import type { ProjectionStore } from "./projection-store.ts";
import { type ReadRow, readChunk } from "./read-change.ts";
import { rowsSource, rowsTopic } from "./rows-topic.ts";

export type ProjectorOptions<Row> = {
  /** The service whose read model it is: its consumer's name, and what it signs erasures with. */
  service: string;
  log: EventLog;
  pool: Pool;
  store: ProjectionStore<Row, Transaction>;
  readRow: ReadRow<Row>;
  /** What the read model is compared with where the log lost what comes next. */
  upload: UploadUsers;
  /** Erases what the service keeps of a user beside its projection, in the same transaction. */
  eraseMore?: (tx: Transaction, userId: string) => Promise<void>;
  onProblem: (error: unknown) => void;
};

export type Projector = { stop: () => Promise<void> };

/**
 * Feeds a read model in PostgreSQL from the log: row changes into its store, deletions of users into erasing.
 * A batch, the position after it and its watermarks are one transaction.
 */
export function startProjector<Row>(options: ProjectorOptions<Row>): Projector {
  const { service, log, pool, onProblem } = options;
  const db = database(pool);
  const consumer = `finflow.${service}`;
  const subscriptions = ([rowsTopic, "users.deleted"] as const).map((topic) =>
    createSubscription({
      ...{ log, consumer, onProblem },
      topics: [topic],
      // Without these figures would count as stale three seconds after the user's last change.
      ...(topic === rowsTopic && { watermarksOf: [rowsSource] }),
      startAt: (name, partition) => readPosition(db, consumer, name, partition),
      // Deletions are never pruned: they only come again.
      onPositionLost: async (place, signal) => {
        if (topic === rowsTopic) await damageUsers(options.store, options.upload, "different", signal);
        await keepPosition(db, consumer, place);
      },
      apply:
        topic === "users.deleted"
          ? (batch) => applyDeletions(options, consumer, batch)
          : (batch, signal) => applyChanges(options, consumer, batch, signal),
      skip: (batch, event, _cause, signal) => skip(options, consumer, batch, event, signal),
    }),
  );
  return {
    stop: async () => {
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
    },
  };
}

async function applyChanges<Row>(
  { pool, store, readRow }: ProjectorOptions<Row>,
  consumer: string,
  batch: Batch,
  signal: AbortSignal,
): Promise<void> {
  // Read before the transaction: what cannot be read must not hold locks.
  const chunks = batch.events.map((event) => ({
    chunk: readChunk(decodeEvent(TransactionsChangedSchema, event), readRow),
    committed: event.time,
  }));
  await transaction(
    pool,
    async (tx) => {
      // In the order of users, so that two consumers of other partitions cannot wait for each other.
      for (const { chunk, committed } of chunks.sort((a, b) => compare(a.chunk.userId, b.chunk.userId))) {
        await store.apply(tx, chunk, committed);
      }
      await keepWatermarks(tx, batch);
      await keepPosition(tx, consumer, batch);
    },
    { signal },
  );
}

/** Erases, says so in the log, and only then moves on: a repetition says the same again under the same id. */
async function applyDeletions<Row>(
  { service, pool, store, log, eraseMore }: ProjectorOptions<Row>,
  consumer: string,
  batch: Batch,
): Promise<void> {
  const deleted = batch.events.map((event) => ({ event, ...decodeEvent(UserDeletedSchema, event) }));
  for (const { event, userId } of deleted) {
    await transaction(pool, async (tx) => {
      await store.erase(tx, userId);
      await eraseMore?.(tx, userId);
    });
    await log.append([
      {
        id: event.id,
        source: `finflow.${service}`,
        topic: "users.erased",
        type: "finflow.users.erased.v1",
        userId,
        data: toBinary(UserErasedSchema, create(UserErasedSchema, { userId, service })),
        time: new Date(),
        traceparent: event.traceparent,
      },
    ]);
  }
  await transaction(pool, (tx) => keepPosition(tx, consumer, batch));
}

/** What lies in the dead-letter queue is missing from its user's figures, whoever the event says that is. */
async function skip<Row>(
  { pool, store }: ProjectorOptions<Row>,
  consumer: string,
  batch: Batch,
  event: LogEvent,
  signal: AbortSignal,
): Promise<void> {
  await transaction(
    pool,
    async (tx) => {
      await store.markDamaged(tx, event.userId);
      await keepPosition(tx, consumer, batch);
    },
    { signal },
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
