import { createKafkaEventLog } from "@finflow/event-log/kafka-event-log";
import { accessTokenNames, verifyAccessToken } from "@finflow/identity/access-token";
import { staticJwks } from "@finflow/identity/jwks";
import { createRedisRevokedSessions } from "@finflow/identity/redis-revoked-sessions";
import { createProcessPool } from "@finflow/postgres/process-pool";
import { connectRedis } from "@finflow/redis/connect-redis";
import { readCallersKeys, readSecretKeys } from "@finflow/service-host/mounted-keys";
import { runMain } from "@finflow/service-host/run-main";
import { grpcBody } from "@finflow/service-host/run-process";
import { servingOptions } from "@finflow/service-host/serving";
import { authConfig } from "./config.ts";
import { environment } from "./environment.ts";
import { buildAuth } from "./service.ts";

await runMain("auth", environment, async (config, context) => {
  const { logger, metrics, opens } = context;
  const keys = await readSecretKeys("AUTH_ENCRYPTION_KEYS_FILE", config.AUTH_ENCRYPTION_KEYS_FILE);
  const folder = config.SERVICE_PUBLIC_KEYS_FOLDER;
  const serviceKeys = await readCallersKeys("SERVICE_PUBLIC_KEYS_FOLDER", folder);
  const pool = createProcessPool(config, "auth", (error) =>
    logger.warn("database connection broke", { error }),
  );
  opens("the database", pool, () => pool.end());
  const eventLog = createKafkaEventLog({
    bootstrap: config.KAFKA_BROKERS,
    clientId: "finflow-auth",
    metrics,
  });
  opens("the event log", eventLog, () => eventLog.close());
  const onProblem = (error: unknown) => logger.warn("the cache does not answer", { error });
  const redis = connectRedis({ url: config.REDIS_CACHE_URL, onProblem });
  opens("the cache", redis, async () => redis.disconnect());
  const revokedSessions = createRedisRevokedSessions({ redis, onProblem });
  const auth = buildAuth(authConfig(config, keys), { pool, eventLog, revokedSessions, logger, metrics });
  const verify = verifyAccessToken({ ...accessTokenNames, jwks: staticJwks(auth.keys) });
  return {
    adminHandlers: auth.adminHandlers,
    body: grpcBody([auth], { ...servingOptions(config, context), verify, serviceKeys }),
  };
});
