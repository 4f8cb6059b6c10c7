import { hkdfSync } from "node:crypto";
import { keepPosition, readPosition } from "@finflow/event-log/consumer-positions";
import type { EventLog } from "@finflow/event-log/event-log";
import { eventsCheck } from "@finflow/event-log/events-check";
import { createRelay } from "@finflow/event-log/relay";
import { createSubscription } from "@finflow/event-log/subscription";
import type { ObjectStore } from "@finflow/objects/object-store";
import { database } from "@finflow/postgres/database";
import { postgresSchema } from "@finflow/postgres/migrate";
import { transaction } from "@finflow/postgres/transaction";
import type { HostedService } from "@finflow/service-host/hosted-service";
import { poolGauge } from "@finflow/service-host/pool-gauge";
import { bringUp, type Schema } from "@finflow/service-host/schema";
import type { Logger } from "@finflow/telemetry/logger";
import type { Metrics } from "@finflow/telemetry/metrics";
import type { Pool } from "pg";
import { type DocumentChanges, listenForDocumentChanges } from "./adapters/document-changes.ts";
import type { ReadingJobs, ReadingQueue } from "./adapters/reading-jobs.ts";
import { databaseChecks, workChecks } from "./checks.ts";
import type { UploadConfig } from "./config.ts";
import type { SealingKeys } from "./domain/password-seal.ts";
import { uploadErrors } from "./rpc/errors.ts";
import { type PageTokens, pageTokens } from "./rpc/page-token.ts";
import { uploadRoutes } from "./rpc/routes.ts";
import { eraseDeletedUsers, erasureConsumer } from "./work/erase-user.ts";
import { watchJobs } from "./work/job-gauge.ts";

export type UploadAdapters = {
  /** Of upload's own database; closed by who made it, like the log. One connection listens, one relays. */
  pool: Pool;
  log: EventLog;
  jobs: ReadingJobs;
  objects: ObjectStore;
  logger: Logger;
  /** Where the outbox, the jobs and the pool are measured. */
  metrics?: Metrics;
};

export const migrationsFolder = new URL("../migrations/", import.meta.url);

/** What upload and its worker need of their database. */
export const uploadSchema = (pool: Pool): Schema => postgresSchema(pool, migrationsFolder);

/** Services that may read a user's rows from here to rebuild themselves. */
const readModels = ["analytics", "chatbot"];

type Opened = {
  queue: ReadingQueue;
  changes: DocumentChanges;
  stopEvents: () => Promise<void>;
  stopCounting: () => Promise<void>;
};

/** Between two counts of the jobs, in seconds: as often as Prometheus asks. */
const countSeconds = 15;

/** Documents, accounts, corrections and the internal stream of rows, with the relay of its events. */
export function buildUpload(config: UploadConfig, adapters: UploadAdapters): HostedService {
  const { pool, jobs, objects, logger } = adapters;
  const schema = uploadSchema(pool);
  if (adapters.metrics) poolGauge(adapters.metrics)("upload", pool);
  let opened: Opened | undefined;
  const running = (): Opened => {
    if (!opened) throw new Error("upload is not running");
    return opened;
  };
  const routes = uploadRoutes({
    pool,
    objects,
    queue: { add: (job) => running().queue.add(job) },
    changes: { watch: (userId, signal) => running().changes.watch(userId, signal) },
    sealingKeys: config.sealingKeys,
    pageTokens: tokensFrom(config.sealingKeys),
    pendingSeconds: config.pendingSeconds,
    logger,
  });
  return {
    name: "upload",
    routes,
    publicMethods: [],
    internalCallers: readModels,
    errors: uploadErrors,
    checks: [
      ...databaseChecks(pool, schema),
      eventsCheck(adapters.log),
      ...workChecks(objects, () => opened?.queue),
    ],
    start: async (mode = "migrate") => {
      await bringUp(schema, mode);
      const queue = await jobs.openQueue();
      const onProblem = (error: unknown) => logger.warn("document changes not heard", { error });
      const changes = listenForDocumentChanges(pool, { pollMs: config.watchPollMs, onProblem });
      opened = {
        ...{ queue, changes },
        stopEvents: startEvents(adapters),
        stopCounting: startCounting(adapters, queue),
      };
    },
    drain: async () => {
      if (!opened) return;
      const { queue, changes, stopEvents, stopCounting } = opened;
      opened = undefined;
      await stopCounting();
      await stopEvents();
      await changes.close();
      await queue.close();
    },
  };
}

/** What upload says to the log, and what it hears from it. */
function startEvents({ pool, log, logger, metrics }: UploadAdapters): () => Promise<void> {
  const onProblem = (error: unknown) => logger.warn("events wait", { error });
  const relay = createRelay({ pool, log, source: "finflow.upload", onProblem, metrics });
  const erasures = createSubscription({
    log,
    consumer: erasureConsumer,
    topics: ["users.deleted"],
    startAt: (topic, partition) => readPosition(database(pool), erasureConsumer, topic, partition),
    onPositionLost: (place) => keepPosition(database(pool), erasureConsumer, place),
    apply: (batch) => eraseDeletedUsers({ pool, log }, batch),
    skip: (batch) => transaction(pool, (tx) => keepPosition(tx, erasureConsumer, batch)),
    onProblem,
  });
  return async () => {
    await erasures.stop();
    await relay.stop();
  };
}

/** What waits to be read, for those who watch. */
function startCounting({ metrics, logger }: UploadAdapters, queue: ReadingQueue): () => Promise<void> {
  const stopping = new AbortController();
  const onProblem = (error: unknown) => logger.warn("jobs not counted", { error });
  const counting =
    metrics && watchJobs({ queue, metrics, everySeconds: countSeconds }, onProblem, stopping.signal);
  return async () => {
    stopping.abort();
    await counting;
  };
}

/** Not the sealing keys themselves: one key, one use. */
function tokensFrom({ current, previous }: SealingKeys): PageTokens {
  const derive = (key: Uint8Array) =>
    new Uint8Array(hkdfSync("sha256", key, new Uint8Array(), "finflow upload page tokens", 32));
  return pageTokens([derive(current.key), ...(previous ? [derive(previous.key)] : [])]);
}
