import { Consumer } from "@platformatic/kafka";
import type { Subscriber, Subscription } from "./event-log.ts";
import { KafkaPartition } from "./kafka-partition.ts";
import { deserializers, type KafkaMessage } from "./kafka-records.ts";
import { type Backoff, delayBefore, pause } from "./wait.ts";

export type KafkaConsumerOptions = {
  /** `host:port` of some of the brokers. */
  bootstrap: readonly string[];
  /** Events in a batch, at most. */
  batchSize?: number;
};

const backoff: Backoff = { first: 200, longest: 10_000 };

/** Records of a consumer that wait in memory, at most about: above it fetching pauses. */
const mostWaiting = 2_000;

/** Milliseconds: when the group believes a member dead, and how often it hears of one. */
const group = { sessionTimeout: 10_000, rebalanceTimeout: 20_000, heartbeatInterval: 2_500 };

/**
 * Consumes as a member of a group, each replica a share of the partitions. Where a batch ends is committed after it was
 * delivered. After an error, and whenever what comes is not what should come next, a new consumer takes over from what
 * is committed.
 */
export function subscribeToKafka(options: KafkaConsumerOptions, subscriber: Subscriber): Subscription {
  const stopping = new AbortController();
  const finished = run(options, subscriber, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await finished;
    },
  };
}

async function run(
  options: KafkaConsumerOptions,
  subscriber: Subscriber,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      await consumeOnce(options, subscriber, signal, () => {
        failures = 0;
      });
    } catch (error) {
      if (signal.aborted) return;
      subscriber.onProblem(error);
      await pause(delayBefore(failures++, backoff), signal);
    }
  }
}

async function consumeOnce(
  { bootstrap, batchSize = 500 }: KafkaConsumerOptions,
  subscriber: Subscriber,
  signal: AbortSignal,
  onProgress: () => void,
): Promise<void> {
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  const consumer = new Consumer({
    clientId: `finflow-${subscriber.consumer}`,
    groupId: `finflow-${subscriber.consumer}`,
    bootstrapBrokers: [...bootstrap],
    groupProtocol: "classic",
    autocommit: false,
    // With the default a broker's death ends it for good.
    retries: 200,
    retryDelay: 250,
    maxBytes: 2_000_000,
    maxWaitTime: 500,
    ...group,
    deserializers,
  });
  const partitions = new Map<string, KafkaPartition>();
  const gone = new Set<string>();
  const close = async () => {
    for (const partition of partitions.values()) partition.revoke();
    await Promise.all([...partitions.values()].map((partition) => partition.finished));
    await consumer.close(true);
  };
  const assign = () => {
    const assigned = new Set<string>();
    for (const { topic, partitions: numbers } of consumer.assignments ?? []) {
      for (const number of numbers) {
        const key = `${topic}/${number}`;
        assigned.add(key);
        if (partitions.has(key)) continue;
        // What is still on its way of the time before would pass for new.
        if (gone.has(key)) return failed.reject(new Error(`${key} came back: a new consumer begins`));
        const partition = new KafkaPartition({ consumer, subscriber, batchSize, onProgress }, topic, number);
        partition.finished.catch((error: unknown) => failed.reject(error));
        partitions.set(key, partition);
      }
    }
    for (const [key, partition] of partitions) {
      if (assigned.has(key)) continue;
      partition.revoke();
      partitions.delete(key);
      gone.add(key);
    }
  };
  try {
    consumer.on("consumer:group:join", assign);
    const stream = await consumer.consume({
      topics: [...subscriber.topics],
      mode: "committed",
      fallbackMode: "earliest",
    });
    const waiting = () => [...partitions.values()].reduce((sum, partition) => sum + partition.waiting, 0);
    let isPaused = false;
    stream.on("error", (error) => failed.reject(error));
    stream.on("data", (message: KafkaMessage) => {
      partitions.get(`${message.topic}/${message.partition}`)?.add(message);
      if (isPaused || waiting() < mostWaiting) return;
      isPaused = true;
      stream.pause();
      const resume = setInterval(() => {
        if (waiting() > mostWaiting / 2 && !signal.aborted) return;
        clearInterval(resume);
        isPaused = false;
        stream.resume();
      }, 20);
    });
    await Promise.race([failed.promise, aborted(signal)]);
  } finally {
    await close();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
