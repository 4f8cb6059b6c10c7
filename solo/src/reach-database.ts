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
 * Runs `work` on a database of a data folder: through the server of the Finflow that runs, or one started for
 * as long as it takes.
 *
 * @throws SoloError `no_data`
 */
export async function withDatabase<Result>(
  dataFolder: string,
  name: DatabaseName,
  work: (pool: Pool) => Promise<Result>,
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
    const password = await databasePassword(folder, name);
    const pool = createPool({
      config: { host: "127.0.0.1", port: running.port, user: name, password, database: name },
      name: "finflow-cli",
      max: 2,
      statementTimeoutMs: 15_000,
    });
    return work(pool).finally(() => pool.end());
  }
  const logger = createLogger({ service: "cli", level: "silent" });
  const databases = await openDatabases({ folder, logger, onOutage: () => {} });
  return work(databases.pool(name, 2)).finally(() => databases.stop());
}
