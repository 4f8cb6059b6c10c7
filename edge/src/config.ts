import { join } from "node:path";
import { readConfig } from "@finflow/service-host/config";
import { z } from "zod";

export type EdgeConfig = {
  host: string;
  /** HTTP/1.1; zero takes a free one. */
  port: number;
  /** gRPC over h2c; zero takes a free one. */
  grpcPort: number;
  /** Units a minute. */
  limits: { user: number; address: number };
  /** Proxies before edge that append to X-Forwarded-For. */
  trustedHops: number;
  /** Origins whose pages may read answers. */
  corsOrigins: readonly string[];
  /** Origins that pages send files to besides this one: the object store's. */
  uploadOrigins: readonly string[];
  /** The built page. */
  webRoot: string;
  /** How long requests in flight may take once edge stops, in milliseconds. */
  graceMs: number;
  /**
   * How long serving waits for services that do not answer, in milliseconds: one that stays away must not keep the
   * others from being reached.
   */
  waitMs: number;
};

const origins = z
  .string()
  .transform((list) => list.split(",").map((origin) => origin.trim()))
  .refine((list) => list.every(isOrigin), "is not a list of origins such as https://app.example.com");

const port = z.coerce.number().int().min(0).max(65_535);
const units = z.coerce.number().int().min(1).max(1_000_000_000);

/** What edge is told, however it is run. */
export const edgeVariables = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port.default(8080),
  GRPC_PORT: port.default(50_051),
  FINFLOW_LIMIT_USER: units.default(100),
  FINFLOW_LIMIT_ADDRESS: units.default(1000),
  FINFLOW_TRUSTED_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  FINFLOW_CORS_ORIGINS: origins.default([]),
  FINFLOW_UPLOAD_ORIGINS: origins.default([]),
  FINFLOW_WAIT_MS: z.coerce.number().int().min(0).max(3_600_000).default(30_000),
  FINFLOW_GRACE_MS: z.coerce.number().int().min(0).max(300_000).default(10_000),
});

/** @throws ConfigError naming all bad variables together */
export function readEdgeConfig(env: Readonly<Record<string, string | undefined>>): EdgeConfig {
  const read = readConfig(edgeVariables, env);
  return {
    host: read.HOST,
    port: read.PORT,
    grpcPort: read.GRPC_PORT,
    limits: { user: read.FINFLOW_LIMIT_USER, address: read.FINFLOW_LIMIT_ADDRESS },
    trustedHops: read.FINFLOW_TRUSTED_HOPS,
    corsOrigins: read.FINFLOW_CORS_ORIGINS,
    uploadOrigins: read.FINFLOW_UPLOAD_ORIGINS,
    webRoot: join(import.meta.dirname, "../web/dist"),
    graceMs: read.FINFLOW_GRACE_MS,
    waitMs: read.FINFLOW_WAIT_MS,
  };
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}
