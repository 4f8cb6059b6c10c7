import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createKafkaTopics } from "@finflow/event-log/kafka-topics";
import { startKafka } from "@finflow/local-servers/kafka";
import { temporaryMongod } from "@finflow/local-servers/temporary-mongod";
import { connectMongo } from "@finflow/mongo/connect-mongo";

/** MongoDB of one member. */
export async function startMongo() {
  const mongod = await temporaryMongod();
  const client = connectMongo({ url: mongod.url, name: "load" });
  return {
    client,
    pid: mongod.pid,
    stop: async () => {
      await client.close();
      await mongod.stop();
    },
  };
}

export type Mongo = Awaited<ReturnType<typeof startMongo>>;
export type MongoClient = Mongo["client"];

/** Kafka of one broker, with Finflow's topics of six partitions: empty. */
export async function startEmptyKafka() {
  const folder = await mkdtemp(join(tmpdir(), "finflow-load-kafka-"));
  const kafka = await startKafka(folder, 1);
  await createKafkaTopics({ bootstrap: kafka.bootstrap, partitions: 6, replicas: 1 });
  return {
    bootstrap: kafka.bootstrap,
    stop: async () => {
      await kafka.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
