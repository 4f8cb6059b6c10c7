import { create, toBinary } from "@bufbuild/protobuf";
import { decodeEvent } from "@finflow/event-log/decode-event";
import type { LogEvent } from "@finflow/event-log/event";
import type { Batch, EventLog } from "@finflow/event-log/event-log";
import { createSubscription } from "@finflow/event-log/subscription";
import { TransactionsChangedSchema } from "@finflow/gen/finflow/events/v1/transactions_changed_pb";
import { UserDeletedSchema, UserErasedSchema } from "@finflow/gen/finflow/events/v1/users_pb";
import { damageUsers, type UploadUsers } from "./compare-users.ts";
import type { ProjectionStore, ReceivedChunk } from "./projection-store.ts";
import type { ProjectionTransactions } from "./projection-transactions.ts";
import { type ReadRow, readChunk } from "./read-change.ts";
import { rowsSource, rowsTopic } from "./rows-topic.ts";

export type ProjectorOptions<Row, Tx> = {
  /** The service whose read model it is: its consumer's name, and what it signs erasures with. */
  service: string;
  log: EventLog;
  store: ProjectionStore<Row, Tx>;
  transactions: ProjectionTransactions<Tx>;
  readRow: ReadRow<Row>;
  /** What the read model is compared with where the log lost what comes next. */
  upload: UploadUsers;
  /** Erases what the service keeps of a user beside its projection, in the same transaction. */
  eraseMore?: (tx: Tx, userId: string) => Promise<void>;
  onProblem: (error: unknown) => void;
};

export type Projector = { stop: () => Promise<void> };

/**
 * Feeds a read model from the log: row changes into its store, deletions of users into erasing. A batch, the position
 * after it (where the log does not keep it) and its watermarks are one transaction.
 */
export function startProjector<Row, Tx>(options: ProjectorOptions<Row, Tx>): Projector {
  const { service, log, transactions, onProblem } = options;
  const consumer = `finflow.${service}`;
  const oneAtATime = createTurns();
  const subscriptions = ([rowsTopic, "users.deleted"] as const).map((topic) =>
    createSubscription({
      ...{ log, consumer, onProblem },
      topics: [topic],
      // Without these figures would count as stale three seconds after the user's last change.
      ...(topic === rowsTopic && { watermarksOf: [rowsSource] }),
      startAt: (name, partition) => transactions.readPosition(consumer, name, partition),
      // Deletions are never pruned: they only come again.
      onPositionLost: async (place, signal) => {
        if (topic === rowsTopic) await damageUsers(options.store, options.upload, "different", signal);
        await transactions.run((tx) => transactions.keepPosition(tx, consumer, place));
      },
      apply:
        topic === "users.deleted"
          ? (batch) => applyDeletions(options, consumer, batch)
          : (batch, signal) => applyChanges(options, consumer, oneAtATime, batch, signal),
      skip: (batch, event, _cause, signal) => skip(options, consumer, batch, event, signal),
    }),
  );
  return {
    stop: async () => {
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
    },
  };
}

async function applyChanges<Row, Tx>(
  { transactions, store, readRow }: ProjectorOptions<Row, Tx>,
  consumer: string,
  oneAtATime: Turns,
  batch: Batch,
  signal: AbortSignal,
): Promise<void> {
  // Read before the transaction: what cannot be read must not hold locks.
  const chunks = batch.events.map((event) => ({
    chunk: readChunk(decodeEvent(TransactionsChangedSchema, event), readRow),
    committed: event.time,
  }));
  for (const part of partsOf(batch, chunks)) {
    const apply = async (tx: Tx) => {
      await store.apply(tx, part.chunks);
      await transactions.keepWatermarks(tx, part.batch);
      await transactions.keepPosition(tx, consumer, part.batch);
    };
    await oneAtATime(() => transactions.run(apply, { signal }));
  }
}

/** Runs what it is given one after the other, whether the one before worked or not. */
type Turns = (work: () => Promise<void>) => Promise<void>;

function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}

/**
 * Rows of a transaction, unless one event has more: those of MongoDB are for about a thousand documents. A process has one
 * of them open at a time, whatever partitions it has: six at once of a thousand rows cost MongoDB four times the
 * processor time of one after the other.
 */
const mostRows = 1_000;

/** Stretches of a batch that are small enough for a transaction; the last has what the batch says beyond its events. */
function* partsOf<Row>(
  batch: Batch,
  chunks: readonly ReceivedChunk<Row>[],
): Generator<{ batch: Batch; chunks: readonly ReceivedChunk<Row>[] }> {
  let [begin, rows] = [0, 0];
  for (const [at, { chunk }] of chunks.entries()) {
    if (at > begin && rows + chunk.changes.length > mostRows) {
      const { position } = batch.events[at - 1]!;
      const events = batch.events.slice(begin, at);
      yield { batch: { ...batch, events, position, watermarks: new Map() }, chunks: chunks.slice(begin, at) };
      [begin, rows] = [at, 0];
    }
    rows += chunk.changes.length;
  }
  yield { batch: { ...batch, events: batch.events.slice(begin) }, chunks: chunks.slice(begin) };
}

/** Erases, says so in the log, and only then moves on: a repetition says the same again under the same id. */
async function applyDeletions<Row, Tx>(
  { service, transactions, store, log, eraseMore }: ProjectorOptions<Row, Tx>,
  consumer: string,
  batch: Batch,
): Promise<void> {
  const deleted = batch.events.map((event) => ({ event, ...decodeEvent(UserDeletedSchema, event) }));
  for (const { event, userId } of deleted) {
    await transactions.run(async (tx) => {
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
  await transactions.run((tx) => transactions.keepPosition(tx, consumer, batch));
}

/** What lies in the dead-letter queue is missing from its user's figures, whoever the event says that is. */
async function skip<Row, Tx>(
  { transactions, store }: ProjectorOptions<Row, Tx>,
  consumer: string,
  batch: Batch,
  event: LogEvent,
  signal: AbortSignal,
): Promise<void> {
  await transactions.run(
    async (tx) => {
      await store.markDamaged(tx, event.userId);
      await transactions.keepPosition(tx, consumer, batch);
    },
    { signal },
  );
}
