import { resolve } from "node:path";
import { readConfig } from "@finflow/service-host/config";
import { z } from "zod";

const port = (standard: number) => z.coerce.number().int().min(1).max(65_535).default(standard);

const variables = z
  .object({
    /** HTTP: the page, REST, Connect, gRPC-web. */
    PORT: port(8080),
    /** gRPC. */
    GRPC_PORT: port(50_051),
    /** `/livez`, `/readyz`, `/metrics`. */
    ADMIN_PORT: port(9464),
    /** The address to listen on. Anything but loopback lets others in: put TLS in front. */
    FINFLOW_HOST: z.string().min(1).default("127.0.0.1"),
    FINFLOW_DATA: z
      .string()
      .min(1)
      .default(resolve(import.meta.dirname, "../../.finflow")),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    /** Set by tools/bootstrap.js: its process, and when it began (milliseconds since 1970). */
    FINFLOW_BOOTSTRAP_PID: z.coerce.number().int().optional(),
    FINFLOW_STARTED_AT: z.coerce.number().optional(),
  })
  .refine(({ PORT, GRPC_PORT, ADMIN_PORT }) => new Set([PORT, GRPC_PORT, ADMIN_PORT]).size === 3, {
    path: ["PORT"],
    message: "is the same as another port",
  });

export type Environment = Readonly<Record<string, string | undefined>>;

export type SoloConfig = z.infer<typeof variables> & {
  /** Where edge finds the variables of its own. */
  readonly environment: Environment;
};

/** @throws ConfigError naming all bad variables together */
export function readSoloConfig(environment: Environment): SoloConfig {
  return { ...readConfig(variables, environment), environment };
}
