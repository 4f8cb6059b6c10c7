import { Admin, ListOffsetTimestamps } from "@platformatic/kafka";
import type { Topic } from "./event.ts";

/**
 * Drops everything a topic holds: its source went back to an earlier state, and what the log tells of it since then did
 * not happen. Consumers that had not read all of it find their position lost.
 */
export async function dropKafkaEvents(bootstrap: readonly string[], topic: Topic): Promise<void> {
  const admin = new Admin({ clientId: "finflow-drop", bootstrapBrokers: [...bootstrap], retries: 20 });
  try {
    const { topics } = await admin.metadata({ topics: [topic], forceUpdate: true });
    const count = topics.get(topic)?.partitionsCount ?? 0;
    const ends = Array.from({ length: count }, (_, partitionIndex) => ({
      partitionIndex,
      timestamp: ListOffsetTimestamps.LATEST,
    }));
    const [listed] = await admin.listOffsets({ topics: [{ name: topic, partitions: ends }] });
    const partitions = (listed?.partitions ?? []).map(({ partitionIndex: partition, offset }) => ({
      partition,
      offset,
    }));
    await admin.deleteRecords({ topics: [{ name: topic, partitions }] });
  } finally {
    await admin.close();
  }
}
