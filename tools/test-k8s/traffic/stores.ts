import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { startKafka } from "@finflow/local-servers/kafka";
import { startMongod } from "@finflow/local-servers/mongod";
import { startSeaweedFs } from "@finflow/local-servers/seaweedfs";
import { startValkey } from "@finflow/local-servers/valkey";
import { createBucket } from "@finflow/mesh/create-bucket";
import type { PostgresConfig } from "@finflow/postgres/pool";
import { startTestPostgres } from "@finflow/postgres/test-database";
import { root } from "../manifests.ts";
import { type MountedKeys, writeKeys } from "./keys.ts";
import { node, type Pod, reachAsLocal } from "./pods.ts";
import type { App } from "./process.ts";
import { type Way, wayTo } from "./way.ts";

const run = promisify(execFile);

const bucket = "finflow";
/** Requests a minute that edge allows: more than anybody sends here. */
export const outOfReach = 1_000_000;

export type Stores = {
  readonly keys: MountedKeys;
  /** A pod's own way to its service's store (the database, where it has one), past which it reaches nothing of it. */
  wayOf(service: App): Promise<Way>;
  /** What production tells a service's process by Secrets and mounts. */
  environmentOf(service: App, pod: Pod, way: Way): Promise<Record<string, string>>;
  stop(): Promise<void>;
};

/** What services stand on: databases with their schemas, Kafka with its topics, Redis, a bucket, and keys. */
export async function startStores(folder: string): Promise<Stores> {
  const server = await startTestPostgres();
  const databases = {
    auth: await server.createDatabase("auth"),
    upload: await server.createDatabase("upload"),
  };
  const [kafka, cache, jobs, mongod, objects] = await Promise.all([
    startKafka(join(folder, "kafka"), 1),
    startValkey(join(folder, "cache"), "cache"),
    startValkey(join(folder, "jobs"), "jobs"),
    startMongod(join(folder, "mongod")),
    startSeaweedFs(folder),
  ]);
  const brokers = { KAFKA_BROKERS: kafka.bootstrap.join(","), KAFKA_REPLICAS: "1" };
  const { region, credentials } = objects;
  await Promise.all([
    migrate("auth", { DATABASE_URL: urlOf(databases.auth) }),
    migrate("upload", { DATABASE_URL: urlOf(databases.upload), ...brokers }),
    migrate("analytics", { MONGODB_URL: mongod.url }),
    migrate("chatbot", { MONGODB_URL: mongod.url }),
    createBucket({ endpoint: objects.endpoint, region, bucket, credentials }),
  ]);
  const keys = await writeKeys(join(folder, "keys"));
  const broker = portOf(kafka.bootstrap[0]!);
  const ways = {
    broker: await wayTo(broker),
    cache: await wayTo(cache.port),
    jobs: await wayTo(jobs.port),
    objects: await wayTo(portOf(objects.endpoint)),
  };
  const ports: Readonly<Record<App, number>> = {
    auth: databases.auth.port,
    upload: databases.upload.port,
    "upload-worker": databases.upload.port,
    analytics: mongod.port,
    chatbot: mongod.port,
    edge: cache.port,
  };
  const own: Readonly<Record<App, (way: Way) => Record<string, string>>> = {
    auth: ({ port }) => ({
      DATABASE_URL: urlOf({ ...databases.auth, host: node, port }),
      REDIS_CACHE_URL: `redis://${node}:${ways.cache.port}`,
      AUTH_ENCRYPTION_KEYS_FILE: keys.authEncryption,
      SERVICE_PUBLIC_KEYS_FOLDER: keys.publicKeys,
      // The least that there is: nothing here waits for a hash.
      ...{ ARGON2_MEMORY_KIB: "19456", ARGON2_PASSES: "1", ARGON2_LANES: "1" },
    }),
    upload: (way) => ({ ...ofUpload(way), SERVICE_PUBLIC_KEYS_FOLDER: keys.publicKeys }),
    "upload-worker": ofUpload,
    analytics: (way) => ofReadModel("analytics", way),
    chatbot: (way) => ofReadModel("chatbot", way),
    edge: ({ port }) => ({
      REDIS_CACHE_URL: `redis://${node}:${port}`,
      SERVICE_KEY_FILE: keys.keyOf("edge"),
      ...{ FINFLOW_LIMIT_USER: String(outOfReach), FINFLOW_LIMIT_ADDRESS: String(outOfReach) },
    }),
  };
  return {
    keys,
    wayOf: (service) => wayTo(ports[service]),
    async environmentOf(service, pod, way) {
      // So does a broker.
      await reachAsLocal(pod, broker, ways.broker.port);
      return { ...own[service](way), KAFKA_BROKERS: brokers.KAFKA_BROKERS };
    },
    async stop() {
      for (const each of [kafka, cache, jobs, mongod, objects, server]) await each.stop();
    },
  };

  function ofUpload({ port }: Way): Record<string, string> {
    return {
      DATABASE_URL: urlOf({ ...databases.upload, host: node, port }),
      REDIS_JOBS_URL: `redis://${node}:${ways.jobs.port}`,
      UPLOAD_SEALING_KEYS_FILE: keys.uploadSealing,
      ...{ S3_BUCKET: bucket, S3_REGION: region, S3_ENDPOINT: `http://${node}:${ways.objects.port}` },
      ...{ AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
    };
  }

  function ofReadModel(name: "analytics" | "chatbot", { port }: Way): Record<string, string> {
    return {
      // A member tells its clients its address, which is of this machine's loopback: they are not to ask.
      MONGODB_URL: `mongodb://${node}:${port}/?directConnection=true`,
      SERVICE_KEY_FILE: keys.keyOf(name),
    };
  }
}

async function migrate(service: App, env: Record<string, string>): Promise<void> {
  const program = join(root, `services/${service}/src/migrate.ts`);
  await run(process.execPath, [program], { env: { ...process.env, ...env } });
}

function urlOf({ user, password, host, port, database }: PostgresConfig): string {
  return `postgres://${user}:${password}@${host}:${port}/${database}`;
}

function portOf(address: string): number {
  return Number(address.slice(address.lastIndexOf(":") + 1));
}
