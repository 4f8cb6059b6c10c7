import { Admin } from "@platformatic/kafka";
import { type Topic, topics } from "./event.ts";

/** Where a topic's poison lies. */
export function deadLetterTopic(topic: Topic): string {
  return `${topic}.dlq`;
}

export type KafkaTopicOptions = {
  /** `host:port` of some of the brokers. */
  bootstrap: readonly string[];
  /** Events of one user have one order, so they stay in one partition: the number never changes once there are events. */
  partitions?: number;
  /** Copies of each partition; all but one have to acknowledge a write, at least one. */
  replicas?: number;
};

const day = 24 * 3_600_000;

/** How long the log keeps what was sent, in milliseconds; what is older is had from its owner again. */
const retention = { events: 7 * day, deadLetters: 30 * day };

/**
 * Makes the topics that are not there, and leaves the others as they are. It resolves when the brokers know them.
 *
 * @throws what the broker says
 */
export async function createKafkaTopics({
  bootstrap,
  partitions = 6,
  replicas = 3,
}: KafkaTopicOptions): Promise<void> {
  const admin = new Admin({ clientId: "finflow-topics", bootstrapBrokers: [...bootstrap], retries: 20 });
  try {
    const present = new Set(await admin.listTopics());
    for (const [wanted, kept] of [
      [[...topics], retention.events],
      [topics.map(deadLetterTopic), retention.deadLetters],
    ] as const) {
      const missing = wanted.filter((topic) => !present.has(topic));
      if (missing.length === 0) continue;
      await admin.createTopics({
        topics: missing,
        partitions,
        replicas,
        configs: [
          { name: "retention.ms", value: String(kept) },
          { name: "min.insync.replicas", value: String(Math.max(1, replicas - 1)) },
          // The order in which a user's rows changed is that of the outbox, not of clocks.
          { name: "message.timestamp.type", value: "LogAppendTime" },
        ],
      });
    }
    // A new topic takes a moment until every broker leads its partitions.
    await admin.metadata({ topics: [...topics, ...topics.map(deadLetterTopic)], forceUpdate: true });
  } finally {
    await admin.close();
  }
}
