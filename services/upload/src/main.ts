import { createKafkaEventLog } from "@finflow/event-log/kafka-event-log";
import { createProcessPool } from "@finflow/postgres/process-pool";
import { readCallersKeys } from "@finflow/service-host/mounted-keys";
import { runMain } from "@finflow/service-host/run-main";
import { grpcBody } from "@finflow/service-host/run-process";
import { servingOptions } from "@finflow/service-host/serving";
import { redisReadingJobs } from "./adapters/redis-reading-jobs.ts";
import { defaultTimes } from "./config.ts";
import { environment } from "./environment.ts";
import { objectsOf, sealingKeysOf } from "./mounted.ts";
import { buildUpload } from "./service.ts";

await runMain("upload", environment, async (config, context) => {
  const { logger, metrics, opens } = context;
  const sealingKeys = await sealingKeysOf(config);
  const folder = config.SERVICE_PUBLIC_KEYS_FOLDER;
  const serviceKeys = await readCallersKeys("SERVICE_PUBLIC_KEYS_FOLDER", folder);
  const pool = createProcessPool(config, "upload", (error) =>
    logger.warn("database connection broke", { error }),
  );
  opens("the database", pool, () => pool.end());
  const log = createKafkaEventLog({ bootstrap: config.KAFKA_BROKERS, clientId: "finflow-upload", metrics });
  opens("the event log", log, () => log.close());
  const objects = objectsOf(config);
  opens("the object store", objects, async () => objects.close());
  const jobs = redisReadingJobs(config.REDIS_JOBS_URL, (error) => logger.warn("jobs wait", { error }));
  const upload = buildUpload({ sealingKeys, ...defaultTimes }, { pool, log, jobs, objects, logger, metrics });
  return { body: grpcBody([upload], { ...servingOptions(config, context), serviceKeys }) };
});
