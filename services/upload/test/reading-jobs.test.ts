import { after, before } from "node:test";
import { startTestPostgres, type TestPostgres } from "@finflow/postgres/test-database";
import { postgresReadingJobs } from "../src/adapters/postgres-reading-jobs.ts";
import { readingJobsContract } from "../src/adapters/reading-jobs.contract.ts";

let postgres: TestPostgres;
before(async () => {
  postgres = await startTestPostgres();
});
after(() => postgres?.stop());

readingJobsContract("PostgreSQL", async () =>
  // Told of connections that end when the database is dropped.
  postgresReadingJobs(await postgres.createDatabase("jobs"), () => {}),
);
