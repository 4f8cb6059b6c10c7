import { execFile } from "node:child_process";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { createKafkaTopics } from "@finflow/event-log/kafka-topics";
import { startKafka } from "@finflow/local-servers/kafka";
import { startValkey } from "@finflow/local-servers/valkey";
import type { PostgresConfig } from "@finflow/postgres/pool";
import { startTestPostgres } from "@finflow/postgres/test-database";
import { root } from "../manifests.ts";
import { node, type Pod, reachAsLocal } from "./pods.ts";
import { type Way, wayTo } from "./way.ts";

const run = promisify(execFile);

export type Stores = {
  /** A pod's own way to PostgreSQL, past which it reaches nothing of it. */
  way(): Promise<Way>;
  /** What auth's process in a pod is told. */
  environmentOf(pod: Pod, way: Way): Promise<Record<string, string>>;
  stop(): Promise<void>;
};

/** What auth stands on: PostgreSQL with its schema, Kafka with its topics, Redis, and its keys. */
export async function startStores(folder: string): Promise<Stores> {
  const server = await startTestPostgres();
  const database = await server.createDatabase("auth");
  const [kafka, cache] = await Promise.all([
    startKafka(join(folder, "kafka"), 1),
    startValkey(join(folder, "cache"), "cache"),
  ]);
  await createKafkaTopics({ bootstrap: kafka.bootstrap, replicas: 1 });
  await run(process.execPath, [join(root, "services/auth/src/migrate.ts")], {
    env: { ...process.env, DATABASE_URL: urlOf(database) },
  });
  const keys = await writeKeys(join(folder, "keys"));
  const cacheWay = await wayTo(cache.port);
  const broker = portOf(kafka.bootstrap[0]!);
  const brokerWay = await wayTo(broker);
  return {
    way: () => wayTo(database.port),
    async environmentOf(pod, way) {
      // A broker tells its clients its address, which is of this machine's loopback.
      await reachAsLocal(pod, broker, brokerWay.port);
      return {
        ...keys,
        DATABASE_URL: urlOf({ ...database, host: node, port: way.port }),
        KAFKA_BROKERS: kafka.bootstrap.join(","),
        REDIS_CACHE_URL: `redis://${node}:${cacheWay.port}`,
        ...{ HOST: "0.0.0.0", SCHEMA: "await", FINFLOW_GRACE_MS: "1000" },
        // The least that there is: nothing here waits for a hash.
        ...{ ARGON2_MEMORY_KIB: "19456", ARGON2_PASSES: "1", ARGON2_LANES: "1" },
      };
    },
    async stop() {
      await kafka.stop();
      await cache.stop();
      await server.stop();
    },
  };
}

async function writeKeys(folder: string): Promise<Record<string, string>> {
  const callers = join(folder, "callers");
  await mkdir(callers, { recursive: true });
  const { publicKey } = generateKeyPairSync("ed25519");
  await writeFile(join(callers, "edge.pem"), publicKey.export({ type: "spki", format: "pem" }));
  const file = join(folder, "encryption-keys");
  await writeFile(file, `test:${randomBytes(32).toString("base64")}\n`, { mode: 0o600 });
  return { AUTH_ENCRYPTION_KEYS_FILE: file, SERVICE_PUBLIC_KEYS_FOLDER: callers };
}

function urlOf({ user, password, host, port, database }: PostgresConfig): string {
  return `postgres://${user}:${password}@${host}:${port}/${database}`;
}

function portOf(address: string): number {
  return Number(address.slice(address.lastIndexOf(":") + 1));
}
