import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { CallOptions, Transport } from "@connectrpc/connect";
import { migrationsFolder as logMigrations } from "@finflow/event-log/migrations";
import { createPostgresEventLog } from "@finflow/event-log/postgres-event-log";
import { signAccessToken, verifyAccessToken } from "@finflow/identity/access-token";
import { staticJwks } from "@finflow/identity/jwks";
import { generateServiceKeys } from "@finflow/identity/service-keys";
import { createServiceTokens } from "@finflow/identity/service-token";
import { openFileObjects } from "@finflow/objects/file-objects";
import { migrate } from "@finflow/postgres/migrate";
import { createPool, type PostgresConfig } from "@finflow/postgres/pool";
import { startTestPostgres } from "@finflow/postgres/test-database";
import type { HostedService } from "@finflow/service-host/hosted-service";
import { createInMemoryMesh } from "@finflow/service-host/in-memory-mesh";
import type { Statement } from "@finflow/statements/statement";
import { createLogger } from "@finflow/telemetry/logger";
import { createMetrics } from "@finflow/telemetry/metrics";
import { postgresReadingJobs } from "@finflow/upload/adapters/postgres-reading-jobs";
import { defaultTimes } from "@finflow/upload/config";
import { buildUpload } from "@finflow/upload/service";
import { exportJWK, generateKeyPair } from "jose";
import type { Pool } from "pg";
import { writeReading } from "./written-statement.ts";

export type TestMesh = Awaited<ReturnType<typeof startTestMesh>>;

const issuer = { issuer: "https://finflow.test", audience: "finflow" };

/** Upload on real databases with a real log, and room in the mesh for the services that read from it. */
export async function startTestMesh() {
  const postgres = await startTestPostgres();
  const pools: Pool[] = [];
  const openPool = async (name: string, config?: PostgresConfig) => {
    const at = config ?? (await postgres.createDatabase(name));
    const pool = createPool({ config: at, name, max: 8, statementTimeoutMs: 10_000 });
    pools.push(pool);
    return pool;
  };
  const [uploads, events] = [await openPool("upload"), await openPool("events")];
  await migrate(events, logMigrations);
  const problems: unknown[] = [];
  const onProblem = (error: unknown) => void problems.push(error);
  const log = createPostgresEventLog({ pool: events, onProblem, pollMs: 20 });

  const { publicKey, privateKey } = await generateKeyPair("RS256", { modulusLength: 2048 });
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: "one", alg: "RS256" }] };
  const logger = createLogger({ service: "test", level: "silent" });
  const [analytics, chatbot] = [await generateServiceKeys(), await generateServiceKeys()];
  const privateKeys = { analytics: analytics.privateKey, chatbot: chatbot.privateKey };
  const mesh = createInMemoryMesh({
    ...{ logger, metrics: createMetrics() },
    verify: verifyAccessToken({ ...issuer, jwks: staticJwks(() => keys) }),
    serviceKeys: { analytics: analytics.publicKey, chatbot: chatbot.publicKey },
  });
  const folder = await mkdtemp(join(tmpdir(), "finflow-test-mesh-"));
  const objects = await openFileObjects({ folder, signingKey: randomBytes(32) });
  const jobs = postgresReadingJobs(await postgres.createDatabase("jobs"), onProblem);
  const sealingKeys = { current: { id: "1", key: randomBytes(32) } };
  const running: HostedService[] = [];
  const add = async (service: HostedService): Promise<void> => {
    mesh.add(service);
    running.unshift(service);
    await service.start();
  };
  await add(buildUpload({ sealingKeys, ...defaultTimes }, { pool: uploads, log, jobs, objects, logger }));

  return {
    ...{ log, logger, openPool, createDatabase: postgres.createDatabase },
    /** Upload's own database. */
    uploads,
    /** What the log was told of: nothing, unless a test breaks something. */
    problems,
    /** Serves and starts one more service; closing drains it. */
    add,
    /** To every service, as a client of the outside. */
    transport: mesh.transport(),
    /** To every service, with the service token of this caller. */
    callsOf: (name: keyof typeof privateKeys): Transport =>
      mesh.transport({ serviceTokens: createServiceTokens({ name, privateKey: privateKeys[name] }) }),
    /** What a signed-in user's calls carry. */
    signedIn: async (userId: string): Promise<CallOptions> => {
      const issuedAt = new Date();
      const expiresAt = new Date(issuedAt.getTime() + 900_000);
      const claims = { ...issuer, userId, sessionId: randomUUID(), issuedAt, expiresAt };
      const token = await signAccessToken({ keyId: "one", privateKey }, claims);
      return { headers: { authorization: `Bearer ${token}` } };
    },
    /** Gives a user the rows of a statement. @returns the document's id */
    write: (userId: string, statement: Statement): Promise<string> =>
      writeReading(uploads, userId, statement),
    /** The ids of a user's events in the log, in order, once there are so many. */
    eventsOf: async (userId: string, count: number): Promise<string[]> => {
      for (;;) {
        const { rows } = await events.query<{ id: string }>(
          "select id from log_events where user_id = $1 and topic = 'transactions.created' order by sequence",
          [userId],
        );
        if (rows.length >= count) return rows.map(({ id }) => id);
        await sleep(10);
      }
    },
    /** Makes an event of the log one that nobody can read. */
    breakEvent: async (id: string): Promise<void> => {
      await events.query("update log_events set data = '\\xffffff' where id = $1", [id]);
    },
    close: async () => {
      for (const service of running) await service.drain();
      await log.close();
      await Promise.all(pools.map((pool) => pool.end()));
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
