import type { LogEvent, Topic } from "./event.ts";

/**
 * What services know of the log, whether it is a PostgreSQL table or Kafka. Not in it: reading at random, and
 * waiting for a consumer. Both adapters run `event-log.contract.ts`.
 */
export type EventLog = {
  /**
   * Adds events in this order; when it returns they are kept. On an error any part may have been kept: send the
   * same again. An event already there (by source and id) is kept once, or at least arrives as a repetition.
   */
  readonly append: (events: readonly LogEvent[]) => Promise<void>;
  /**
   * States that every event of `source` from before `at` was appended. Arrives at each consumer after those.
   */
  readonly publishWatermark: (source: string, at: Date) => Promise<void>;
  /** Delivers batches, one at a time per topic and partition, until stopped. */
  readonly subscribe: (subscriber: Subscriber) => Subscription;
  /** Puts an event that a consumer cannot take beside the topic. Again does nothing. */
  readonly addDeadLetter: (letter: DeadLetter) => Promise<void>;
  /** The newest dead letters of a topic, at most a thousand. */
  readonly deadLetters: (topic: Topic) => Promise<KeptDeadLetter[]>;
  /**
   * Sends the event of a dead letter to every consumer of its topic once more, under its own source and id, and takes
   * the letter away. Where it fails again it becomes a letter again. On an error any part may be done: do it again.
   */
  readonly replay: (letter: KeptDeadLetter) => Promise<void>;
  /**
   * Removes a user's events, dead letters too, and refuses later ones, but for those that tell of erasing. Kafka
   * holds them up to its retention.
   */
  readonly eraseUser: (userId: string) => Promise<void>;
  /** Rejects while the log does not answer. */
  readonly check: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Place = {
  readonly topic: Topic;
  /** 0 where the log has none. */
  readonly partition: number;
  /** Where to go on: what `startAt` must answer once this was taken. Opaque. */
  readonly position: string;
};

/** Its position is where it ends. */
export type Batch = Place & {
  /** Each with the position that stands after it. */
  readonly events: readonly (LogEvent & { readonly position: string })[];
  /** For each source asked for, the time up to which this batch and those before it hold everything. */
  readonly watermarks: ReadonlyMap<string, Date>;
};

export type Subscriber = {
  /** Whose position it is; each consumer gets every event. */
  readonly consumer: string;
  readonly topics: readonly Topic[];
  /** Sources whose watermarks are delivered, once a second when nothing happens; none when left out. */
  readonly watermarksOf?: readonly string[];
  /** The position kept with what was taken, undefined before the first batch. Where Kafka keeps it, not asked. */
  readonly startAt: (topic: Topic, partition: number) => Promise<string | undefined>;
  /**
   * Called where the log does not hold what comes after the position: it was pruned past it, or restored from a
   * backup, or this consumer is new and the log no longer begins at its beginning. Who subscribes makes good what
   * it may have missed and keeps `place.position`, from which delivery goes on. Called again while it rejects.
   */
  readonly onPositionLost: (place: Place, signal: AbortSignal) => Promise<void>;
  /**
   * Resolves once the batch is taken; the next one comes after. Rejects only because `signal` was aborted. Calls
   * `onAttempt` after each attempt that leaves more to do: who waits for its store has not gone silent.
   */
  readonly deliver: (batch: Batch, signal: AbortSignal, onAttempt: () => void) => Promise<void>;
  /** Told of a log that does not answer; it is asked again. */
  readonly onProblem: (error: unknown) => void;
};

export type Subscription = { readonly stop: () => Promise<void> };

export type DeadLetter = {
  readonly event: LogEvent;
  readonly consumer: string;
  /** Why it could not be taken: an error's name and message. */
  readonly cause: string;
};

export type KeptDeadLetter = DeadLetter & {
  readonly failedAt: Date;
  /** Which of the letters it is, where an event has failed more than once. Opaque. */
  readonly position: string;
};
