import { createLogger, type Logger } from "@finflow/telemetry/logger";
import { createMetrics, type Metrics } from "@finflow/telemetry/metrics";
import type { z } from "zod";
import type { AdminHandler } from "./admin-server.ts";
import { createClosing, type Opens } from "./closing.ts";
import { ConfigError, readConfig } from "./config.ts";
import { type ProcessBody, runProcess } from "./run-process.ts";
import type { processVariables } from "./variables.ts";

type Common = z.infer<z.ZodObject<ReturnType<typeof processVariables>>>;

/** What a process has before it has anything else. */
export type MainContext = {
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Notes how to close what was opened; it is closed when the services no longer use it, the last one first. */
  readonly opens: Opens;
};

export type Main = {
  readonly body: ProcessBody;
  readonly adminHandlers?: Readonly<Record<string, AdminHandler>>;
};

/** Of sysexits.h: what is wrong is the configuration, and starting again does not help. */
const configurationExit = 78;

/**
 * A service's `main.ts`: reads its environment, opens what it needs, and runs until it is told to stop. A process
 * that cannot start says why and exits.
 */
export async function runMain<Variables extends z.ZodType<Common>>(
  service: string,
  variables: Variables,
  open: (config: z.infer<Variables>, context: MainContext) => Promise<Main>,
): Promise<void> {
  await orExit(service, async () => {
    const config = readConfig(variables, process.env);
    const logger = createLogger({ service, level: config.LOG_LEVEL });
    const metrics = createMetrics();
    const { opens, close } = createClosing();
    const { body, adminHandlers } = await open(config, { logger, metrics, opens });
    await runProcess(body, {
      ...{ logger, metrics, adminHandlers, close },
      serviceName: `finflow-${service}`,
      host: config.HOST,
      adminPort: config.ADMIN_PORT,
      otlpEndpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
      graceMs: config.FINFLOW_GRACE_MS,
    });
  });
}

/** A service's `migrate.ts`: makes its store's schema, and exits. */
export async function runMigration<Variables extends z.ZodType>(
  service: string,
  variables: Variables,
  migrate: (config: z.infer<Variables>, opens: Opens) => Promise<void>,
): Promise<void> {
  await orExit(service, async () => {
    const config = readConfig(variables, process.env);
    const { opens, close } = createClosing();
    try {
      await migrate(config, opens);
      createLogger({ service }).info("schema is there");
    } finally {
      await close();
    }
  });
}

async function orExit(service: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    createLogger({ service }).error("process cannot start", { error });
    if (error instanceof ConfigError) console.error(error.message);
    process.exit(error instanceof ConfigError ? configurationExit : 1);
  }
}
