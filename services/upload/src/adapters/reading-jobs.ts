import type { ReadingJob } from "../domain/document.ts";
import { currentTrace, inTraceOf, type JobTrace } from "./job-trace.ts";

/** Tells workers that a document waits. Not the truth about work: that is the documents' table. */
export type ReadingQueue = {
  /** Twice the same is once. */
  add(job: ReadingJob): Promise<void>;
  /** Whether the job waits or is being worked on. */
  has(job: ReadingJob): Promise<boolean>;
  /** How many wait, and are worked on, of each queue. */
  counts(): Promise<Record<QueueName, JobCounts>>;
  close(): Promise<void>;
};

export type JobCounts = { readonly waiting: number; readonly active: number };

export type ReadingWorker = { close(): Promise<void> };

/** Both adapters run `reading-jobs.contract.ts`. */
export type ReadingJobs = {
  /** Makes what the store of jobs needs, if it is missing. */
  openQueue(): Promise<ReadingQueue>;
  openWorker(options: {
    reads: keyof typeof queueNames;
    concurrency: number;
    process: (job: ReadingJob) => Promise<void>;
    onProblem: (error: unknown) => void;
  }): Promise<ReadingWorker>;
};

export type JobData = ReadingJob & { trace: JobTrace };

/** Jobs of pictures take so much longer that they wait in a line of their own. */
export const queueNames = { text: "readings", pictures: "picture-readings" } as const;
export type QueueName = (typeof queueNames)[keyof typeof queueNames];

export type End = { waitUntilReady(): Promise<unknown>; close(): Promise<void> };

type JobOptions = { jobId: string; attempts: number; removeOnComplete: boolean; removeOnFail: boolean };

/** What BullMQ's classes, whose types name their backend, do for us with either. */
export type JobClasses = {
  openQueue(name: string): End & {
    on(event: "error", listener: (error: Error) => void): unknown;
    add(name: string, data: JobData, options: JobOptions): Promise<unknown>;
    getJob(id: string): Promise<unknown>;
    getJobCounts(...states: ("waiting" | "active")[]): Promise<{ [state: string]: number }>;
  };
  openWorker(
    name: string,
    process: (job: { data: JobData }) => Promise<void>,
    settings: { concurrency: number; maxStalledCount: number },
  ): End & {
    on(event: "error", listener: (error: Error) => void): unknown;
    on(event: "failed", listener: (job: unknown, error: Error) => void): unknown;
  };
};

/**
 * Reading jobs on BullMQ, whatever keeps them.
 *
 * @param waits whether a queue opens only once its store answers; else it opens at once, and what is added waits until then
 */
export function bullReadingJobs(
  classes: JobClasses,
  onProblem: (error: unknown) => void,
  { waits = true }: { waits?: boolean } = {},
): ReadingJobs {
  return {
    openQueue: async () => {
      const open = async (name: string) => {
        const queue = classes.openQueue(name);
        queue.on("error", onProblem);
        if (waits) await readyOrClosed(queue);
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
        counts: async () => ({
          [queueNames.text]: await countsOf(text),
          [queueNames.pictures]: await countsOf(pictures),
        }),
        close: () => kept.disposeAsync(),
      };
    },
    openWorker: async (options) => {
      const process = ({ data: { trace, ...job } }: { data: JobData }) =>
        inTraceOf(trace, "read document", () => options.process(job));
      const { concurrency } = options;
      const worker = classes.openWorker(queueNames[options.reads], process, {
        concurrency,
        maxStalledCount: 0,
      });
      worker.on("error", options.onProblem);
      worker.on("failed", (_job, error) => options.onProblem(error));
      await readyOrClosed(worker);
      return { close: () => worker.close() };
    },
  };
}

async function countsOf(queue: ReturnType<JobClasses["openQueue"]>): Promise<JobCounts> {
  const { waiting = 0, active = 0 } = await queue.getJobCounts("waiting", "active");
  return { waiting, active };
}

/** What cannot be had must not keep a process that gives up from ending. */
async function readyOrClosed(end: End): Promise<void> {
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
