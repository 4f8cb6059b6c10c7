import { Consumer } from "@platformatic/kafka";
import type { Topic } from "./event.ts";
import type { Subscriber, Subscription } from "./event-log.ts";
import { type ConsumerView, type WatchOptions, watchConsumer } from "./kafka-lag.ts";
import { KafkaPartition } from "./kafka-partition.ts";
import { deserializers, type KafkaMessage } from "./kafka-records.ts";
import { type Backoff, delayBefore, pause } from "./wait.ts";

export type KafkaConsumerOptions = WatchOptions & {
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
 * A group takes one topic: the members of a group share out what the leader of the group subscribes to, whoever of them
 * wants it.
 */
export function groupOf(consumer: string, topic: Topic): string {
  return `finflow-${consumer}-${topic}`;
}

/**
 * Consumes a topic as a member of a group, each replica a share of the partitions. Where a batch ends is committed after
 * it was delivered. After an error, and whenever what comes is not what should come next, a new consumer takes over
 * from what is committed.
 */
export function subscribeToKafka(
  options: KafkaConsumerOptions,
  subscriber: Subscriber,
  topic: Topic,
): Subscription {
  const stopping = new AbortController();
  const running = new KafkaConsumer(options, subscriber, topic);
  const finished = Promise.all([
    running.run(stopping.signal),
    watchConsumer(options, running, stopping.signal),
  ]);
  return {
    stop: async () => {
      stopping.abort();
      await finished;
    },
  };
}

class KafkaConsumer implements ConsumerView {
  readonly subscriber: Subscriber;
  readonly topic: Topic;
  readonly group: string;
  progressAt = Date.now();
  readonly #options: KafkaConsumerOptions;
  /** Undefined where the group does not have us as a member. */
  #partitions: Map<number, KafkaPartition> | undefined;
  #isPaused = false;
  #failures = 0;

  constructor(options: KafkaConsumerOptions, subscriber: Subscriber, topic: Topic) {
    this.#options = options;
    this.subscriber = subscriber;
    this.topic = topic;
    this.group = groupOf(subscriber.consumer, topic);
  }

  look() {
    if (!this.#partitions) return undefined;
    return [...this.#partitions].map(([partition, { next, signs, isPlacing }]) => ({
      ...{ partition, next, signs },
      // While fetching is paused because others have not been taken yet, nothing can come.
      isBusy: isPlacing || this.#isPaused,
    }));
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#consumeOnce(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.subscriber.onProblem(error);
        await pause(delayBefore(this.#failures++, backoff), signal);
      }
    }
  }

  async #consumeOnce(signal: AbortSignal): Promise<void> {
    const { batchSize = 500 } = this.#options;
    const { subscriber, topic } = this;
    const failed = Promise.withResolvers<never>();
    failed.promise.catch(() => {});
    const consumer = this.#open();
    const partitions = new Map<number, KafkaPartition>();
    const gone = new Set<number>();
    const onProgress = () => {
      this.#failures = 0;
      this.progressAt = Date.now();
    };
    const assign = () => {
      this.#partitions = partitions;
      const assigned = new Set(consumer.assignments?.flatMap((each) => each.partitions));
      for (const number of assigned) {
        if (partitions.has(number)) continue;
        // What is still on its way of the time before would pass for new.
        if (gone.has(number))
          return failed.reject(new Error(`${topic}/${number} came back: a new consumer begins`));
        const partition = new KafkaPartition({ consumer, subscriber, batchSize, onProgress }, topic, number);
        partition.finished.catch((error: unknown) => failed.reject(error));
        partitions.set(number, partition);
      }
      for (const [number, partition] of partitions) {
        if (assigned.has(number)) continue;
        partition.revoke();
        partitions.delete(number);
        gone.add(number);
      }
    };
    try {
      // Says that it could not join its group again; nobody listening would end the process.
      consumer.on("error", (error) => failed.reject(error));
      consumer.on("consumer:group:join", assign);
      const stream = await consumer.consume({
        topics: [topic],
        mode: "committed",
        fallbackMode: "earliest",
      });
      const waiting = () => [...partitions.values()].reduce((sum, partition) => sum + partition.waiting, 0);
      stream.on("error", (error) => failed.reject(error));
      stream.on("data", (message: KafkaMessage) => {
        partitions.get(message.partition)?.add(message);
        if (this.#isPaused || waiting() < mostWaiting) return;
        this.#isPaused = true;
        stream.pause();
        const resume = setInterval(() => {
          if (waiting() > mostWaiting / 2 && !signal.aborted) return;
          clearInterval(resume);
          this.#isPaused = false;
          stream.resume();
        }, 20);
      });
      await Promise.race([failed.promise, aborted(signal)]);
    } finally {
      this.#partitions = undefined;
      for (const partition of partitions.values()) partition.revoke();
      await Promise.allSettled([...partitions.values()].map((partition) => partition.finished));
      await consumer.close(true);
    }
  }

  #open(): Consumer<string, Buffer, string, string> {
    return new Consumer({
      clientId: this.group,
      groupId: this.group,
      bootstrapBrokers: [...this.#options.bootstrap],
      groupProtocol: "classic",
      autocommit: false,
      // For about as long as a session: then the group has forgotten us, and a new consumer is as quick.
      retries: 40,
      retryDelay: 250,
      maxBytes: 2_000_000,
      maxWaitTime: 500,
      ...group,
      deserializers,
    });
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
