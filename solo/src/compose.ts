import { join } from "node:path";
import { createClient, type Transport } from "@connectrpc/connect";
import { postgresAnalyticsStore } from "@finflow/analytics/adapters/postgres-store";
import { defaultConfig as analyticsConfig } from "@finflow/analytics/config";
import { buildAnalytics } from "@finflow/analytics/service";
import { authDefaults } from "@finflow/auth/config";
import { buildAuth } from "@finflow/auth/service";
import { categorize } from "@finflow/categorizer/categorize";
import { postgresChatbotStore } from "@finflow/chatbot/adapters/postgres-store";
import { buildChatbot } from "@finflow/chatbot/service";
import type { EventLog } from "@finflow/event-log/event-log";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { type VerifyAccessToken, verifyAccessToken } from "@finflow/identity/access-token";
import { staticJwks } from "@finflow/identity/jwks";
import { createInMemoryRevokedSessions, type RevokedSessions } from "@finflow/identity/revoked-sessions";
import { generateServiceKeys } from "@finflow/identity/service-keys";
import { createServiceTokens } from "@finflow/identity/service-token";
import type { ObjectStore } from "@finflow/objects/object-store";
import type { HostedService } from "@finflow/service-host/hosted-service";
import { createInMemoryMesh } from "@finflow/service-host/in-memory-mesh";
import { canReadScans } from "@finflow/statements/child/program";
import { createScanReader } from "@finflow/statements/child/read-scan";
import { createStatementReader } from "@finflow/statements/child/statement-reader";
import { clientTelemetry } from "@finflow/telemetry/client-telemetry";
import type { Logger } from "@finflow/telemetry/logger";
import type { Metrics } from "@finflow/telemetry/metrics";
import { postgresReadingJobs } from "@finflow/upload/adapters/postgres-reading-jobs";
import { defaultTimes } from "@finflow/upload/config";
import { buildUpload } from "@finflow/upload/service";
import { buildUploadWorker } from "@finflow/upload/worker";
import type { DataFolder } from "./data-folder.ts";
import type { Databases } from "./databases.ts";
import { keptKey } from "./kept-secret.ts";

export type Foundations = {
  readonly folder: DataFolder;
  readonly databases: Databases;
  readonly log: EventLog;
  readonly objects: ObjectStore;
  readonly loggerOf: (service: string) => Logger;
  readonly metrics: Metrics;
};

export type Composition = {
  /** Those that may start side by side, then those that need them. */
  readonly inOrder: readonly (readonly HostedService[])[];
  /** Edge's way to every service, carrying edge's own service token. */
  readonly transport: Transport;
  /** The way of a read model, whose token upload's internal RPCs ask for. */
  readonly readModelTransport: Transport;
  readonly verify: VerifyAccessToken;
  readonly revokedSessions: RevokedSessions;
  /** auth's public keys, for the admin port. */
  readonly jwks: () => Promise<unknown>;
};

/** Reading a statement takes about 100 MB and a core. */
const readAtOnce = 2;

/** The services of one process: the same builders, clients and interceptors as over the network. */
export async function composeServices(foundations: Foundations): Promise<Composition> {
  const { folder, databases, log, loggerOf, metrics } = foundations;
  // Keys between services live as long as the process: both ends are in it.
  const [analyticsKeys, chatbotKeys, edgeKeys, authKey, uploadKey] = await Promise.all([
    generateServiceKeys(),
    generateServiceKeys(),
    generateServiceKeys(),
    keptKey(join(folder.keys, "auth-encryption")),
    keptKey(join(folder.keys, "upload-sealing")),
  ]);
  const revokedSessions = createInMemoryRevokedSessions();
  const auth = buildAuth(
    { ...authDefaults, keyEncryptionKeys: [{ id: "1", key: authKey }] },
    {
      ...{ pool: databases.pool("finflow_auth", 10), eventLog: log },
      ...{ revokedSessions, logger: loggerOf("auth"), metrics },
    },
  );
  const { issuer, audience } = authDefaults;
  const verify = verifyAccessToken({ issuer, audience, jwks: staticJwks(auth.keys) });
  const mesh = createInMemoryMesh({
    logger: loggerOf("mesh"),
    metrics,
    verify,
    serviceKeys: {
      analytics: analyticsKeys.publicKey,
      chatbot: chatbotKeys.publicKey,
      edge: edgeKeys.publicKey,
    },
  });
  const telemetry = clientTelemetry({ metrics });
  const callsOf = (name: string, { privateKey }: { privateKey: CryptoKey }, ...audiences: string[]) => {
    const tokens = createServiceTokens({ name, privateKey });
    return mesh.transport({
      interceptors: [telemetry, ...audiences.map((each) => tokens.interceptor(each))],
    });
  };
  const analyticsCalls = callsOf("analytics", analyticsKeys, "upload");
  const chatbotCalls = callsOf("chatbot", chatbotKeys, "upload");
  const services = {
    auth,
    ...uploadWithWorker(foundations, { current: { id: "1", key: uploadKey } }),
    analytics: buildAnalytics(analyticsConfig, {
      store: postgresAnalyticsStore(databases.pool("finflow_analytics", 12)),
      log,
      upload: createClient(UserRowsService, analyticsCalls),
      logger: loggerOf("analytics"),
    }),
    chatbot: buildChatbot({
      store: postgresChatbotStore(databases.pool("finflow_chatbot", 12)),
      log,
      analytics: createClient(AnalyticsService, chatbotCalls),
      upload: createClient(UserRowsService, chatbotCalls),
      logger: loggerOf("chatbot"),
    }),
  };
  for (const service of Object.values(services)) mesh.add(service);
  const { worker, ...others } = services;
  return {
    inOrder: [Object.values(others), [worker]],
    transport: callsOf("edge", edgeKeys, "auth"),
    readModelTransport: analyticsCalls,
    verify,
    revokedSessions,
    jwks: auth.keys,
  };
}

function uploadWithWorker(
  { databases, log, objects, loggerOf, metrics }: Foundations,
  sealingKeys: { current: { id: string; key: Uint8Array } },
): { upload: HostedService; worker: HostedService } {
  const logger = loggerOf("upload");
  const workerLogger = loggerOf("upload-worker");
  const jobs = postgresReadingJobs(databases.postgres.databases.finflow_jobs, (error) =>
    logger.warn("jobs wait", { error }),
  );
  return {
    upload: buildUpload(
      { sealingKeys, ...defaultTimes },
      { pool: databases.pool("finflow_upload", 12), log, jobs, objects, logger, metrics },
    ),
    worker: buildUploadWorker(
      { sealingKeys, ...defaultTimes, concurrency: readAtOnce, isOnlyWorker: true },
      {
        pool: databases.pool("finflow_upload", 8),
        jobs,
        objects,
        openReader: () => createStatementReader({ ahead: 1, atOnce: readAtOnce }),
        openScanReader: canReadScans() ? createScanReader : undefined,
        categorize,
        logger: workerLogger,
        metrics,
      },
    ),
  };
}
