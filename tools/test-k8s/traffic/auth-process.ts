/** auth as its own process in a pod: its real code on a real PostgreSQL, whose events are in PostgreSQL too. */
import { authDefaults } from "@finflow/auth/config";
import { buildAuth } from "@finflow/auth/service";
import { createPostgresEventLog } from "@finflow/event-log/postgres-event-log";
import { accessTokenNames, verifyAccessToken } from "@finflow/identity/access-token";
import { staticJwks } from "@finflow/identity/jwks";
import { createInMemoryRevokedSessions } from "@finflow/identity/revoked-sessions";
import { createPool, type PostgresConfig } from "@finflow/postgres/pool";
import { grpcBody, runProcess } from "@finflow/service-host/run-process";
import { createLogger } from "@finflow/telemetry/logger";
import { createMetrics } from "@finflow/telemetry/metrics";

const { auth, events, key } = JSON.parse(process.env.TEST_STORES ?? "{}") as {
  auth: PostgresConfig;
  events: PostgresConfig;
  key: string;
};
const logger = createLogger({ service: "auth", level: "info" });
const metrics = createMetrics();
const poolOf = (name: string, config: PostgresConfig) =>
  createPool({
    ...{ name, config, max: 4, statementTimeoutMs: 5_000, connectTimeoutMs: 1_000 },
    onIdleError: (error) => logger.warn("database connection broke", { error }),
  });
const service = buildAuth(
  {
    ...authDefaults,
    // Real argon2id, at the lowest cost.
    argon2: { memory: 64, passes: 1, parallelism: 1, running: 4, waiting: 64 },
    keyEncryptionKeys: [{ id: "test", key: Buffer.from(key, "base64") }],
  },
  {
    ...{ pool: poolOf("auth", auth), logger, metrics, revokedSessions: createInMemoryRevokedSessions() },
    eventLog: createPostgresEventLog({
      pool: poolOf("events", events),
      onProblem: (error) => logger.warn("the event log does not answer", { error }),
    }),
  },
);
const host = "0.0.0.0";
const verify = verifyAccessToken({ ...accessTokenNames, jwks: staticJwks(service.keys) });
await runProcess(grpcBody([service], { logger, metrics, verify, host, port: 3001, graceMs: 1_000 }), {
  ...{ logger, metrics, host, serviceName: "finflow-auth", adminPort: 3101, graceMs: 1_000 },
  adminHandlers: service.adminHandlers,
});
