import type { DependencyCheck } from "@finflow/service-host/hosted-service";
import type { Schema } from "@finflow/service-host/schema";
import type { Pool } from "pg";

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
