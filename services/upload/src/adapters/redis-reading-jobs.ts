import { connectRedis } from "@finflow/redis/connect-redis";
import { createRedisBackend, withBackend } from "bullmq";
import { bullReadingJobs, type JobData, type ReadingJobs } from "./reading-jobs.ts";

/** Milliseconds until a job that Redis does not take is left to the sweeper, which finds it in PostgreSQL. */
const addPatience = 2_000;

const retryStrategy = (attempts: number) => Math.min(attempts * 100, 2_000);

/**
 * BullMQ on a Redis that holds nothing else.
 *
 * @param url `redis://` or `rediss://`
 */
export function redisReadingJobs(url: string, onProblem: (error: unknown) => void): ReadingJobs {
  const { Queue, Worker } = withBackend(createRedisBackend);
  const patient = { url, retryStrategy, maxRetriesPerRequest: null };
  const quick = {
    url,
    retryStrategy,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    commandTimeout: addPatience,
  };
  const jobs = bullReadingJobs(
    {
      openQueue: (name) => new Queue<JobData>(name, { connection: quick }),
      // A worker waits for jobs in one long command.
      openWorker: (name, process, settings) =>
        new Worker<JobData>(name, process, { connection: patient, ...settings }),
    },
    onProblem,
    { waits: false },
  );
  return {
    // Files are taken in without it, and read when it is back.
    openQueue: async () => {
      await assertKeeps(url, onProblem, addPatience).catch((error: unknown) => {
        if (!(error instanceof JobsAwayError)) throw error;
        onProblem(error);
      });
      return jobs.openQueue();
    },
    openWorker: async (options) => {
      await assertKeeps(url, onProblem, 10_000);
      return jobs.openWorker(options);
    },
  };
}

class JobsAwayError extends Error {
  constructor() {
    super("the Redis of jobs does not answer");
    this.name = "JobsAwayError";
  }
}

/**
 * A Redis that makes room by forgetting keys loses jobs, and one without an append-only file loses them when it stops.
 *
 * @throws Error naming the setting; JobsAwayError
 */
async function assertKeeps(
  url: string,
  onProblem: (error: unknown) => void,
  patienceMs: number,
): Promise<void> {
  const redis = connectRedis({ url, onProblem, commandTimeoutMs: addPatience });
  try {
    if (redis.status !== "ready") await ready(redis, patienceMs);
    const info = `${await redis.info("memory")}${await redis.info("persistence")}`;
    const said = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(info)?.[1];
    if (said("maxmemory_policy") !== "noeviction")
      throw new Error(
        `the Redis of jobs evicts keys: maxmemory-policy is ${said("maxmemory_policy")}, not noeviction`,
      );
    if (said("aof_enabled") !== "1")
      throw new Error("the Redis of jobs forgets them when it stops: appendonly is off");
  } finally {
    redis.disconnect();
  }
}

function ready(redis: ReturnType<typeof connectRedis>, patienceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new JobsAwayError()), patienceMs);
    redis.once("ready", () => {
      clearTimeout(late);
      resolve();
    });
  });
}
