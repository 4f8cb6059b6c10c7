import { z } from "zod";

/**
 * The environment's vocabulary: a variable means the same in every process that reads it. A process puts together
 * those that it needs; `readConfig` reads them.
 */

const port = (standard: number) => z.coerce.number().int().min(0).max(65_535).default(standard);

/** What every process is told. @param adminPort where `/livez`, `/readyz` and `/metrics` are */
export const processVariables = (adminPort: number) => ({
  /** The address to listen on; in a pod all of them. */
  HOST: z.string().min(1).default("127.0.0.1"),
  ADMIN_PORT: port(adminPort),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  /** Base URL of a collector; without it no traces are exported. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** How long what is under way may take once the process stops, in milliseconds. */
  FINFLOW_GRACE_MS: z.coerce.number().int().min(0).max(300_000).default(10_000),
  /** Whether it makes its store's schema as it starts, or waits for `migrate.ts`, which another process runs. */
  SCHEMA: z.enum(["migrate", "await"]).default("migrate"),
});

/** Of a process that serves gRPC to others. */
export const servingVariables = (grpcPort: number) => ({
  GRPC_PORT: port(grpcPort),
  /** auth's public keys. */
  JWKS_URL: z.url({ protocol: /^https?$/ }).default("http://auth:3101/.well-known/jwks.json"),
});

/** Of a process that calls others. */
export const callingVariables = {
  /** Which layer repeats calls that may be repeated: this process, or the proxies between (then never both). */
  RPC_RETRIES: z.enum(["client", "mesh"]).default("client"),
};

/** A gRPC name: `dns:///upload:3000`, `upload:3000`, `ipv4:10.0.0.1:3000,10.0.0.2:3000`. */
export const address = (standard: string) => z.string().min(1).default(standard);

const urlOf = (...schemes: string[]) =>
  z
    .string()
    .refine(
      (text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)),
      `is not a URL of ${schemes.join(" or ")}`,
    );

/** @param connections at most, of all pools of the process */
export const postgresVariables = (connections: number) => ({
  DATABASE_URL: urlOf("postgres", "postgresql"),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(4).max(500).default(connections),
});

export const mongoVariables = { MONGODB_URL: urlOf("mongodb", "mongodb+srv") };

/** A Redis that keeps its jobs on disk and evicts nothing. */
export const jobsVariables = { REDIS_JOBS_URL: urlOf("redis", "rediss") };

/** A Redis that may forget. */
export const cacheVariables = { REDIS_CACHE_URL: urlOf("redis", "rediss") };

export const kafkaVariables = {
  /** `host:port` of some of the brokers, with commas between. */
  KAFKA_BROKERS: z
    .string()
    .transform((list) => list.split(",").map((broker) => broker.trim()))
    .refine((list) => list.every((broker) => /^[^\s,]+:\d{1,5}$/.test(broker)), "is not a list of host:port"),
};

/** Of an S3 bucket; credentials by AWS's own chain (environment, service account, instance). */
export const objectVariables = {
  S3_BUCKET: z.string().min(1),
  S3_REGION: z.string().min(1),
  /** Of another store than AWS's. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Where clients reach the same store, if elsewhere. */
  S3_PUBLIC_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
};

/** A mounted secret: the path of its file. */
export const secretFile = z.string().min(1);
