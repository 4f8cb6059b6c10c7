import { categorize } from "@finflow/categorizer/categorize";
import { createProcessPool } from "@finflow/postgres/process-pool";
import { runMain } from "@finflow/service-host/run-main";
import { quietBody } from "@finflow/service-host/run-process";
import { canReadScans } from "@finflow/statements/child/program";
import { createScanReader } from "@finflow/statements/child/read-scan";
import { createStatementReader } from "@finflow/statements/child/statement-reader";
import { redisReadingJobs } from "./adapters/redis-reading-jobs.ts";
import { defaultTimes } from "./config.ts";
import { workerEnvironment } from "./environment.ts";
import { objectsOf, sealingKeysOf } from "./mounted.ts";
import { buildUploadWorker } from "./worker.ts";

await runMain("upload-worker", workerEnvironment, async (config, { logger, metrics, opens }) => {
  const sealingKeys = await sealingKeysOf(config);
  const concurrency = config.WORKER_CONCURRENCY;
  const pool = createProcessPool(config, "upload-worker", (error) =>
    logger.warn("database connection broke", { error }),
  );
  opens("the database", pool, () => pool.end());
  const objects = objectsOf(config);
  opens("the object store", objects, async () => objects.close());
  const worker = buildUploadWorker(
    { sealingKeys, ...defaultTimes, concurrency },
    {
      ...{ pool, objects, categorize, logger, metrics },
      jobs: redisReadingJobs(config.REDIS_JOBS_URL, (error) => logger.warn("jobs wait", { error })),
      openReader: () => createStatementReader({ ahead: 1, atOnce: concurrency }),
      openScanReader: canReadScans() ? createScanReader : undefined,
    },
  );
  // Its tables are made with upload, whatever it is told.
  return { body: quietBody([worker], { logger, schema: "await" }) };
});
