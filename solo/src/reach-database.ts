import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { livingPostmaster } from "@finflow/embedded-postgres/postmaster";
import { createPool } from "@finflow/postgres/pool";
import { createLogger } from "@finflow/telemetry/logger";
import type { Pool } from "pg";
import { openDataFolder } from "./data-folder.ts";
import { type DatabaseName, databasePassword, openDatabases } from "./databases.ts";
import { SoloError } from "./solo-error.ts";

/**
 * Runs `work` on databases of a data folder: through the server of the Finflow that runs, or one started for
 * as long as it takes.
 *
 * @throws SoloError `no_data`
 */
export async function withDatabases<Result>(
  dataFolder: string,
  work: (poolOf: (name: DatabaseName) => Promise<Pool>) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(join(dataFolder, "version"))) {
    throw new SoloError(
      "no_data",
      `there is no Finflow data in ${dataFolder}; FINFLOW_DATA names another folder`,
    );
  }
  const folder = await openDataFolder(dataFolder);
  const cluster = join(realpathSync(folder.postgres), "cluster");
  const running = livingPostmaster(cluster);
  if (running?.ready) {
    const pools: Pool[] = [];
    const poolOf = async (name: DatabaseName) => {
      const pool = createPool({
        config: {
          ...{ host: "127.0.0.1", port: running.port },
          ...{ user: name, database: name, password: await databasePassword(folder, name) },
        },
        name: "finflow-cli",
        max: 2,
        statementTimeoutMs: 15_000,
      });
      pools.push(pool);
      return pool;
    };
    return work(poolOf).finally(() => Promise.all(pools.map((pool) => pool.end())));
  }
  const logger = createLogger({ service: "cli", level: "silent" });
  const databases = await openDatabases({ folder, logger, onOutage: () => {} });
  return work(async (name) => databases.pool(name, 2)).finally(() => databases.stop());
}
