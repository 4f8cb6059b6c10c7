import type { Client } from "@connectrpc/connect";
import type { EventLog } from "@finflow/event-log/event-log";
import { eventsCheck } from "@finflow/event-log/events-check";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import type { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { startProjector } from "@finflow/projection/projector";
import { startRebuildLoop, statesFrom } from "@finflow/projection/rebuild-loop";
import type { HostedService } from "@finflow/service-host/hosted-service";
import { bringUp } from "@finflow/service-host/schema";
import type { Logger } from "@finflow/telemetry/logger";
import type { AnalyticsStore } from "./analytics-store.ts";
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

export type AnalyticsAdapters<Tx> = {
  store: AnalyticsStore<Tx>;
  log: EventLog;
  /** For rebuilds; its transport carries this service's token. */
  upload: Client<typeof UserRowsService>;
  logger: Logger;
  clock?: () => Date;
};

/** analytics: the read model of rows, fed from the log, and the figures over it. */
export function buildAnalytics<Tx>(config: AnalyticsConfig, adapters: AnalyticsAdapters<Tx>): HostedService {
  const { store, log, upload, logger, clock = () => new Date() } = adapters;
  const { projection, transactions } = store;
  const model: ReadModel = { ...store.figures, progress: projection.progress };
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
    checks: [store.check, eventsCheck(log)],
    start: async (mode = "migrate") => {
      await bringUp(store.schema, mode);
      const eraseMore = (_tx: Tx, userId: string) => cache.forget(userId);
      const shared = { service: "analytics", log, store: projection, transactions, upload, onProblem };
      running.push(startProjector({ ...shared, readRow, eraseMore }));
      const states = statesFrom(upload, readRow);
      running.push(startRebuildLoop({ store: projection, states, upload, onProblem }));
    },
    drain: async () => {
      await Promise.all(running.map((part) => part.stop()));
    },
  };
}
