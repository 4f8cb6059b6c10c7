import { join } from "node:path";
import { openFileObjects } from "@finflow/objects/file-objects";
import { loadSigningKey } from "@finflow/objects/signing-key";
import { startAdminServer } from "@finflow/service-host/admin-server";
import type { HostedService } from "@finflow/service-host/hosted-service";
import { drainServices } from "@finflow/service-host/lifecycle";
import { ListenError } from "@finflow/service-host/listen-error";
import { createReadiness } from "@finflow/service-host/readiness";
import { createLogger, type Logger } from "@finflow/telemetry/logger";
import { createMetrics } from "@finflow/telemetry/metrics";
import { startTracing } from "@finflow/telemetry/tracing";
import type { SoloConfig } from "./config.ts";
import { openDataFolder } from "./data-folder.ts";
import { openDatabases } from "./databases.ts";
import { assertPortsFree, portRefused } from "./free-ports.ts";
import { openLogFile } from "./log-file.ts";
import type { Steps } from "./steps.ts";

export type Solo = {
  /** Where people go, such as `http://localhost:8080`. */
  readonly address: string;
  readonly dataFolder: string;
  readonly logFile: string;
  /** Resolves when it cannot go on: the database is gone for good. */
  readonly failed: Promise<Error>;
  /** Lets what is under way end, then closes everything, the database last. */
  readonly stop: () => Promise<void>;
};

type Closing = { readonly title: string; readonly close: () => Promise<unknown> };

/**
 * Starts all of Finflow in this process.
 *
 * @throws SoloError, EmbeddedPostgresError and MigrationError, whose messages are for the person who started it
 */
export async function startSolo(config: SoloConfig, steps: Steps): Promise<Solo> {
  const opened: Closing[] = [];
  const opens = <Result>(title: string, result: Result, close: () => Promise<unknown>): Result => {
    opened.push({ title, close });
    return result;
  };
  try {
    return await open(config, steps, opens, () => closeAll(opened));
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

/** In the reverse order of opening; what fails does not keep the others from it. */
async function closeAll(opened: Closing[]): Promise<void> {
  const failures: unknown[] = [];
  for (const { title, close } of opened.splice(0).toReversed()) {
    try {
      await close();
    } catch (cause) {
      failures.push(new Error(`${title} did not close`, { cause }));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join("; "));
}

async function open(
  config: SoloConfig,
  steps: Steps,
  opens: <Result>(title: string, result: Result, close: () => Promise<unknown>) => Result,
  stop: () => Promise<void>,
): Promise<Solo> {
  const { PORT, GRPC_PORT, ADMIN_PORT, FINFLOW_HOST: host } = config;
  await assertPortsFree(host, { PORT, GRPC_PORT, ADMIN_PORT }, steps.say);
  const folder = await openDataFolder(config.FINFLOW_DATA);
  const logFile = openLogFile(folder.logs);
  opens("the log file", logFile, logFile.close);
  const loggerOf = (service: string): Logger =>
    createLogger({ service, level: config.LOG_LEVEL, destination: logFile });
  const logger = loggerOf("solo");
  const tracing = startTracing({ serviceName: "finflow", otlpEndpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT });
  opens("tracing", tracing, tracing.shutdown);
  const metrics = createMetrics();

  // The database starts in its own processes while this one loads the services' code.
  const loading = steps.run("services loaded", () =>
    Promise.all([import("./compose.ts"), import("./event-log.ts")]),
  );
  const databases = await steps.run("database started", () =>
    openDatabases({ folder, logger: loggerOf("database"), onOutage: steps.say }),
  );
  opens("the database", databases, databases.stop);
  const [{ composeServices }, { openEventLog }] = await loading;

  const log = await openEventLog(databases.pool("finflow_events", 16), loggerOf("event-log"));
  opens("the event log", log, log.close);
  const signingKey = await loadSigningKey(join(folder.keys, "upload-addresses"));
  const objects = await openFileObjects({ folder: folder.objects, signingKey });
  const composition = await composeServices({ folder, databases, log, objects, loggerOf, metrics });

  for (const services of composition.inOrder) {
    await Promise.all(
      services.map(async (service) => {
        await steps.run(`${service.name} started`, () => service.start());
        opens(service.name, service, () => drained(service, logger));
      }),
    );
  }
  const readiness = createReadiness(composition.inOrder.flat(), logger);
  const admin = await startAdminServer({
    host,
    port: ADMIN_PORT,
    logger,
    metrics,
    readiness,
    handlers: { "/.well-known/jwks.json": async () => Response.json(await composition.jwks()) },
  }).catch((error: unknown) => refusePort("ADMIN_PORT", error));
  opens("the admin port", admin, admin.close);
  readiness.markStarted();
  return {
    address: `http://localhost:${PORT}`,
    dataFolder: folder.path,
    logFile: logFile.path,
    failed: databases.postgres.failed,
    stop: async () => {
      readiness.markDraining();
      await stop();
    },
  };
}

/** Somebody took it after it was found free. */
async function refusePort(variable: string, error: unknown): Promise<never> {
  if (error instanceof ListenError) throw await portRefused(variable, error.host, error.port, error.code);
  throw error;
}

async function drained(service: HostedService, logger: Logger): Promise<void> {
  if (!(await drainServices([service], logger))) throw new Error(`${service.name} left work undone`);
}
