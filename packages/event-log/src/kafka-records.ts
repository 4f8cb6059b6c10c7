import type { Deserializers, Message, MessageToProduce, Serializers } from "@platformatic/kafka";
import { type LogEvent, type Topic, topics } from "./event.ts";
import type { DeadLetter, KeptDeadLetter } from "./event-log.ts";

export type KafkaRecord = MessageToProduce<string, Buffer, string, string>;
export type KafkaMessage = Message<string, Buffer, string, string>;

/** Keys and headers are text, values are bytes: a serializer of strings would turn them into nothing. */
export const serializers: Serializers<string, Buffer, string, string> = {
  key: (key) => (key === undefined ? undefined : Buffer.from(key)),
  value: (value) => value,
  headerKey: (name) => Buffer.from(name ?? ""),
  headerValue: (value) => Buffer.from(value ?? ""),
};

export const deserializers: Deserializers<string, Buffer, string, string> = {
  key: (key) => key?.toString(),
  value: (value) => value,
  headerKey: (name) => name?.toString(),
  headerValue: (value) => value?.toString(),
};

/** The type of a record that says up to when everything of its source is there. */
const watermarkType = "finflow.watermark.v1";

/** The type of a record that says up to which letter an event was sent again. */
const replayedType = "finflow.dead_letter.replayed.v1";

/**
 * An event in the binary mode of CloudEvents' Kafka protocol binding: attributes are headers named `ce_…`, the data is
 * the value. The key is the user, so that a user's events share a partition and its order.
 */
export function recordOf(event: LogEvent, topic: string = event.topic): KafkaRecord {
  const { id, type, source, time, traceparent, userId, data } = event;
  return {
    topic,
    key: userId,
    value: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
    headers: {
      ce_specversion: "1.0",
      ce_id: id,
      ce_type: type,
      ce_source: source,
      ce_time: time.toISOString(),
      "content-type": "application/protobuf",
      ...(traceparent !== undefined && { traceparent }),
    },
  };
}

export function watermarkRecord(topic: Topic, partition: number, source: string, at: Date): KafkaRecord {
  const headers = {
    ce_specversion: "1.0",
    ce_type: watermarkType,
    ce_source: source,
    ce_time: at.toISOString(),
  };
  return { topic, partition, value: Buffer.alloc(0), headers };
}

export function deadLetterRecord({ event, consumer, cause }: DeadLetter, topic: string): KafkaRecord {
  const record = recordOf(event, topic);
  return {
    ...record,
    headers: {
      ...record.headers,
      finflow_topic: event.topic,
      finflow_consumer: consumer,
      finflow_cause: cause,
    },
  };
}

/** Takes letters of an event away from a topic of dead letters, from its first to the one at `through`. */
export function replayedRecord({ event, consumer, position }: KeptDeadLetter, topic: string): KafkaRecord {
  const headers = {
    ce_specversion: "1.0",
    ce_type: replayedType,
    ce_id: event.id,
    ce_source: event.source,
    ce_time: new Date().toISOString(),
    finflow_topic: event.topic,
    finflow_consumer: consumer,
    finflow_through: position,
  };
  // With the user as key it comes behind the letter in the same partition.
  return { topic, key: event.userId, value: Buffer.alloc(0), headers };
}

/** What a record of a topic is; undefined where it is none of ours. */
export function readRecord(
  message: Pick<KafkaMessage, "topic" | "key" | "value" | "headers">,
): { event: LogEvent } | { watermark: { source: string; at: Date } } | undefined {
  const header = (name: string) => message.headers.get(name);
  const [type, source, time] = [header("ce_type"), header("ce_source"), header("ce_time")];
  if (type === undefined || source === undefined || time === undefined) return undefined;
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return undefined;
  if (type === watermarkType) return { watermark: { source, at } };
  const id = header("ce_id");
  const topic = topicOf(header("finflow_topic") ?? message.topic);
  if (id === undefined || topic === undefined || !message.key) return undefined;
  const traceparent = header("traceparent");
  return {
    event: { id, topic, type, source, userId: message.key, time: at, traceparent, data: message.value },
  };
}

/** What a record of a topic of dead letters is, with the key of what it speaks of. */
export function readDeadLetter(
  message: KafkaMessage,
): { key: string; letter: KeptDeadLetter } | { key: string; replayedThrough: bigint } | undefined {
  const read = readRecord(message);
  const header = (name: string) => message.headers.get(name);
  const [consumer, cause, through] = ["consumer", "cause", "through"].map((name) =>
    header(`finflow_${name}`),
  );
  if (!read || !("event" in read) || consumer === undefined) return undefined;
  const { event } = read;
  const key = `${consumer} ${event.source} ${event.id}`;
  if (event.type === replayedType) {
    return through === undefined ? undefined : { key, replayedThrough: BigInt(through) };
  }
  const failedAt = new Date(Number(message.timestamp));
  const position = String(message.offset);
  return cause === undefined ? undefined : { key, letter: { event, consumer, cause, failedAt, position } };
}

function topicOf(name: string): Topic | undefined {
  return topics.find((topic) => topic === name);
}
