import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { startKafka } from "@finflow/local-servers/kafka";
import { startMongod } from "@finflow/local-servers/mongod";
import { startSeaweedFs } from "@finflow/local-servers/seaweedfs";
import { startValkey, type ValkeyUse } from "@finflow/local-servers/valkey";
import { keptOrMade } from "@finflow/solo/kept-secret";
import { createBucket } from "./create-bucket.ts";
import { keptPorts } from "./kept-ports.ts";
import { createPart, type Part } from "./part.ts";
import { type Postgres, startPostgres } from "./postgres.ts";
import type { GivenServers, ServerEnvironment } from "./server-environment.ts";

export type Servers = {
  readonly environment: ServerEnvironment;
  /** Those that were started here, but for PostgreSQL. */
  readonly parts: readonly Part[];
  /** None where another is used. */
  readonly postgres: Postgres | undefined;
  stop(): Promise<void>;
};

export type ServersOptions = {
  folder: string;
  given: GivenServers;
  brokers: 1 | 3;
  say: (message: string) => void;
};

type Started = { environment: Partial<ServerEnvironment>; parts: Part[]; postgres?: Postgres };

const bucket = "finflow";

/**
 * Starts the servers that are not given, side by side.
 *
 * @throws ServerError, EmbeddedPostgresError
 */
export async function startServers(options: ServersOptions): Promise<Servers> {
  const { given } = options;
  await mkdir(options.folder, { recursive: true, mode: 0o711 });
  const starting = [
    !given.AUTH_DATABASE_URL && postgresServer(options),
    !given.MONGODB_URL && mongoServer(options),
    !given.KAFKA_BROKERS && kafkaServers(options),
    !given.REDIS_JOBS_URL && valkeyServer(options, "jobs", "REDIS_JOBS_URL"),
    !given.REDIS_CACHE_URL && valkeyServer(options, "cache", "REDIS_CACHE_URL"),
    !given.S3_BUCKET && objectServer(options),
  ].filter((each) => each !== false);
  const settled = await Promise.allSettled(starting);
  const started = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const stop = async () => {
    await Promise.all(started.flatMap(({ parts }) => parts).map((part) => part.halt()));
    await Promise.all(started.map(({ postgres }) => postgres?.stop()));
  };
  const failed = settled.find((each) => each.status === "rejected");
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return {
    environment: Object.assign({ ...given }, ...started.map((each) => each.environment)),
    parts: started.flatMap(({ parts }) => parts),
    postgres: started.find(({ postgres }) => postgres)?.postgres,
    stop,
  };
}

async function postgresServer({ folder, say }: ServersOptions): Promise<Started> {
  const postgres = await startPostgres(join(folder, "postgres"), say);
  const { auth, upload } = postgres.urls;
  return { environment: { AUTH_DATABASE_URL: auth, UPLOAD_DATABASE_URL: upload }, parts: [], postgres };
}

async function mongoServer({ folder, say }: ServersOptions): Promise<Started> {
  const [port] = await keptPorts(folder, "mongod", 1);
  let url = "";
  const part = createPart(
    "mongod",
    async () => {
      const server = await startMongod(join(folder, "mongod"), port);
      url = server.url;
      return server;
    },
    say,
  );
  await part.start();
  return { environment: { MONGODB_URL: url }, parts: [part] };
}

async function valkeyServer(
  { folder, say }: ServersOptions,
  use: ValkeyUse,
  variable: "REDIS_JOBS_URL" | "REDIS_CACHE_URL",
): Promise<Started> {
  const name = `valkey-${use}`;
  const [port] = await keptPorts(folder, name, 1);
  const part = createPart(name, () => startValkey(join(folder, name), use, port), say);
  await part.start();
  return { environment: { [variable]: `redis://127.0.0.1:${port}` }, parts: [part] };
}

async function kafkaServers({ folder, brokers: count, say }: ServersOptions): Promise<Started> {
  const ports = await keptPorts(folder, "kafka", 2 * count);
  const kafka = await startKafka(join(folder, "kafka"), count, ports);
  const parts = kafka.brokers.map((_, index) => {
    let isFirst = true;
    return createPart(
      `kafka-${index + 1}`,
      async () => {
        // A cluster comes up together; later a broker joins it alone.
        if (!isFirst) await kafka.restart(index);
        isFirst = false;
        return kafka.brokers[index]!;
      },
      say,
    );
  });
  await Promise.all(parts.map((part) => part.start()));
  const environment = { KAFKA_BROKERS: kafka.bootstrap.join(","), KAFKA_REPLICAS: String(count) };
  return { environment, parts };
}

async function objectServer({ folder, say }: ServersOptions): Promise<Started> {
  const ports = await keptPorts(folder, "seaweedfs", 8);
  const made = await keptOrMade(join(folder, "seaweedfs.credentials"), () =>
    JSON.stringify({
      accessKeyId: randomBytes(10).toString("hex"),
      secretAccessKey: randomBytes(20).toString("hex"),
    }),
  );
  const place = {
    ports,
    credentials: JSON.parse(made) as { accessKeyId: string; secretAccessKey: string },
  };
  let at = { endpoint: "", region: "" };
  const part = createPart(
    "seaweedfs",
    async () => {
      const server = await startSeaweedFs(join(folder, "seaweedfs"), place);
      at = server;
      return server;
    },
    say,
  );
  await part.start();
  const { accessKeyId, secretAccessKey } = place.credentials;
  await createBucket({ ...at, bucket, credentials: place.credentials });
  const environment = {
    S3_BUCKET: bucket,
    S3_REGION: at.region,
    S3_ENDPOINT: at.endpoint,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  };
  return { environment, parts: [part] };
}
