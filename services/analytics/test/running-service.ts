import { randomUUID } from "node:crypto";
import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import type { Topic } from "@finflow/event-log/event";
import { migrationsFolder } from "@finflow/event-log/migrations";
import { createPostgresEventLog } from "@finflow/event-log/postgres-event-log";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { TransactionsChangedSchema } from "@finflow/gen/finflow/events/v1/transactions_changed_pb";
import { UserDeletedSchema } from "@finflow/gen/finflow/events/v1/users_pb";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { signAccessToken, verifyAccessToken } from "@finflow/identity/access-token";
import { staticJwks } from "@finflow/identity/jwks";
import { migrate } from "@finflow/postgres/migrate";
import { createPool } from "@finflow/postgres/pool";
import { startTestPostgres } from "@finflow/postgres/test-database";
import { createInMemoryMesh } from "@finflow/service-host/in-memory-mesh";
import { createLogger } from "@finflow/telemetry/logger";
import { createMetrics } from "@finflow/telemetry/metrics";
import { exportJWK, generateKeyPair } from "jose";
import { defaultConfig } from "../src/config.ts";
import { buildAnalytics } from "../src/service.ts";

const issuer = { issuer: "https://finflow.test", audience: "finflow" };

/** analytics on real databases, fed by a real log, asked through the interceptors of every service. */
export async function runAnalytics() {
  const postgres = await startTestPostgres();
  const open = async (name: string) => {
    const config = await postgres.createDatabase(name);
    return createPool({ config, name, max: 8, statementTimeoutMs: 10_000 });
  };
  const [pool, events] = [await open("analytics"), await open("events")];
  await migrate(events, migrationsFolder);
  const problems: unknown[] = [];
  const onProblem = (error: unknown) => void problems.push(error);
  const log = createPostgresEventLog({ pool: events, onProblem, pollMs: 20 });

  const { publicKey, privateKey } = await generateKeyPair("RS256", { modulusLength: 2048 });
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: "one", alg: "RS256" }] };
  const logger = createLogger({ service: "analytics", level: "silent" });
  const mesh = createInMemoryMesh({
    logger,
    metrics: createMetrics(),
    verify: verifyAccessToken({ ...issuer, jwks: staticJwks(() => keys) }),
  });
  const upload = createClient(UserRowsService, mesh.transport());
  const service = buildAnalytics(defaultConfig, { pool, log, upload, logger });
  mesh.add(service);
  await service.start();

  return {
    pool,
    log,
    problems,
    client: createClient(AnalyticsService, mesh.transport()),
    /** The headers of a signed-in user. */
    signedIn: async (userId: string) => {
      const issuedAt = new Date();
      const expiresAt = new Date(issuedAt.getTime() + 900_000);
      const claims = { ...issuer, userId, sessionId: randomUUID(), issuedAt, expiresAt };
      const token = await signAccessToken({ keyId: "one", privateKey }, claims);
      return { headers: { authorization: `Bearer ${token}` } };
    },
    append: async (topic: Topic, userId: string, data: Uint8Array, type = `finflow.${topic}.v1`) => {
      const event = {
        topic,
        type,
        userId,
        data,
        id: randomUUID(),
        source: "finflow.upload",
        time: new Date(),
      };
      await log.append([{ ...event, traceparent: undefined }]);
    },
    changed: (init: MessageInitShape<typeof TransactionsChangedSchema>) =>
      toBinary(TransactionsChangedSchema, create(TransactionsChangedSchema, init)),
    deleted: (userId: string) => toBinary(UserDeletedSchema, create(UserDeletedSchema, { userId })),
    stop: async () => {
      await service.drain();
      await log.close();
      await Promise.all([pool.end(), events.end()]);
      await postgres.stop();
    },
  };
}
