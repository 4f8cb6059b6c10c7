import type { PostgresConfig } from "@finflow/postgres/pool";
import { createPostgresBackend, withBackend } from "bullmq";
import { bullReadingJobs, type JobData, type ReadingJobs } from "./reading-jobs.ts";

/** Each end keeps this many connections and, while it waits for jobs, one more. */
const connectionsOfEach = 2;

/** BullMQ on a PostgreSQL database that holds nothing else. */
export function postgresReadingJobs(
  database: PostgresConfig,
  onProblem: (error: unknown) => void,
): ReadingJobs {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = { ...database, max: connectionsOfEach, migrate: true, keepAlive: true };
  return bullReadingJobs(
    {
      openQueue: (name) => new Queue<JobData>(name, { connection }),
      openWorker: (name, process, settings) =>
        new Worker<JobData>(name, process, { connection, ...settings }),
    },
    onProblem,
  );
}
