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
    reads: keyof typeof queueNames;
    concurrency: number;
    process: (job: ReadingJob) => Promise<void>;
    onProblem: (error: unknown) => void;
  }): Promise<ReadingWorker>;
};

type JobData = ReadingJob & { trace: JobTrace };

/** Jobs of pictures take so much longer that they wait in a line of their own. */
const queueNames = { text: "readings", pictures: "picture-readings" } as const;

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
      const open = async (name: string) => {
        const queue = new Queue<JobData>(name, { connection });
        queue.on("error", onProblem);
        await readyOrClosed(queue);
        return queue;
      };
      await using opened = new AsyncDisposableStack();
      const adopt = async (name: string) => opened.adopt(await open(name), (each) => each.close());
      const text = await adopt(queueNames.text);
      const pictures = await adopt(queueNames.pictures);
      const kept = opened.move();
      const queueOf = ({ readsPictures }: ReadingJob) => (readsPictures ? pictures : text);
      return {
        add: async (job) => {
          // Tried once: a later try is a later attempt, whose job has an id of its own.
          const once = { attempts: 1, removeOnComplete: true, removeOnFail: true };
          await queueOf(job).add("read", { ...job, trace: currentTrace() }, { jobId: jobId(job), ...once });
        },
        has: async (job) => (await queueOf(job).getJob(jobId(job))) !== undefined,
        close: () => kept.disposeAsync(),
      };
    },
    openWorker: async (options) => {
      const process = ({ data: { trace, ...job } }: Job<JobData>) =>
        inTraceOf(trace, "read document", () => options.process(job));
      const worker = new Worker<JobData>(queueNames[options.reads], process, {
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
