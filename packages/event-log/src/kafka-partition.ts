import type { Consumer } from "@platformatic/kafka";
import type { LogEvent, Topic } from "./event.ts";
import type { Batch, Subscriber } from "./event-log.ts";
import { PositionLostError } from "./event-log-error.ts";
import { offsetsOf } from "./kafka-offsets.ts";
import { type KafkaMessage, readRecord } from "./kafka-records.ts";
import { createBell, delayBefore, pause } from "./wait.ts";

type Setting = {
  consumer: Consumer<string, Buffer, string, string>;
  subscriber: Subscriber;
  batchSize: number;
  /** Called after each batch that was taken. */
  onProgress: () => void;
};

/** Milliseconds between commits where only watermarks came. */
const quietCommitEvery = 5_000;
const backoff = { first: 200, longest: 5_000 };

/** One partition while it is ours: what came of it waits here, and is delivered a batch at a time. */
export class KafkaPartition {
  /** Resolves after `revoke`; rejects when only a new consumer can go on. */
  readonly finished: Promise<void>;
  readonly #setting: Setting;
  readonly #topic: Topic;
  readonly #number: number;
  readonly #stopping = new AbortController();
  readonly #bell = createBell();
  #queue: KafkaMessage[] = [];
  #next: bigint | undefined;
  #committedAt = 0;
  #signs = 0;
  #isPlacing = true;

  constructor(setting: Setting, topic: Topic, partition: number) {
    this.#setting = setting;
    this.#topic = topic;
    this.#number = partition;
    this.finished = this.#run().catch((error: unknown) => {
      if (!this.#stopping.signal.aborted) throw error;
    });
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** What has to come next; undefined before the first record. */
  get next(): bigint | undefined {
    return this.#next;
  }

  /** Rises with everything that comes of it and with every attempt to have it taken. */
  get signs(): number {
    return this.#signs;
  }

  /** Whether what a lost position means is being found out, which takes as long as there are users. */
  get isPlacing(): boolean {
    return this.#isPlacing;
  }

  add(message: KafkaMessage): void {
    this.#signs += 1;
    this.#queue.push(message);
    this.#bell.ring();
  }

  /** It is another member's now: what waits is dropped, what is under way may end or not. */
  revoke(): void {
    this.#stopping.abort();
    this.#queue = [];
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    await this.#findPlace(signal);
    this.#isPlacing = false;
    while (!signal.aborted) {
      if (this.#queue.length === 0) {
        await this.#bell.wait(60_000, signal);
        continue;
      }
      const messages = this.#queue.splice(0, this.#setting.batchSize);
      await this.#take(messages, signal);
      this.#signs += 1;
      this.#setting.onProgress();
    }
  }

  /** Whether the log holds what comes after what was committed; where not, that is made good first. */
  async #findPlace(signal: AbortSignal): Promise<void> {
    const { consumer, subscriber } = this.#setting;
    const [topic, partition] = [this.#topic, this.#number];
    const offsets = await offsetsOf(consumer, topic, [partition]);
    const { first, next, committed } = offsets.get(partition)!;
    const stands = committed ?? 0n;
    if (stands >= first && stands <= next) return;
    for (let failures = 0; !signal.aborted; ) {
      const lost = new PositionLostError(
        subscriber.consumer,
        `${topic}/${partition}`,
        committed?.toString(),
        `${first}`,
      );
      subscriber.onProblem(lost);
      try {
        await subscriber.onPositionLost({ topic, partition, position: String(first) }, signal);
        return await this.#commit(first, -1);
      } catch (error) {
        if (signal.aborted) return;
        subscriber.onProblem(error);
        await pause(delayBefore(failures++, backoff), signal);
      }
    }
  }

  async #take(messages: readonly KafkaMessage[], signal: AbortSignal): Promise<void> {
    const { subscriber } = this.#setting;
    const fresh = messages.filter(({ offset }) => this.#next === undefined || offset >= this.#next);
    const last = fresh.at(-1);
    if (!last) return;
    if (this.#next !== undefined && fresh[0]!.offset > this.#next)
      throw new Error(`${this.#topic}/${this.#number} goes on at ${fresh[0]!.offset}, not at ${this.#next}`);
    const events: (LogEvent & { position: string })[] = [];
    const watermarks = new Map<string, Date>();
    for (const message of fresh) {
      const read = readRecord(message);
      if (!read)
        subscriber.onProblem(new Error(`${this.#topic}/${this.#number} ${message.offset} is no event`));
      else if ("event" in read) events.push({ ...read.event, position: String(message.offset + 1n) });
      else if (subscriber.watermarksOf?.includes(read.watermark.source))
        watermarks.set(read.watermark.source, read.watermark.at);
    }
    const position = last.offset + 1n;
    const place = { topic: this.#topic, partition: this.#number, position: String(position) };
    const batch: Batch = { ...place, events, watermarks };
    if (events.length > 0 || watermarks.size > 0) {
      await subscriber.deliver(batch, signal, () => {
        this.#signs += 1;
      });
    }
    this.#next = position;
    // A watermark that is read again does no harm.
    if (events.length === 0 && performance.now() - this.#committedAt < quietCommitEvery) return;
    await this.#commit(position, last.leaderEpoch);
  }

  /** A commit that fails is made good by the next one; until then a new member reads again what was taken. */
  async #commit(offset: bigint, leaderEpoch: number): Promise<void> {
    const { consumer, subscriber } = this.#setting;
    this.#committedAt = performance.now();
    try {
      await consumer.commit({
        offsets: [{ topic: this.#topic, partition: this.#number, offset, leaderEpoch }],
      });
    } catch (error) {
      if (!this.#stopping.signal.aborted) subscriber.onProblem(error);
    }
  }
}
