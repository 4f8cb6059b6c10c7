import type { Batch, Place } from "@finflow/event-log/event-log";

/** Transactions of a read model's store, and what of the log is kept in them. */
export type ProjectionTransactions<Tx> = {
  /** All of it or nothing; `work` may be run again from its beginning. */
  run: (work: (tx: Tx) => Promise<void>, options?: { signal?: AbortSignal }) => Promise<void>;
  /** Undefined where the log keeps positions itself. */
  readPosition: (consumer: string, topic: string, partition: number) => Promise<string | undefined>;
  keepPosition: (tx: Tx, consumer: string, place: Place) => Promise<void>;
  /** Keeps what a batch says of how far it reaches. */
  keepWatermarks: (tx: Tx, batch: Batch) => Promise<void>;
};
