import { type Consumer, ListOffsetTimestamps } from "@platformatic/kafka";

/** Where a partition begins, ends, and how far a group has taken it (undefined before its first commit). */
export type PartitionOffsets = { first: bigint; next: bigint; committed: bigint | undefined };

// biome-ignore lint/suspicious/noExplicitAny: whatever its keys and values are
type AnyConsumer = Consumer<any, any, any, any>;

/** @throws what the broker says */
export async function offsetsOf(
  consumer: AnyConsumer,
  topic: string,
  partitions: readonly number[],
): Promise<Map<number, PartitionOffsets>> {
  const wanted = { topics: [topic], partitions: { [topic]: [...partitions] } };
  const [first, next, committed] = await Promise.all([
    consumer.listOffsets({ ...wanted, timestamp: ListOffsetTimestamps.EARLIEST }),
    consumer.listOffsets({ ...wanted, timestamp: ListOffsetTimestamps.LATEST }),
    consumer.listCommittedOffsets({ topics: [{ topic, partitions: [...partitions] }] }),
  ]);
  return new Map(
    partitions.map((partition) => {
      const taken = committed.get(topic)?.[partition];
      return [
        partition,
        {
          first: first.get(topic)?.[partition] ?? 0n,
          next: next.get(topic)?.[partition] ?? 0n,
          committed: taken === undefined || taken < 0n ? undefined : taken,
        },
      ];
    }),
  );
}
