import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { ReadingJob } from "../domain/document.ts";
import type { ReadingJobs, ReadingQueue, ReadingWorker } from "./reading-jobs.ts";

export function aJob(changes: Partial<ReadingJob> = {}): ReadingJob {
  return { userId: randomUUID(), documentId: randomUUID(), attempt: 1, readsPictures: false, ...changes };
}

/** What takes jobs and remembers them. */
async function openTaker(jobs: ReadingJobs, options: Partial<Parameters<ReadingJobs["openWorker"]>[0]> = {}) {
  const taken: ReadingJob[] = [];
  const problems: unknown[] = [];
  const waiting = new Set<() => void>();
  const worker = await jobs.openWorker({
    reads: "text",
    concurrency: 3,
    onProblem: (error) => problems.push(error),
    ...options,
    process: async (job) => {
      taken.push(job);
      for (const check of waiting) check();
      await options.process?.(job);
    },
  });
  const until = (condition: () => boolean): Promise<void> => {
    const held = Promise.withResolvers<void>();
    const check = (): void => {
      if (condition()) held.resolve();
    };
    waiting.add(check);
    check();
    return held.promise.finally(() => waiting.delete(check));
  };
  return { taken, problems, worker, until };
}

/** What every store of jobs does, run against each on its real server. */
export function readingJobsContract(name: string, open: () => Promise<ReadingJobs>): void {
  describe(`${name} as a store of jobs`, () => {
    let jobs: ReadingJobs;
    let queue: ReadingQueue;
    const workers: ReadingWorker[] = [];
    const take = async (
      ...options: Parameters<typeof openTaker> extends [ReadingJobs, ...infer Rest] ? Rest : never
    ) => {
      const taker = await openTaker(jobs, ...options);
      workers.push(taker.worker);
      return taker;
    };
    before(async () => {
      jobs = await open();
      queue = await jobs.openQueue();
    });
    after(async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await queue?.close();
    });

    const isGone = async (job: ReadingJob) => {
      while (await queue.has(job)) await new Promise((resolve) => setTimeout(resolve, 10));
    };

    test("what was added twice before anybody worked is worked on once, as it was added", async () => {
      const job = aJob({ attempt: 2 });
      assert.equal(await queue.has(job), false);
      await queue.add(job);
      await queue.add(job);
      assert.equal(await queue.has(job), true);
      const { taken, until, worker } = await take();
      await until(() => taken.length > 0);
      await isGone(job);
      const next = aJob();
      await queue.add(next);
      await until(() => taken.some(({ documentId }) => documentId === next.documentId));
      await isGone(next);
      assert.deepEqual(taken, [job, next]);
      await worker.close();
    });

    test("a job that fails is told of, gone, and not tried again; the next attempt is another job", async () => {
      const job = aJob();
      const { taken, problems, until, worker } = await take({
        process: ({ attempt }) => (attempt === 1 ? Promise.reject(new Error("no room")) : Promise.resolve()),
      });
      await queue.add(job);
      await isGone(job);
      await queue.add({ ...job, attempt: 2 });
      await until(() => taken.length === 2);
      await isGone({ ...job, attempt: 2 });
      assert.deepEqual(
        taken.map(({ attempt }) => attempt),
        [1, 2],
      );
      assert.match(String(problems[0]), /no room/);
      await worker.close();
    });

    test("pictures have a line of their own, and several jobs are worked on at once", async () => {
      const release = Promise.withResolvers<void>();
      const text = await take({ concurrency: 2, process: () => release.promise });
      const picture = aJob({ readsPictures: true });
      await queue.add(picture);
      assert.deepEqual((await queue.counts())["picture-readings"], { waiting: 1, active: 0 });
      for (let count = 0; count < 3; count++) await queue.add(aJob());
      await text.until(() => text.taken.length === 2);
      const pictures = await take({ reads: "pictures", concurrency: 1, process: () => release.promise });
      await pictures.until(() => pictures.taken.length === 1);
      assert.deepEqual(pictures.taken, [picture]);
      assert.equal(text.taken.length, 2);
      assert.deepEqual(await queue.counts(), {
        readings: { waiting: 1, active: 2 },
        "picture-readings": { waiting: 0, active: 1 },
      });
      release.resolve();
      await text.until(() => text.taken.length === 3);
      assert.ok(text.taken.every(({ readsPictures }) => !readsPictures));
      await Promise.all([text.worker.close(), pictures.worker.close()]);
    });

    test("closing waits for the job under way, and what waits is there for the next worker", async () => {
      const release = Promise.withResolvers<void>();
      const first = await take({ concurrency: 1, process: () => release.promise });
      const [one, other] = [aJob(), aJob()];
      await queue.add(one);
      await first.until(() => first.taken.length === 1);
      await queue.add(other);
      let isClosed = false;
      const closing = first.worker.close().then(() => {
        isClosed = true;
      });
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(isClosed, false);
      release.resolve();
      await closing;
      const second = await take();
      await second.until(() => second.taken.length === 1);
      assert.deepEqual(second.taken, [other]);
      await isGone(other);
      await second.worker.close();
    });
  });
}
