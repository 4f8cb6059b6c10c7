import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startValkey, type Valkey } from "@finflow/local-servers/valkey";
import { aJob, readingJobsContract } from "../src/adapters/reading-jobs.contract.ts";
import { redisReadingJobs } from "../src/adapters/redis-reading-jobs.ts";

let folder = "";
let valkey: Valkey;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "finflow-jobs-"));
  valkey = await startValkey(join(folder, "contract"), "jobs");
});
after(async () => {
  await valkey?.stop();
  await rm(folder, { recursive: true, force: true });
});

readingJobsContract("Redis", async () => redisReadingJobs(valkey.url, () => {}));

test("a Redis that evicts keys or keeps nothing on disk is refused by the name of the setting", async () => {
  const cache = await startValkey(join(folder, "cache"), "cache");
  const jobs = redisReadingJobs(cache.url, () => {});
  await assert.rejects(jobs.openQueue(), /maxmemory-policy is allkeys-lru, not noeviction/);
  await cache.stop();
});

test("a queue opens while its Redis is away; a job added meanwhile is there when it is back", async () => {
  const home = join(folder, "late");
  const first = await startValkey(home, "jobs");
  await first.stop();
  const problems: unknown[] = [];
  const queue = await redisReadingJobs(first.url, (error) => problems.push(error)).openQueue();
  assert.ok(problems.some((error) => error instanceof Error && /does not answer/.test(error.message)));
  const job = aJob();
  const added = queue.add(job);
  const second = await startValkey(home, "jobs", first.port);
  await added;
  assert.equal(await queue.has(job), true);
  await queue.close();
  await second.stop();
});

test("a Redis that is away refuses jobs in time; queue and worker go on when it is back", async () => {
  const home = join(folder, "killed");
  const first = await startValkey(home, "jobs");
  const jobs = redisReadingJobs(first.url, () => {});
  const queue = await jobs.openQueue();
  const done = Promise.withResolvers<string>();
  const worker = await jobs.openWorker({
    reads: "text",
    concurrency: 1,
    process: async ({ documentId }) => done.resolve(documentId),
    onProblem: () => {},
  });
  await first.kill();
  await assert.rejects(queue.add(aJob()));
  const second = await startValkey(home, "jobs", first.port);
  const job = aJob();
  for (let isAdded = false; !isAdded; ) {
    isAdded = await queue.add(job).then(
      () => true,
      () => false,
    );
    if (!isAdded) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(await done.promise, job.documentId);
  await worker.close();
  await queue.close();
  await second.stop();
});
