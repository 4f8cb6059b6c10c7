import type { ObjectStore } from "@finflow/objects/object-store";
import type { HostedService } from "@finflow/service-host/hosted-service";
import { poolGauge } from "@finflow/service-host/pool-gauge";
import { bringUp } from "@finflow/service-host/schema";
import type { StatementReader } from "@finflow/statements/child/statement-reader";
import type { Logger } from "@finflow/telemetry/logger";
import type { Metrics } from "@finflow/telemetry/metrics";
import type { Pool } from "pg";
import type { ReadingJobs, ReadingQueue } from "./adapters/reading-jobs.ts";
import { databaseChecks } from "./checks.ts";
import type { WorkerConfig } from "./config.ts";
import type { Categorize } from "./domain/read-statement.ts";
import { uploadErrors } from "./rpc/errors.ts";
import { uploadSchema } from "./service.ts";
import { type ReadingPorts, readDocument } from "./work/read-document.ts";
import { type ReadingMetrics, readingMetrics } from "./work/reading-metrics.ts";
import { removeOrphans } from "./work/remove-orphans.ts";
import { repeat } from "./work/repeat.ts";
import { sweep } from "./work/sweep.ts";

export type WorkerAdapters = {
  /** Of upload's database, which upload itself migrates; closed by who made it. */
  pool: Pool;
  jobs: ReadingJobs;
  objects: ObjectStore;
  /** Called when the worker starts; it closes the reader when it drains. */
  openReader: () => StatementReader;
  /** The same for pages without text; without it they are left out. */
  openScanReader?: () => StatementReader;
  categorize: Categorize;
  logger: Logger;
  /** The process's, for how files end and how long they take. */
  metrics?: Metrics;
};

const daySeconds = 86_400;

/** Reads documents, and sweeps up after workers and clients that died. Serves no RPC. */
export function buildUploadWorker(config: WorkerConfig, adapters: WorkerAdapters): HostedService {
  const schema = uploadSchema(adapters.pool);
  let stop: (() => Promise<void>) | undefined;
  const metrics = adapters.metrics && readingMetrics(adapters.metrics);
  if (adapters.metrics) poolGauge(adapters.metrics)("upload-worker", adapters.pool);
  return {
    name: "upload-worker",
    routes: () => {},
    publicMethods: [],
    errors: uploadErrors,
    checks: databaseChecks(adapters.pool, schema),
    start: async (mode = "migrate") => {
      if (mode === "await") await bringUp(schema, mode);
      stop = await startWork(config, adapters, metrics);
    },
    drain: async () => {
      await stop?.();
      stop = undefined;
    },
  };
}

async function startWork(
  config: WorkerConfig,
  adapters: WorkerAdapters,
  metrics: ReadingMetrics | undefined,
): Promise<() => Promise<void>> {
  const { jobs, logger } = adapters;
  const stopping = new AbortController();
  await using opened = new AsyncDisposableStack();
  const queue = opened.adopt(await jobs.openQueue(), (each) => each.close());
  if (config.isOnlyWorker) await takeOver(adapters, queue);
  const reader = opened.adopt(adapters.openReader(), (each) => each.close());
  const scanReader =
    adapters.openScanReader && opened.adopt(adapters.openScanReader(), (each) => each.close());
  const ports = readingPorts(config, adapters, { reader, scanReader, queue, metrics });
  const openWorker = (reads: "text" | "pictures", concurrency: number) =>
    jobs.openWorker({
      reads,
      concurrency,
      process: async (job) => {
        await readDocument(ports, job, stopping.signal);
      },
      onProblem: (error) => logger.error("a job failed", { error }),
    });
  const worker = await openWorker("text", config.concurrency);
  // One at a time, beside the others: a scan takes as long as hundreds of files with text.
  const scanWorker = scanReader && (await openWorker("pictures", 1));
  const sweeping = startSweeping(config, adapters, queue, stopping.signal);
  opened.defer(async () => {
    // Readings under way are given back, so that another worker begins at once.
    stopping.abort();
    await Promise.all([worker.close(), scanWorker?.close()]);
    await sweeping;
  });
  // From here on it is the caller's to close; what failed before is closed on the way out.
  const kept = opened.move();
  return () => kept.disposeAsync();
}

function readingPorts(
  { sealingKeys, heartbeatSeconds }: WorkerConfig,
  { pool, objects, categorize, logger }: WorkerAdapters,
  opened: Pick<ReadingPorts, "reader" | "scanReader" | "queue" | "metrics">,
): ReadingPorts {
  return { ...opened, pool, objects, categorize, sealingKeys, heartbeatSeconds, logger };
}

/** What a process that died was reading is read at once, and not when its claims have expired. */
async function takeOver({ pool, objects, logger }: WorkerAdapters, queue: ReadingQueue): Promise<void> {
  try {
    await sweep({ pool, queue, objects, claimSeconds: 0, waitSeconds: 0, logger });
  } catch (error) {
    logger.warn("sweep not finished", { error });
  }
}

async function startSweeping(
  config: WorkerConfig,
  { pool, objects, logger }: WorkerAdapters,
  queue: ReadingQueue,
  stopping: AbortSignal,
): Promise<void> {
  const { claimSeconds, waitSeconds } = config;
  const onProblem = (error: unknown) => logger.warn("sweep not finished", { error });
  await Promise.all([
    repeat(
      () => sweep({ pool, queue, objects, claimSeconds, waitSeconds, logger }),
      { everySeconds: config.sweepSeconds, onProblem },
      stopping,
    ),
    repeat(
      async () => {
        const count = await removeOrphans({ pool, objects });
        if (count > 0) logger.info("objects without documents removed", { count });
      },
      { everySeconds: daySeconds, onProblem },
      stopping,
    ),
  ]);
}
