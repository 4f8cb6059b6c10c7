import { createPool, type PostgresConfig } from "@finflow/postgres/pool";
import { createPostgresBackend, DEFAULT_SCHEMA, runMigrations, withBackend } from "bullmq";
import type { Pool } from "pg";
import { bullReadingJobs, type End, type JobData, type ReadingJobs } from "./reading-jobs.ts";

/** A worker listens on one of its own while it waits for jobs. */
const connectionsOf = { queue: 2, worker: 3 };
const statementTimeoutMs = 15_000;

/**
 * BullMQ on a PostgreSQL database that holds nothing else. Its ends have pools of ours: of its own connections it stops
 * listening to errors before they are closed, so that a server that ends them meanwhile would end the process.
 */
export function postgresReadingJobs(
  database: PostgresConfig,
  onProblem: (error: unknown) => void,
): ReadingJobs {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const open = (max: number): Pool =>
    // BullMQ tells of connections that break.
    createPool({
      ...{ config: database, name: "reading-jobs", schema: DEFAULT_SCHEMA },
      ...{ max, statementTimeoutMs, onIdleError: () => {} },
    });
  const jobs = bullReadingJobs(
    {
      openQueue: (name) => {
        const connection = open(connectionsOf.queue);
        return endingWith(new Queue<JobData>(name, { connection }), connection);
      },
      openWorker: (name, process, settings) => {
        const connection = open(connectionsOf.worker);
        return endingWith(new Worker<JobData>(name, process, { connection, ...settings }), connection);
      },
    },
    onProblem,
  );
  const migrate = async (): Promise<void> => {
    const pool = open(1);
    try {
      const client = await pool.connect();
      await runMigrations(client).finally(() => client.release(true));
    } finally {
      await pool.end();
    }
  };
  return {
    openQueue: async () => {
      await migrate();
      return jobs.openQueue();
    },
    openWorker: async (options) => {
      await migrate();
      return jobs.openWorker(options);
    },
  };
}

/** BullMQ leaves a pool that it was given to whoever gave it. */
function endingWith<Bull extends End>(bull: Bull, pool: Pool): Bull {
  const close = bull.close.bind(bull);
  let closing: Promise<void> | undefined;
  bull.close = () => {
    closing ??= close().finally(() => pool.end());
    return closing;
  };
  return bull;
}
