import { join } from "node:path";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@finflow/embedded-postgres/embedded-postgres";
import { createPool } from "@finflow/postgres/pool";
import type { Logger } from "@finflow/telemetry/logger";
import type { Pool } from "pg";
import type { DataFolder } from "./data-folder.ts";
import { keptSecret } from "./kept-secret.ts";

/**
 * Connections each database's users may open together. `auth`, `upload`: a relay keeps one, upload's watch
 * another; `events`: a listener, the readers of each consumer, four relays; `jobs`: BullMQ's queues and worker.
 */
export const connections = {
  finflow_auth: 10,
  finflow_upload: 20,
  finflow_analytics: 12,
  finflow_chatbot: 12,
  finflow_events: 16,
  finflow_jobs: 20,
} as const;

export type DatabaseName = keyof typeof connections;

const names = Object.keys(connections) as DatabaseName[];
const maxConnections = 100;
const statementTimeoutMs = 15_000;

export type Databases = {
  readonly postgres: EmbeddedPostgres<DatabaseName>;
  /** A pool of a database; several of one database share its connections. */
  readonly pool: (database: DatabaseName, max: number) => Pool;
  /** Closes the pools, then the server. */
  readonly stop: () => Promise<void>;
};

export type DatabasesOptions = {
  readonly folder: DataFolder;
  readonly logger: Logger;
  /** The server died under us, or is back. */
  readonly onOutage: (message: string) => void;
};

/** The password of a role, made when it is first asked for. */
export function databasePassword(folder: DataFolder, role: DatabaseName | "superuser"): Promise<string> {
  return keptSecret(join(folder.keys, `postgres-${role}`));
}

/** Starts the database of the data folder, with a role and a password of its own for each service. */
export async function openDatabases({ folder, logger, onOutage }: DatabasesOptions): Promise<Databases> {
  const postgres = await startEmbeddedPostgres({
    folder: folder.postgres,
    password: await databasePassword(folder, "superuser"),
    databases: await Promise.all(
      names.map(async (name) => ({
        name,
        password: await databasePassword(folder, name),
        connections: connections[name],
      })),
    ),
    maxConnections,
    onOutage: (event) => {
      if ("error" in event) {
        logger.error("database died", { error: event.error });
        onOutage("the database died; starting it again");
      } else {
        logger.info("database is back");
        onOutage("the database is back");
      }
    },
  });
  const pools: Pool[] = [];
  const taken = new Map<DatabaseName, number>();
  return {
    postgres,
    pool: (database, max) => {
      const sum = (taken.get(database) ?? 0) + max;
      if (sum > connections[database])
        throw new Error(`${database} has ${connections[database]} connections, not ${sum}`);
      taken.set(database, sum);
      const pool = createPool({
        config: postgres.databases[database],
        name: database,
        max,
        statementTimeoutMs,
        onIdleError: (error) => logger.warn("database connection broke", { error }),
      });
      pools.push(pool);
      return pool;
    },
    stop: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
      await postgres.stop();
    },
  };
}
