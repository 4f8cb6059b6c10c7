import { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import { accessTokenNames, verifyAccessToken } from "@finflow/identity/access-token";
import { createRedisRevokedSessions } from "@finflow/identity/redis-revoked-sessions";
import { createRemoteJwks } from "@finflow/identity/remote-jwks";
import { connectRedis } from "@finflow/redis/connect-redis";
import { createCallees } from "@finflow/service-host/callees";
import { readServiceKey } from "@finflow/service-host/mounted-keys";
import { createRemoteHealth } from "@finflow/service-host/remote-health";
import { runMain } from "@finflow/service-host/run-main";
import { readEdgeConfig } from "./config.ts";
import { environment } from "./environment.ts";
import { withFallback } from "./limits/fallback-rate-limiter.ts";
import { createMemoryRateLimiter } from "./limits/memory-rate-limiter.ts";
import { createRedisRateLimiter } from "./limits/redis-rate-limiter.ts";
import { servicesOf } from "./rpc/served-methods.ts";
import { buildEdge } from "./service.ts";

await runMain("edge", environment, async (config, { logger, metrics, opens }) => {
  const privateKey = await readServiceKey("SERVICE_KEY_FILE", config.SERVICE_KEY_FILE);
  const onProblem = (error: unknown) => logger.warn("the cache does not answer", { error });
  const connect = () => {
    const redis = connectRedis({ url: config.REDIS_CACHE_URL, onProblem });
    return opens("the cache", redis, async () => redis.disconnect());
  };
  const redis = connect();
  const caller = { name: "edge", privateKey };
  const calleeOf = createCallees({ metrics, opens, caller, retries: config.RPC_RETRIES });
  const auth = calleeOf({
    name: "auth",
    address: config.AUTH_ADDRESS,
    services: [...servicesOf("auth"), RevocationService],
  });
  const healthOf = (address: string) => createRemoteHealth(address, ["events", "jobs", "objects"], opens);
  const toBackend = (name: "upload" | "analytics" | "chatbot", address: string) =>
    calleeOf({ name, address, services: servicesOf(name) });
  const edge = buildEdge(readEdgeConfig(process.env), {
    transports: {
      auth,
      upload: toBackend("upload", config.UPLOAD_ADDRESS),
      analytics: toBackend("analytics", config.ANALYTICS_ADDRESS),
      chatbot: toBackend("chatbot", config.CHATBOT_ADDRESS),
    },
    internalAuth: auth,
    verify: verifyAccessToken({ ...accessTokenNames, jwks: createRemoteJwks(new URL(config.JWKS_URL)) }),
    revokedSessions: createRedisRevokedSessions({ redis, listener: connect(), onProblem }),
    rateLimiter: withFallback(createRedisRateLimiter({ redis }), createMemoryRateLimiter(), { onProblem }),
    dependencies: [{ name: "cache", check: async () => void (await redis.ping()), isOptional: true }],
    checks: {
      auth: healthOf(config.AUTH_ADDRESS),
      upload: healthOf(config.UPLOAD_ADDRESS),
      analytics: healthOf(config.ANALYTICS_ADDRESS),
      chatbot: healthOf(config.CHATBOT_ADDRESS),
    },
    ...{ logger, metrics },
  });
  return {
    body: {
      services: [edge.hosted],
      start: async (readiness) => {
        try {
          const { port } = await edge.startGrpc(readiness);
          await edge.startHttp();
          return { port, stop: edge.stop };
        } catch (error) {
          await edge.stop();
          throw error;
        }
      },
    },
  };
});
