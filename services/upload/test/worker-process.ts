import { categorize } from "@finflow/categorizer/categorize";
import { openFileObjects } from "@finflow/objects/file-objects";
import { createPool, type PostgresConfig } from "@finflow/postgres/pool";
import { createScanReader } from "@finflow/statements/child/read-scan";
import { createStatementReader } from "@finflow/statements/child/statement-reader";
import { createLogger } from "@finflow/telemetry/logger";
import { postgresReadingJobs } from "../src/adapters/postgres-reading-jobs.ts";
import { defaultTimes } from "../src/config.ts";
import { buildUploadWorker } from "../src/worker.ts";
import { gatedReader } from "./gated-reader.ts";

/** What a test hands to a worker that it is going to kill. */
export type WorkerProcessInput = {
  uploadDb: PostgresConfig;
  jobsDb: PostgresConfig;
  objectsFolder: string;
  /** Base64. */
  sealingKey: string;
  /** Which reading it never gets on with. */
  stopsAt: "text" | "pictures";
};

// A worker of its own that takes a document up, says so, and never gets on with it.
const input = JSON.parse(process.argv[2] ?? "") as WorkerProcessInput;
const logger = createLogger({ service: "upload-worker", level: "silent" });
const stopsAtPictures = input.stopsAt === "pictures";
const gate = gatedReader(stopsAtPictures ? createScanReader : createStatementReader);
const key = new Uint8Array(Buffer.from(input.sealingKey, "base64"));
const worker = buildUploadWorker(
  { ...defaultTimes, concurrency: 1, heartbeatSeconds: 0.1, sealingKeys: { current: { id: "k1", key } } },
  {
    pool: createPool({ config: input.uploadDb, name: "doomed", max: 5, statementTimeoutMs: 10_000 }),
    jobs: postgresReadingJobs(input.jobsDb, () => {}),
    objects: await openFileObjects({ folder: input.objectsFolder, signingKey: new Uint8Array(32) }),
    openReader: stopsAtPictures ? () => createStatementReader() : gate.open,
    openScanReader: stopsAtPictures ? gate.open : undefined,
    categorize,
    logger,
  },
);
await worker.start();
await gate.started;
process.stdout.write("reading\n");
