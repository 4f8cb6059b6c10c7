import { join } from "node:path";
import type { Transport } from "@connectrpc/connect";
import { buildPage } from "@finflow/edge/build-page";
import { openFileObjects } from "@finflow/objects/file-objects";
import { loadSigningKey } from "@finflow/objects/signing-key";
import { startAdminServer } from "@finflow/service-host/admin-server";
import { createClosing, type Opens } from "@finflow/service-host/closing";
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
  /** Where the database lies, when it could not lie in the data folder. */
  readonly databaseFolder: string | undefined;
  readonly logFile: string;
  /** The ways to every service without a network, as edge and as a read model go. */
  readonly transports: { readonly edge: Transport; readonly readModel: Transport };
  /** Resolves when it cannot go on: the database is gone for good. */
  readonly failed: Promise<Error>;
  /** Lets what is under way end, then closes everything, the database last. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts all of Finflow in this process.
 *
 * @throws SoloError, EmbeddedPostgresError and MigrationError, whose messages are for the person who started it
 */
export async function startSolo(config: SoloConfig, steps: Steps): Promise<Solo> {
  const closing = createClosing();
  try {
    return await start(config, steps, closing.opens, closing.close);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function start(
  config: SoloConfig,
  steps: Steps,
  opens: Opens,
  close: () => Promise<void>,
): Promise<Solo> {
  const { PORT, GRPC_PORT, ADMIN_PORT, FINFLOW_HOST: host } = config;
  await assertPortsFree(host, { PORT, GRPC_PORT, ADMIN_PORT }, steps.say);
  const folder = await openDataFolder(config.FINFLOW_DATA);
  const logFile = opens("the log file", openLogFile(folder.logs), async (file) => file.close());
  const loggerOf = (service: string): Logger =>
    createLogger({ service, level: config.LOG_LEVEL, destination: logFile });
  const logger = loggerOf("solo");
  const otlpEndpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT;
  opens("tracing", startTracing({ serviceName: "finflow", otlpEndpoint }), (tracing) => tracing.shutdown());
  const metrics = createMetrics();

  // The database and the page's build are processes of their own, at work while this one loads code.
  const loading = Promise.all([import("./compose.ts"), import("./event-log.ts"), import("./edge.ts")]);
  const buildingPage = buildPage();
  for (const pending of [loading, buildingPage]) pending.catch(() => {});
  const databases = await steps.run("database", () =>
    openDatabases({ folder, logger: loggerOf("database"), onOutage: steps.say }),
  );
  opens("the database", databases, () => databases.stop());
  const [{ composeServices }, { openEventLog }, { openEdge }] = await steps.run("code", () => loading);

  const log = await steps.run("events", () =>
    openEventLog(databases.pool("finflow_events", 16), loggerOf("event-log"), metrics),
  );
  opens("the event log", log, () => log.close());
  const signingKey = await loadSigningKey(join(folder.keys, "upload-addresses"));
  const objects = await openFileObjects({ folder: folder.objects, signingKey });
  const composition = await composeServices({ folder, databases, log, objects, loggerOf, metrics });

  const startService = async (service: (typeof composition.inOrder)[number][number]): Promise<void> => {
    await steps.run(service.name, () => service.start());
    opens(service.name, service, async () => {
      if (!(await drainServices([service], logger))) throw new Error("it left work undone");
    });
  };
  for (const services of composition.inOrder) await Promise.all(services.map(startService));

  const readiness = createReadiness(composition.inOrder.flat(), logger, metrics);
  const handlers = { "/.well-known/jwks.json": async () => Response.json(await composition.jwks()) };
  const admin = await startAdminServer({
    host,
    port: ADMIN_PORT,
    logger,
    metrics,
    readiness,
    handlers,
  }).catch(refusing({ ADMIN_PORT }));
  opens("the admin port", admin, () => admin.close());
  await steps.run("page", () => buildingPage);
  const edge = await steps.run("edge", () =>
    openEdge(config, { composition, objects, signingKey, logger: loggerOf("edge"), metrics }).catch(
      refusing({ PORT, GRPC_PORT }),
    ),
  );
  opens("edge", edge, () => edge.stop());
  readiness.markStarted();
  return {
    address: `http://localhost:${PORT}`,
    dataFolder: folder.path,
    databaseFolder: databases.postgres.folder.startsWith(folder.path) ? undefined : databases.postgres.folder,
    logFile: logFile.path,
    transports: { edge: composition.transport, readModel: composition.readModelTransport },
    failed: databases.postgres.failed,
    stop: async () => {
      readiness.markDraining();
      await close();
    },
  };
}

/** Somebody took the port after it was found free. */
function refusing(ports: Readonly<Record<string, number>>): (error: unknown) => Promise<never> {
  return async (error) => {
    if (!(error instanceof ListenError)) throw error;
    const variable = Object.entries(ports).find(([, port]) => port === error.port)?.[0] ?? "PORT";
    throw await portRefused(variable, error.host, error.port, error.code);
  };
}
