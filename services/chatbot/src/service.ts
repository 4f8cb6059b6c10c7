import type { Client } from "@connectrpc/connect";
import type { EventLog } from "@finflow/event-log/event-log";
import type { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import type { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { migrate, schemaVersion } from "@finflow/postgres/migrate";
import { createPostgresProjectionStore } from "@finflow/projection/postgres-projection-store";
import { postgresTransactions } from "@finflow/projection/postgres-transactions";
import { startProjector } from "@finflow/projection/projector";
import { startRebuildLoop, statesFrom } from "@finflow/projection/rebuild-loop";
import type { HostedService } from "@finflow/service-host/hosted-service";
import type { Logger } from "@finflow/telemetry/logger";
import type { Pool } from "pg";
import { createPostgresConversations, eraseConversations } from "./adapters/postgres-conversations.ts";
import { createPostgresMerchantIndex } from "./adapters/postgres-merchant-index.ts";
import { postgresMerchants } from "./adapters/postgres-merchants.ts";
import { planByRules } from "./domain/plan-by-rules.ts";
import { readMerchantRow as readRow } from "./merchant-row.ts";
import { askQuestion } from "./rpc/ask.ts";
import { deleteConversation } from "./rpc/delete-conversation.ts";
import { deleteConversations } from "./rpc/delete-conversations.ts";
import { errors } from "./rpc/errors.ts";
import { getConversation } from "./rpc/get-conversation.ts";
import { listConversations } from "./rpc/list-conversations.ts";

export type ChatbotAdapters = {
  /** Of the database finflow_chatbot. */
  pool: Pool;
  log: EventLog;
  analytics: Client<typeof AnalyticsService>;
  /** For rebuilds and the names of accounts; its transport carries this service's token. */
  upload: Client<typeof UserRowsService>;
  logger: Logger;
  clock?: () => Date;
};

const migrations = new URL("../migrations/", import.meta.url);

/** chatbot on PostgreSQL: conversations, an index of merchants fed from the log, and answers. */
export function buildChatbot(adapters: ChatbotAdapters): HostedService {
  const { pool, log, analytics, upload, logger, clock = () => new Date() } = adapters;
  const store = createPostgresProjectionStore(pool, postgresMerchants);
  const conversations = createPostgresConversations(pool);
  const merchants = createPostgresMerchantIndex(pool, store.progress, clock);
  const onProblem = (error: unknown) => logger.warn("projection held up", { error });
  const running: { stop: () => Promise<void> }[] = [];
  return {
    name: "chatbot",
    publicMethods: [],
    errors,
    routes: (router) => {
      router.service(ChatbotService, {
        ask: askQuestion({ planner: planByRules, conversations, merchants, analytics, upload, clock }),
        listConversations: listConversations(conversations),
        getConversation: getConversation(conversations),
        deleteConversation: deleteConversation(conversations),
        deleteConversations: deleteConversations(conversations),
      });
    },
    checks: [{ name: "postgres", check: async () => void (await schemaVersion(pool)) }],
    start: async () => {
      await migrate(pool, migrations);
      const eraseMore = eraseConversations;
      const transactions = postgresTransactions(pool);
      const shared = { service: "chatbot", log, store, transactions, upload, onProblem };
      running.push(startProjector({ ...shared, readRow, eraseMore }));
      running.push(startRebuildLoop({ store, states: statesFrom(upload, readRow), upload, onProblem }));
    },
    drain: async () => {
      await Promise.all(running.map((part) => part.stop()));
    },
  };
}
