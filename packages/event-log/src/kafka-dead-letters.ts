import { randomUUID } from "node:crypto";
import { Consumer } from "@platformatic/kafka";
import type { Topic } from "./event.ts";
import type { KeptDeadLetter } from "./event-log.ts";
import { offsetsOf } from "./kafka-offsets.ts";
import { deserializers, readDeadLetter } from "./kafka-records.ts";
import { deadLetterTopic } from "./kafka-topics.ts";

const most = 1_000;

/** The newest dead letters of a topic, newest first; one that was written twice is given once, one that was replayed not. */
export async function readDeadLetters(bootstrap: readonly string[], topic: Topic): Promise<KeptDeadLetter[]> {
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
    const found = new Map<string, KeptDeadLetter>();
    const stream = await consumer.consume({ topics: [name], mode: "manual", offsets: starts });
    for await (const message of stream) {
      const read = readDeadLetter(message);
      if (read && "letter" in read) found.set(read.key, read.letter);
      // One that came after what was replayed has failed again.
      else if (read && BigInt(found.get(read.key)?.position ?? 0) <= read.replayedThrough)
        found.delete(read.key);
      const { next } = offsets.get(message.partition)!;
      if (message.offset + 1n >= next) left.delete(message.partition);
      if (left.size === 0) break;
    }
    const newestFirst = [...found.values()].sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime());
    return newestFirst.slice(0, most);
  } finally {
    await consumer.close(true);
  }
}
