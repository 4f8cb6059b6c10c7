import { randomUUID } from "node:crypto";
import { Consumer } from "@platformatic/kafka";
import type { Topic } from "./event.ts";
import type { DeadLetter } from "./event-log.ts";
import { offsetsOf } from "./kafka-offsets.ts";
import { deserializers, readDeadLetter } from "./kafka-records.ts";
import { deadLetterTopic } from "./kafka-topics.ts";

const most = 1_000;

/** The newest dead letters of a topic, newest first; one that was written twice is given once. */
export async function readDeadLetters(bootstrap: readonly string[], topic: Topic): Promise<DeadLetter[]> {
  const name = deadLetterTopic(topic);
  const consumer = new Consumer({
    clientId: "finflow-dead-letters",
    // Nothing is committed: the group is gone when this reader is.
    groupId: `finflow-dead-letters-${randomUUID()}`,
    bootstrapBrokers: [...bootstrap],
    autocommit: false,
    retries: 20,
    maxWaitTime: 500,
    deserializers,
  });
  try {
    const { topics } = await consumer.metadata({ topics: [name] });
    const partitions = Array.from({ length: topics.get(name)?.partitionsCount ?? 0 }, (_, index) => index);
    const offsets = await offsetsOf(consumer, name, partitions);
    const left = new Map([...offsets].filter(([, { first, next }]) => next > first));
    if (left.size === 0) return [];
    const starts = [...offsets].map(([partition, { first, next }]) => {
      const from = next - BigInt(most);
      return { topic: name, partition, offset: from > first ? from : first };
    });
    const found = new Map<string, { at: bigint; letter: DeadLetter }>();
    const stream = await consumer.consume({ topics: [name], mode: "manual", offsets: starts });
    for await (const message of stream) {
      const letter = readDeadLetter(message);
      if (letter) {
        const key = `${letter.consumer} ${letter.event.source} ${letter.event.id}`;
        found.set(key, { at: message.timestamp, letter });
      }
      const { next } = offsets.get(message.partition)!;
      if (message.offset + 1n >= next) left.delete(message.partition);
      if (left.size === 0) break;
    }
    const newestFirst = [...found.values()].sort((a, b) => Number(b.at - a.at));
    return newestFirst.slice(0, most).map(({ letter }) => letter);
  } finally {
    await consumer.close(true);
  }
}
