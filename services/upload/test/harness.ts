import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Client, createClient, type Interceptor } from "@connectrpc/connect";
import { categorize } from "@finflow/categorizer/categorize";
import { migrationsFolder as logMigrations } from "@finflow/event-log/migrations";
import { createPostgresEventLog } from "@finflow/event-log/postgres-event-log";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { AccountService } from "@finflow/gen/finflow/upload/v1/account_pb";
import { CorrectionService } from "@finflow/gen/finflow/upload/v1/correction_pb";
import { type Document, Document_Status, UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
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
import { createScanReader } from "@finflow/statements/child/read-scan";
import { createStatementReader } from "@finflow/statements/child/statement-reader";
import { createLogger } from "@finflow/telemetry/logger";
import { createMetrics } from "@finflow/telemetry/metrics";
import type { Pool } from "pg";
import { postgresReadingJobs } from "../src/adapters/postgres-reading-jobs.ts";
import { defaultTimes, type WorkerConfig } from "../src/config.ts";
import { buildUpload } from "../src/service.ts";
import { buildUploadWorker, type WorkerAdapters } from "../src/worker.ts";

export type Person = {
  userId: string;
  token: string;
  upload: Client<typeof UploadService>;
  accounts: Client<typeof AccountService>;
  corrections: Client<typeof CorrectionService>;
};

export type Harness = Awaited<ReturnType<typeof startHarness>>;

const issuer = "https://auth.test";
const audience = "finflow";

/** A whole upload: PostgreSQL, BullMQ on it, an event log, the service in memory; workers as a test wants them. */
export async function startHarness() {
  const postgres = await startTestPostgres();
  const uploadDb = await postgres.createDatabase("upload");
  const jobsDb = await postgres.createDatabase("jobs");
  const eventsDb = await postgres.createDatabase("events");
  const folder = await mkdtemp(join(tmpdir(), "finflow-upload-test-"));
  const pools: Pool[] = [];
  const pool = (config: PostgresConfig, max: number) => {
    const made = createPool({ config, name: "test", max, statementTimeoutMs: 30_000 });
    pools.push(made);
    return made;
  };
  const uploadPool = pool(uploadDb, 20);
  const eventsPool = pool(eventsDb, 10);
  const jobsPool = pool(jobsDb, 1);
  await migrate(eventsPool, logMigrations);
  const logger = createLogger({ service: "upload", level: process.env.TEST_LOG ? "debug" : "silent" });
  const onProblem = (error: unknown) => logger.warn("a problem", { error });
  const log = createPostgresEventLog({ pool: eventsPool, onProblem, pollMs: 50 });
  const jobs = postgresReadingJobs(jobsDb, onProblem);
  const objects = await openFileObjects({ folder: join(folder, "objects"), signingKey: randomBytes(32) });
  const sealingKeys = { current: { id: "k1", key: randomBytes(32) } };
  const service = buildUpload(
    { sealingKeys, pendingSeconds: defaultTimes.pendingSeconds, watchPollMs: 200 },
    { pool: uploadPool, log, jobs, objects, logger },
  );
  const keys = await accessKeys();
  const caller = await generateServiceKeys();
  const metrics = createMetrics();
  const mesh = createInMemoryMesh({
    logger,
    metrics,
    verify: keys.verify,
    serviceKeys: { analytics: caller.publicKey },
  });
  mesh.add(service);
  await service.start();

  const transportOf = ({ token }: { token: string }) => {
    const bearer: Interceptor = (next) => (request) => {
      request.header.set("authorization", `Bearer ${token}`);
      return next(request);
    };
    return mesh.transport({ interceptors: [bearer] });
  };
  const person = async (userId: string = randomUUID()): Promise<Person> => {
    const token = await keys.sign(userId);
    const transport = transportOf({ token });
    return {
      userId,
      token,
      upload: createClient(UploadService, transport),
      accounts: createClient(AccountService, transport),
      corrections: createClient(CorrectionService, transport),
    };
  };
  const serviceTokens = createServiceTokens({ name: "analytics", privateKey: caller.privateKey });
  const rows = createClient(
    UserRowsService,
    mesh.transport({ interceptors: [serviceTokens.interceptor("upload")] }),
  );
  const workers: HostedService[] = [];
  const startWorker = async (
    options: Partial<WorkerConfig> & Partial<Pick<WorkerAdapters, "openReader" | "openScanReader">> = {},
    adapters: Partial<WorkerAdapters> = {},
  ): Promise<HostedService> => {
    const {
      openReader = () => createStatementReader(),
      openScanReader = createScanReader,
      ...config
    } = options;
    const worker = buildUploadWorker(
      { ...defaultTimes, sweepSeconds: 0.1, waitSeconds: 0.2, concurrency: 2, sealingKeys, ...config },
      {
        pool: uploadPool,
        jobs,
        objects,
        openReader,
        openScanReader,
        categorize,
        logger,
        metrics: createMetrics(),
        ...adapters,
      },
    );
    workers.push(worker);
    await worker.start();
    return worker;
  };
  return {
    databases: { uploadDb, jobsDb, eventsDb },
    folder,
    pool: uploadPool,
    events: eventsPool,
    log,
    jobs,
    objects,
    sealingKeys,
    person,
    transportOf,
    rows,
    startWorker,
    /** As if the jobs database had been lost. */
    emptyJobs: async () => {
      const { rows } = await jobsPool.query<{ name: string }>(
        "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename like '%job%'",
      );
      await jobsPool.query(`truncate ${rows.map(({ name }) => name).join(", ")} cascade`);
    },
    stop: async () => {
      for (const worker of workers) await worker.drain();
      await service.drain();
      await log.close();
      for (const each of pools) await each.end();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function accessKeys() {
  const pair = await crypto.subtle.generateKey(
    {
      name: "RSASSA-PKCS1-v1_5",
      hash: "SHA-256",
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ["sign", "verify"],
  );
  const jwk = {
    ...(await crypto.subtle.exportKey("jwk", pair.publicKey)),
    kid: "1",
    alg: "RS256",
    use: "sig",
  };
  const verify = verifyAccessToken({ issuer, audience, jwks: staticJwks(() => ({ keys: [jwk as never] })) });
  const sign = (userId: string) =>
    signAccessToken(
      { keyId: "1", privateKey: pair.privateKey },
      {
        issuer,
        audience,
        userId,
        sessionId: randomUUID(),
        issuedAt: new Date(),
        expiresAt: new Date(Date.now() + 900_000),
      },
    );
  return { verify, sign };
}

export function announcement(bytes: Uint8Array, password = "") {
  return {
    fileName: "statement.pdf",
    sizeBytes: bytes.byteLength,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    password,
  };
}

/** Initiate, PUT, complete. */
export async function send(
  { objects }: Pick<Harness, "objects">,
  { upload }: Person,
  bytes: Uint8Array,
  password = "",
): Promise<string> {
  const { documentId, uploadUrl } = await upload.initiateUpload(announcement(bytes, password));
  if (uploadUrl === "") return documentId;
  await objects.put(documentId, bytes, announcement(bytes));
  await upload.completeUpload({ documentId });
  return documentId;
}

/** Watches until the document is done. */
export async function done({ upload }: Person, documentId: string): Promise<Document> {
  const stop = new AbortController();
  try {
    for await (const { change } of upload.watchDocuments(
      { documentIds: [documentId] },
      { signal: AbortSignal.any([stop.signal, AbortSignal.timeout(60_000)]), timeoutMs: 0 },
    )) {
      if (change.case !== "document") continue;
      const { status } = change.value;
      if (status === Document_Status.COMPLETED || status === Document_Status.FAILED) return change.value;
    }
  } finally {
    stop.abort();
  }
  throw new Error("the stream ended before the document was done");
}

/** Asks until there is an answer: for what no watcher tells. */
export async function until<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; await sleep(20)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error("it did not come to pass within a minute");
}
