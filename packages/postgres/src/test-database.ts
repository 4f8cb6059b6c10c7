import { randomBytes } from "node:crypto";
import { startTestServer } from "@finflow/embedded-postgres/test-server";
import pg from "pg";
import type { PostgresConfig } from "./pool.ts";

/** Holds the superuser's configuration of the server that all test files of one `npm test` share, as JSON. */
export const sharedServerVariable = "FINFLOW_TEST_POSTGRES";

export type TestPostgres = {
  /** An empty database, owned by the role that signs in, which is no superuser. */
  createDatabase(name?: string): Promise<PostgresConfig>;
  /** Drops the databases made here, connected or not, and ends the server if it is ours. */
  stop(): Promise<void>;
};

/**
 * A real PostgreSQL for a test file: the shared server of `npm test`, or, when the file runs alone, one of its
 * own, gone with the process even when that is killed.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const shared = process.env[sharedServerVariable];
  const server =
    shared === undefined
      ? await startTestServer()
      : { config: JSON.parse(shared) as PostgresConfig, stop: undefined };
  const admin = new pg.Client(server.config);
  admin.on("error", () => {});
  await admin.connect();
  const created: string[] = [];
  return {
    createDatabase: async (name = "test") => {
      const unique = `${name}_${randomBytes(6).toString("hex")}`;
      const password = randomBytes(12).toString("hex");
      const identifier = admin.escapeIdentifier(unique);
      await admin.query(`create role ${identifier} login password '${password}'`);
      created.push(unique);
      // file_copy is three times as fast as the default when nothing waits for the disk.
      await admin.query(
        `create database ${identifier} owner ${identifier} template template0 strategy file_copy`,
      );
      return { ...server.config, user: unique, password, database: unique };
    },
    stop: async () => {
      if (server.stop === undefined) {
        for (const name of created) {
          await admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`);
          await admin.query(`drop role ${admin.escapeIdentifier(name)}`);
        }
      }
      await admin.end();
      await server.stop?.();
    },
  };
}
