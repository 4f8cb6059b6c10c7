import type { EventLog } from "@finflow/event-log/event-log";
import { migrationsFolder } from "@finflow/event-log/migrations";
import { createPostgresEventLog } from "@finflow/event-log/postgres-event-log";
import { pruneLog } from "@finflow/event-log/prune-log";
import { migrate } from "@finflow/postgres/migrate";
import type { Logger } from "@finflow/telemetry/logger";
import type { Metrics } from "@finflow/telemetry/metrics";
import type { Pool } from "pg";

const pruneEveryMs = 3_600_000;

/** The log of this process, migrated, and pruned once an hour. */
export async function openEventLog(pool: Pool, logger: Logger, metrics: Metrics): Promise<EventLog> {
  await migrate(pool, migrationsFolder);
  const log = createPostgresEventLog({
    pool,
    metrics,
    onProblem: (error) => logger.warn("the log is not heard", { error }),
  });
  let pruning: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    pruning = pruneLog(pool).then(
      (count) => logger.debug("log pruned", { count }),
      (error: unknown) => logger.warn("log not pruned", { error }),
    );
  }, pruneEveryMs);
  timer.unref();
  return {
    ...log,
    close: async () => {
      clearInterval(timer);
      await pruning;
      await log.close();
    },
  };
}
