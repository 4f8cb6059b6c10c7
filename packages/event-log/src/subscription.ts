import { isUnavailable, sqlState } from "@finflow/postgres/postgres-failure";
import type { LogEvent, Topic } from "./event.ts";
import type { Batch, EventLog, Place, Subscription } from "./event-log.ts";
import { PoisonError } from "./event-log-error.ts";
import { inTracesOf } from "./event-spans.ts";
import { type Backoff, delayBefore, pause } from "./wait.ts";

export type SubscriptionOptions = {
  readonly log: EventLog;
  /** A name that stays: positions and dead letters are kept under it. */
  readonly consumer: string;
  readonly topics: readonly Topic[];
  /** Sources whose watermarks `apply` wants, in batches that may have no events; none when left out. */
  readonly watermarksOf?: readonly string[];
  /** The position kept in the consumer's own store; undefined before the first batch. */
  readonly startAt: (topic: Topic, partition: number) => Promise<string | undefined>;
  /**
   * Makes good what may have been missed, and keeps `place.position`; see {@link Subscriber}. Where the topic is
   * never pruned, keeping the position is enough: everything comes again.
   */
  readonly onPositionLost: (place: Place, signal: AbortSignal) => Promise<void>;
  /**
   * Takes a batch: everything it changes and `batch.position` in one transaction. Batches may come again, cut
   * otherwise. A batch without events carries watermarks. Throw {@link PoisonError} for what can never be taken.
   */
  readonly apply: (batch: Batch, signal: AbortSignal) => Promise<void>;
  /**
   * Moves past an event that now lies in the dead-letter queue: notes that the user's figures miss something,
   * and `batch.position`, in one transaction. `batch.events` is empty.
   */
  readonly skip: (batch: Batch, event: LogEvent, cause: Error, signal: AbortSignal) => Promise<void>;
  /** Told of each failed attempt and of each dead letter, for the log and the metrics. */
  readonly onProblem: (error: unknown) => void;
  readonly backoff?: Backoff;
};

/**
 * Runs a consumer. A store or a log that does not answer is asked again for ever, with growing pauses. A batch
 * that fails for another reason is taken event by event; the one that is poison goes to the dead-letter queue
 * with its cause, and the rest goes on.
 */
export function createSubscription(options: SubscriptionOptions): Subscription {
  const { log, consumer, topics, watermarksOf, startAt, onPositionLost, onProblem } = options;
  return log.subscribe({
    consumer,
    topics,
    watermarksOf,
    startAt,
    onPositionLost,
    onProblem,
    deliver: (batch, signal, onAttempt) => deliver(options, batch, { signal, onAttempt }),
  });
}

type Delivery = { signal: AbortSignal; onAttempt: () => void };

async function deliver(options: SubscriptionOptions, batch: Batch, delivery: Delivery): Promise<void> {
  const { signal } = delivery;
  const [event] = batch.events;
  // Without events there is nothing to blame but the consumer, which is tried again.
  const isFinal = event === undefined ? neverFinal : isPoison;
  const apply = () => inTracesOf(options.consumer, batch, () => options.apply(batch, signal));
  const poison = await attempt(options, delivery, apply, isFinal);
  if (poison === undefined || event === undefined) return;
  if (batch.events.length > 1) {
    for (const part of oneByOne(batch)) {
      await deliver(options, part, delivery);
      delivery.onAttempt();
    }
    return;
  }
  options.onProblem(poison);
  const letter = { event, consumer: options.consumer, cause: `${poison.name}: ${poison.message}` };
  await attempt(options, delivery, () => options.log.addDeadLetter(letter));
  await attempt(options, delivery, () => options.skip({ ...batch, events: [] }, event, poison, signal));
}

/** Each part ends where its event does; the last has what the batch says beyond its events. */
function* oneByOne(batch: Batch): Generator<Batch> {
  const last = batch.events.length - 1;
  for (const [index, event] of batch.events.entries()) {
    if (index === last) yield { ...batch, events: [event] };
    else yield { ...batch, events: [event], position: event.position, watermarks: new Map() };
  }
}

const defaultBackoff: Backoff = { first: 100, longest: 10_000 };

/**
 * Tries until it works, or until the error is one that `isFinal`.
 *
 * @returns that error, or undefined once it worked
 * @throws the signal's reason after an abort
 */
async function attempt(
  options: SubscriptionOptions,
  { signal, onAttempt }: Delivery,
  work: () => Promise<void>,
  isFinal: (error: unknown) => error is Error = neverFinal,
): Promise<Error | undefined> {
  for (let failures = 0; ; failures++) {
    signal.throwIfAborted();
    try {
      await work();
      return undefined;
    } catch (error) {
      signal.throwIfAborted();
      if (isFinal(error)) return error;
      options.onProblem(error);
      onAttempt();
      await pause(delayBefore(failures, options.backoff ?? defaultBackoff), signal);
    }
  }
}

const neverFinal = (_error: unknown): _error is Error => false;

/**
 * Whether the message is to blame: the consumer says so; PostgreSQL refuses its data (classes 22 and 23); or it
 * ran into a bug, which the next attempt would meet again. Everything else may be the store, which is asked on.
 */
function isPoison(error: unknown): error is Error {
  if (error instanceof PoisonError) return true;
  if (isUnavailable(error)) return false;
  const state = sqlState(error);
  if (state !== undefined) return state.startsWith("22") || state.startsWith("23");
  // Clients wrap a broken connection into a TypeError with a cause.
  const isBug = error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
  return isBug && error.cause === undefined;
}
