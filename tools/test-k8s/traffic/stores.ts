import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { startKafka } from "@finflow/local-servers/kafka";
import { startMongod } from "@finflow/local-servers/mongod";
import { startValkey } from "@finflow/local-servers/valkey";
import type { PostgresConfig } from "@finflow/postgres/pool";
import { startTestPostgres } from "@finflow/postgres/test-database";
import { root } from "../manifests.ts";
import { type MountedKeys, writeKeys } from "./keys.ts";
import { node, type Pod, reachAsLocal } from "./pods.ts";
import { type Way, wayTo } from "./way.ts";

const run = promisify(execFile);

/** Services that run here as themselves. */
export type Real = "auth" | "analytics" | "upload";

export type Stores = {
  readonly keys: MountedKeys;
  /** A pod's own way to its service's database, past which it reaches nothing of it. */
  wayOf(service: Real): Promise<Way>;
  /** What a service's process in a pod is told, but for where other services are. */
  environmentOf(service: Real, pod: Pod, way: Way): Promise<Record<string, string>>;
  stop(): Promise<void>;
};

/** What services stand on: databases with their schemas, Kafka with its topics, Redis, and keys. */
export async function startStores(folder: string): Promise<Stores> {
  const server = await startTestPostgres();
  const databases = {
    auth: await server.createDatabase("auth"),
    upload: await server.createDatabase("upload"),
  };
  const [kafka, cache, jobs, mongod] = await Promise.all([
    startKafka(join(folder, "kafka"), 1),
    startValkey(join(folder, "cache"), "cache"),
    startValkey(join(folder, "jobs"), "jobs"),
    startMongod(join(folder, "mongod")),
  ]);
  const brokers = { KAFKA_BROKERS: kafka.bootstrap.join(","), KAFKA_REPLICAS: "1" };
  await Promise.all([
    migrate("auth", { DATABASE_URL: urlOf(databases.auth) }),
    migrate("upload", { DATABASE_URL: urlOf(databases.upload), ...brokers }),
    migrate("analytics", { MONGODB_URL: mongod.url }),
  ]);
  const keys = await writeKeys(join(folder, "keys"));
  const broker = portOf(kafka.bootstrap[0]!);
  const ways = {
    broker: await wayTo(broker),
    cache: await wayTo(cache.port),
    jobs: await wayTo(jobs.port),
  };
  const ports = { auth: databases.auth.port, upload: databases.upload.port, analytics: mongod.port };
  const own: Readonly<Record<Real, (way: Way) => Record<string, string>>> = {
    auth: ({ port }) => ({
      DATABASE_URL: urlOf({ ...databases.auth, host: node, port }),
      REDIS_CACHE_URL: `redis://${node}:${ways.cache.port}`,
      AUTH_ENCRYPTION_KEYS_FILE: keys.authEncryption,
      SERVICE_PUBLIC_KEYS_FOLDER: keys.publicKeys,
      // The least that there is: nothing here waits for a hash.
      ...{ ARGON2_MEMORY_KIB: "19456", ARGON2_PASSES: "1", ARGON2_LANES: "1" },
    }),
    upload: ({ port }) => ({
      DATABASE_URL: urlOf({ ...databases.upload, host: node, port }),
      REDIS_JOBS_URL: `redis://${node}:${ways.jobs.port}`,
      UPLOAD_SEALING_KEYS_FILE: keys.uploadSealing,
      SERVICE_PUBLIC_KEYS_FOLDER: keys.publicKeys,
      // Nobody sends a file here.
      ...{ S3_BUCKET: "none", S3_REGION: "none", S3_ENDPOINT: `http://${node}:1` },
      ...{ AWS_ACCESS_KEY_ID: "none", AWS_SECRET_ACCESS_KEY: "none" },
    }),
    analytics: ({ port }) => ({
      // A member tells its clients its address, which is of this machine's loopback: they are not to ask.
      MONGODB_URL: `mongodb://${node}:${port}/?directConnection=true`,
      SERVICE_KEY_FILE: keys.keyOf("analytics"),
      RPC_RETRIES: "mesh",
    }),
  };
  return {
    keys,
    wayOf: (service) => wayTo(ports[service]),
    async environmentOf(service, pod, way) {
      // So does a broker.
      await reachAsLocal(pod, broker, ways.broker.port);
      return {
        ...own[service](way),
        ...brokers,
        ...{ HOST: "0.0.0.0", SCHEMA: "await", FINFLOW_GRACE_MS: "1000" },
      };
    },
    async stop() {
      for (const each of [kafka, cache, jobs, mongod, server]) await each.stop();
    },
  };
}

async function migrate(service: Real, env: Record<string, string>): Promise<void> {
  const program = join(root, `services/${service}/src/migrate.ts`);
  await run(process.execPath, [program], { env: { ...process.env, ...env } });
}

function urlOf({ user, password, host, port, database }: PostgresConfig): string {
  return `postgres://${user}:${password}@${host}:${port}/${database}`;
}

function portOf(address: string): number {
  return Number(address.slice(address.lastIndexOf(":") + 1));
}
