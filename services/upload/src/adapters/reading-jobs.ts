import type { PostgresConfig } from "@finflow/postgres/pool";
import { createPostgresBackend, type Job, withBackend } from "bullmq";
import type { ReadingJob } from "../domain/document.ts";
import { currentTrace, inTraceOf, type JobTrace } from "./job-trace.ts";

/** Tells workers that a document waits. Not the truth about work: that is the documents' table. */
export type ReadingQueue = {
  /** Twice the same is once. */
  add(job: ReadingJob): Promise<void>;
  /** Whether the job waits or is being worked on. */
  has(job: ReadingJob): Promise<boolean>;
  close(): Promise<void>;
};

export type ReadingWorker = { close(): Promise<void> };

export type ReadingJobs = {
  /** Makes the jobs database's tables if they are missing. */
  openQueue(): Promise<ReadingQueue>;
  openWorker(options: {
    concurrency: number;
    process: (job: ReadingJob) => Promise<void>;
    onProblem: (error: unknown) => void;
  }): Promise<ReadingWorker>;
};

type JobData = ReadingJob & { trace: JobTrace };

const queueName = "readings";

/** Each end keeps this many connections and, while it waits for jobs, one more. */
const connectionsOfEach = 2;

/** BullMQ on a PostgreSQL database that holds nothing else. */
export function postgresReadingJobs(
  database: PostgresConfig,
  onProblem: (error: unknown) => void,
): ReadingJobs {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = { ...database, max: connectionsOfEach, migrate: true, keepAlive: true };
  return {
    openQueue: async () => {
      const queue = new Queue<JobData>(queueName, { connection });
      queue.on("error", onProblem);
      await readyOrClosed(queue);
      return {
        add: async (job) => {
          // Tried once: a later try is a later attempt, whose job has an id of its own.
          const once = { attempts: 1, removeOnComplete: true, removeOnFail: true };
          await queue.add("read", { ...job, trace: currentTrace() }, { jobId: jobId(job), ...once });
        },
        has: async (job) => (await queue.getJob(jobId(job))) !== undefined,
        close: () => queue.close(),
      };
    },
    openWorker: async (options) => {
      const process = ({ data: { trace, ...job } }: Job<JobData>) =>
        inTraceOf(trace, "read document", () => options.process(job));
      const worker = new Worker<JobData>(queueName, process, {
        connection,
        concurrency: options.concurrency,
        maxStalledCount: 0,
      });
      worker.on("error", options.onProblem);
      worker.on("failed", (_job, error) => options.onProblem(error));
      await readyOrClosed(worker);
      return { close: () => worker.close() };
    },
  };
}

/** What cannot be had must not keep a process that gives up from ending. */
async function readyOrClosed(end: {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}): Promise<void> {
  try {
    await end.waitUntilReady();
  } catch (error) {
    await end.close().catch(() => {});
    throw error;
  }
}

/** BullMQ takes no colon. */
export function jobId({ documentId, attempt }: ReadingJob): string {
  return `${documentId}-${attempt}`;
}
