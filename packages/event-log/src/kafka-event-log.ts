import type { Topic } from "./event.ts";
import type { EventLog, Subscription } from "./event-log.ts";
import { type KafkaConsumerOptions, subscribeToKafka } from "./kafka-consumer.ts";
import { readDeadLetters } from "./kafka-dead-letters.ts";
import { createKafkaProbe } from "./kafka-probe.ts";
import { createKafkaProducer } from "./kafka-producer.ts";
import { deadLetterRecord, recordOf, replayedRecord, watermarkRecord } from "./kafka-records.ts";
import { deadLetterTopic } from "./kafka-topics.ts";

export type KafkaEventLogOptions = KafkaConsumerOptions & {
  /** Of this process, in the brokers' logs. */
  clientId: string;
};

/** Figures hang on the rows' topic alone; watermarks elsewhere would be read by nobody. */
const watermarkTopic: Topic = "transactions.created";

/**
 * The log of the mesh. Its topics are there already (`createKafkaTopics`). Erasing a user is left to the retention of
 * the topics: consumers refuse what comes of an erased user by their tombstones.
 */
export function createKafkaEventLog(options: KafkaEventLogOptions): EventLog {
  const { bootstrap, clientId } = options;
  const producer = createKafkaProducer(bootstrap, clientId);
  const probe = createKafkaProbe(bootstrap, clientId);
  const subscriptions = new Set<Subscription>();
  return {
    append: (events) => producer.send(events.map((event) => recordOf(event))),
    publishWatermark: async (source, at) => {
      const partitions = await producer.partitionsOf(watermarkTopic);
      const records = Array.from({ length: partitions }, (_, partition) =>
        watermarkRecord(watermarkTopic, partition, source, at),
      );
      await producer.send(records);
    },
    subscribe: (subscriber) => {
      const running = subscriber.topics.map((topic) => subscribeToKafka(options, subscriber, topic));
      const subscription: Subscription = {
        stop: async () => {
          subscriptions.delete(subscription);
          await Promise.all(running.map((each) => each.stop()));
        },
      };
      subscriptions.add(subscription);
      return subscription;
    },
    addDeadLetter: (letter) => producer.send([deadLetterRecord(letter, deadLetterTopic(letter.event.topic))]),
    deadLetters: (topic) => readDeadLetters(bootstrap, topic),
    replay: async (letter) => {
      await producer.send([recordOf(letter.event)]);
      await producer.send([replayedRecord(letter, deadLetterTopic(letter.event.topic))]);
    },
    eraseUser: async () => {},
    check: probe.check,
    close: async () => {
      await Promise.all([...subscriptions].map((subscription) => subscription.stop()));
      await Promise.all([producer.close(), probe.close()]);
    },
  };
}
