import { compatibilityPartitioner, Producer } from "@platformatic/kafka";
import { type KafkaRecord, serializers } from "./kafka-records.ts";

/** Bytes of values and headers in one request: brokers refuse batches above 1 MiB by default. */
const largestRequest = 700_000;

export type KafkaProducer = {
  /** Sends records in this order; resolves when enough brokers have them. One request is under way at a time. */
  send(records: readonly KafkaRecord[]): Promise<void>;
  /** How many partitions a topic has. */
  partitionsOf(topic: string): Promise<number>;
  close(): Promise<void>;
};

/**
 * An idempotent producer: what it sends again after a lost answer is kept once, and in its order. After an error it is
 * thrown away, since which of its sequence numbers were taken is not known.
 */
export function createKafkaProducer(bootstrap: readonly string[], clientId: string): KafkaProducer {
  let producer: ReturnType<typeof open> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const open = () =>
    new Producer({
      clientId,
      bootstrapBrokers: [...bootstrap],
      // The option acks is not read here: idempotence is what makes it all of them.
      idempotent: true,
      retries: 200,
      retryDelay: 250,
      partitioner: compatibilityPartitioner,
      serializers,
    });
  const current = () => {
    producer ??= open();
    return producer;
  };

  async function sendAll(records: readonly KafkaRecord[]): Promise<void> {
    try {
      for (const messages of requestsOf(records)) await current().send({ messages });
    } catch (error) {
      const broken = producer;
      producer = undefined;
      await broken?.close().catch(() => {});
      throw error;
    }
  }

  return {
    send(records) {
      const sent = last.then(() => sendAll(records));
      last = sent.catch(() => {});
      return sent;
    },
    async partitionsOf(topic) {
      const { topics } = await current().metadata({ topics: [topic] });
      return topics.get(topic)?.partitionsCount ?? 0;
    },
    async close() {
      await last;
      await producer?.close();
    },
  };
}

function* requestsOf(records: readonly KafkaRecord[]): Generator<KafkaRecord[]> {
  let request: KafkaRecord[] = [];
  let size = 0;
  for (const record of records) {
    const bytes = (record.value?.byteLength ?? 0) + JSON.stringify(record.headers ?? {}).length + 100;
    if (request.length > 0 && size + bytes > largestRequest) {
      yield request;
      request = [];
      size = 0;
    }
    request.push(record);
    size += bytes;
  }
  if (request.length > 0) yield request;
}
