import type { Client } from "@connectrpc/connect";
import type { EventLog } from "@finflow/event-log/event-log";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import type { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { database } from "@finflow/postgres/database";
import { migrate, schemaVersion } from "@finflow/postgres/migrate";
import { createPostgresProjectionStore } from "@finflow/projection/postgres-projection-store";
import { startProjector } from "@finflow/projection/postgres-projector";
import { startRebuildLoop, statesFrom } from "@finflow/projection/rebuild-loop";
import type { HostedService } from "@finflow/service-host/hosted-service";
import type { Logger } from "@finflow/telemetry/logger";
import type { Pool } from "pg";
import { groups } from "./adapters/postgres-figures.ts";
import { postgresRows } from "./adapters/postgres-projection.ts";
import { listRows } from "./adapters/postgres-rows.ts";
import { createMemoryAnswerCache } from "./answer-cache.ts";
import { createAnswers } from "./answers.ts";
import type { AnalyticsConfig } from "./config.ts";
import type { ReadModel } from "./read-model.ts";
import { readRow } from "./read-row.ts";
import { errors } from "./rpc/errors.ts";
import { getCategories } from "./rpc/get-categories.ts";
import { getMonthlyExpense } from "./rpc/get-monthly-expense.ts";
import { getSummary } from "./rpc/get-summary.ts";
import { listTransactions } from "./rpc/list-transactions.ts";

export type AnalyticsAdapters = {
  /** Of the database finflow_analytics. */
  pool: Pool;
  log: EventLog;
  /** For rebuilds; its transport carries this service's token. */
  upload: Client<typeof UserRowsService>;
  logger: Logger;
  clock?: () => Date;
};

const migrations = new URL("../migrations/", import.meta.url);

/** analytics on PostgreSQL: the read model of rows, fed from the log, and the figures over it. */
export function buildAnalytics(config: AnalyticsConfig, adapters: AnalyticsAdapters): HostedService {
  const { pool, log, upload, logger, clock = () => new Date() } = adapters;
  const db = database(pool);
  const store = createPostgresProjectionStore(pool, postgresRows);
  const model: ReadModel = {
    progress: store.progress,
    groups: (...asked) => groups(db, ...asked),
    rows: (...asked) => listRows(db, ...asked),
  };
  const cache = createMemoryAnswerCache({
    maxBytes: config.answerCacheBytes,
    ttlMs: config.answerCacheSeconds * 1000,
  });
  const answers = createAnswers(model, cache, clock);
  const onProblem = (error: unknown) => logger.warn("projection held up", { error });
  const running: { stop: () => Promise<void> }[] = [];
  return {
    name: "analytics",
    publicMethods: [],
    errors,
    routes: (router) => {
      router.service(AnalyticsService, {
        getSummary: getSummary(model, answers),
        getCategories: getCategories(model, answers),
        getMonthlyExpense: getMonthlyExpense(model, answers),
        listTransactions: listTransactions(model, answers),
      });
    },
    checks: [{ name: "postgres", check: async () => void (await schemaVersion(pool)) }],
    start: async () => {
      await migrate(pool, migrations);
      const eraseMore = (_tx: unknown, userId: string) => cache.forget(userId);
      running.push(
        startProjector({ service: "analytics", log, pool, store, upload, readRow, eraseMore, onProblem }),
      );
      running.push(startRebuildLoop({ store, states: statesFrom(upload, readRow), upload, onProblem }));
    },
    drain: async () => {
      await Promise.all(running.map((part) => part.stop()));
    },
  };
}
