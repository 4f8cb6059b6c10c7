import type { ObjectStore } from "@finflow/objects/object-store";
import type { DependencyCheck } from "@finflow/service-host/hosted-service";
import type { Schema } from "@finflow/service-host/schema";
import type { Pool } from "pg";
import type { ReadingQueue } from "./adapters/reading-jobs.ts";

/** That the database answers, and that its schema is this code's or a newer one. */
export function databaseChecks(pool: Pool, schema: Schema): DependencyCheck[] {
  return [
    {
      name: "postgres",
      check: async () => {
        await pool.query("select 1");
      },
    },
    {
      name: "schema",
      check: async () => {
        if (!(await schema.isThere())) throw new Error("upload's database lacks migrations");
      },
    },
  ];
}

/** Of no document. */
const nobody = "00000000-0000-0000-0000-000000000000";

/**
 * What lists and corrections do without: without `objects` no file is taken in or given back, without `jobs` it is read
 * later.
 */
export function workChecks(
  objects: Pick<ObjectStore, "stat">,
  queue: () => Pick<ReadingQueue, "has"> | undefined,
): DependencyCheck[] {
  return [
    {
      name: "objects",
      isOptional: true,
      check: async (signal) => void (await objects.stat(nobody, signal)),
    },
    {
      name: "jobs",
      isOptional: true,
      check: async () => {
        await queue()?.has({ documentId: nobody, userId: nobody, attempt: 0, readsPictures: false });
      },
    },
  ];
}
