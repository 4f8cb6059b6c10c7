import type { Metrics } from "@finflow/telemetry/metrics";
import { Consumer } from "@platformatic/kafka";
import type { Topic } from "./event.ts";
import { type ConsumerGauges, consumerGauges } from "./event-gauges.ts";
import type { Subscriber } from "./event-log.ts";
import { ConsumerStuckError } from "./event-log-error.ts";
import { offsetsOf, type PartitionOffsets } from "./kafka-offsets.ts";
import { pause } from "./wait.ts";

export type WatchOptions = {
  /** Where lag and progress are told. */
  metrics?: Metrics;
  /** How often the brokers are asked for the lag. Milliseconds. */
  lagEveryMs?: number;
  /** For how long a consumer that has records to take may be silent. Milliseconds. */
  stuckAfterMs?: number;
  /**
   * Called for a consumer that has gone silent: this process should end, so that another takes its partitions. By
   * default it tells the subscriber and exits with 1.
   */
  onStuck?: (error: ConsumerStuckError) => void;
};

/** What is seen of a consumer from outside. */
export type ConsumerView = {
  readonly subscriber: Pick<Subscriber, "consumer" | "onProblem">;
  readonly topic: Topic;
  readonly group: string;
  /** Unix time in milliseconds at which a batch was taken last. */
  readonly progressAt: number;
  /** Its partitions; undefined while it is no member of its group. */
  look(): PartitionView[] | undefined;
};

export type PartitionView = {
  partition: number;
  /** Up to where it was taken; undefined before the first record. */
  next: bigint | undefined;
  /** Other than at the last look: something came, or was tried. */
  signs: number;
  /** Nothing can come just now, and for a reason. */
  isBusy: boolean;
};

/**
 * Tells how far a consumer is behind, and finds one that has gone silent: the client has lost its streams without an
 * error more than once. It asks on connections of its own, since those of the consumer may be what is broken.
 *
 * Silent is a partition with records to take of which nothing comes and nothing is tried. A store that is away is no
 * silence: each failed attempt is a sign, and a new process would not reach it either. Brokers that are away are none:
 * then nothing is known. Silence is counted in looks, so that a process that was suspended is not condemned for it.
 */
export async function watchConsumer(
  options: WatchOptions & { bootstrap: readonly string[] },
  view: ConsumerView,
  signal: AbortSignal,
): Promise<void> {
  const { bootstrap, metrics, lagEveryMs = 10_000, stuckAfterMs = 120_000 } = options;
  const { subscriber, topic, group } = view;
  const { onStuck = (error) => exit(error, subscriber) } = options;
  const labels = { consumer: subscriber.consumer, topic };
  const gauges = metrics && consumerGauges(metrics);
  const silence = createSilence(Math.ceil(stuckAfterMs / lagEveryMs));
  const brokers = new Consumer({
    ...{ clientId: `${group}-lag`, groupId: group, bootstrapBrokers: [...bootstrap] },
    ...{ autocommit: false, retries: 3, retryDelay: 250 },
  });
  for (await pause(lagEveryMs, signal); !signal.aborted; await pause(lagEveryMs, signal)) {
    let offsets: Map<number, PartitionOffsets>;
    try {
      offsets = await offsetsOf(brokers, topic, await partitionsOf(brokers, topic));
    } catch (error) {
      // A lag that is not known is none at all, rather than an old one.
      gauges?.lag.remove(labels);
      if (!signal.aborted) subscriber.onProblem(error);
      continue;
    }
    const { lag, isBehind, isSilent } = silence.look(offsets, view.look());
    tell(gauges, labels, { lag, at: isBehind ? view.progressAt : Date.now() });
    if (isSilent) onStuck(new ConsumerStuckError(group, lag, stuckAfterMs / 1_000));
  }
  await brokers.close(true);
}

async function partitionsOf(brokers: Consumer, topic: Topic): Promise<number[]> {
  const { topics } = await brokers.metadata({ topics: [topic] });
  return Array.from({ length: topics.get(topic)?.partitionsCount ?? 0 }, (_, index) => index);
}

function tell(
  gauges: ConsumerGauges | undefined,
  labels: { consumer: string; topic: Topic },
  { lag, at }: { lag: bigint; at: number },
): void {
  gauges?.lag.set(labels, Number(lag));
  gauges?.lastProgress.set(labels, at / 1_000);
}

function exit(error: ConsumerStuckError, { onProblem }: Pick<Subscriber, "onProblem">): void {
  onProblem(error);
  process.exit(1);
}

/** Compares each look with the last: what has stayed as it was so many times running has gone silent. */
function createSilence(most: number) {
  let seen = new Map<number | "membership", { signs: number; times: number }>();
  return {
    look(offsets: ReadonlyMap<number, PartitionOffsets>, ours: readonly PartitionView[] | undefined) {
      const left = (partition: number, taken = 0n): bigint => {
        const { first, next, committed = first } = offsets.get(partition) ?? nothing;
        const from = committed > taken ? committed : taken;
        return next > from ? next - from : 0n;
      };
      const lag = [...offsets.keys()].reduce((sum, partition) => sum + left(partition), 0n);
      const now: typeof seen = new Map();
      const note = (key: number | "membership", signs: number) => {
        const before = seen.get(key);
        now.set(key, { signs, times: before?.signs === signs ? before.times + 1 : 0 });
      };
      const behind = ours?.filter(({ partition, next }) => left(partition, next) > 0n);
      if (!behind && lag > 0n) note("membership", 0);
      for (const { partition, signs, isBusy } of behind ?? []) if (!isBusy) note(partition, signs);
      const isSilent = [...now.values()].some(({ times }) => times >= most);
      seen = isSilent ? new Map() : now;
      return { lag, isBehind: behind ? behind.length > 0 : lag > 0n, isSilent };
    },
  };
}

const nothing: PartitionOffsets = { first: 0n, next: 0n, committed: undefined };
