import type { Client } from "@connectrpc/connect";
import type { EventLog } from "@finflow/event-log/event-log";
import { eventsCheck } from "@finflow/event-log/events-check";
import type { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import type { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { startProjector } from "@finflow/projection/projector";
import { startRebuildLoop, statesFrom } from "@finflow/projection/rebuild-loop";
import type { HostedService } from "@finflow/service-host/hosted-service";
import { bringUp } from "@finflow/service-host/schema";
import type { Logger } from "@finflow/telemetry/logger";
import type { ChatbotStore } from "./chatbot-store.ts";
import { planByRules } from "./domain/plan-by-rules.ts";
import { createMerchantIndex } from "./merchant-index.ts";
import { readMerchantRow as readRow } from "./merchant-row.ts";
import { askQuestion } from "./rpc/ask.ts";
import { deleteConversation } from "./rpc/delete-conversation.ts";
import { deleteConversations } from "./rpc/delete-conversations.ts";
import { errors } from "./rpc/errors.ts";
import { getConversation } from "./rpc/get-conversation.ts";
import { listConversations } from "./rpc/list-conversations.ts";

export type ChatbotAdapters<Tx> = {
  store: ChatbotStore<Tx>;
  log: EventLog;
  analytics: Client<typeof AnalyticsService>;
  /** For rebuilds and the names of accounts; its transport carries this service's token. */
  upload: Client<typeof UserRowsService>;
  logger: Logger;
  clock?: () => Date;
};

/** chatbot: conversations, an index of merchants fed from the log, and answers. */
export function buildChatbot<Tx>(adapters: ChatbotAdapters<Tx>): HostedService {
  const { store, log, analytics, upload, logger, clock = () => new Date() } = adapters;
  const { projection, transactions, conversations } = store;
  const merchants = createMerchantIndex(store.merchants, projection.progress, clock);
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
    checks: [store.check, eventsCheck(log)],
    start: async (mode = "migrate") => {
      await bringUp(store.schema, mode);
      const shared = { service: "chatbot", log, store: projection, transactions, upload, onProblem };
      running.push(startProjector({ ...shared, readRow, eraseMore: store.eraseConversations }));
      const states = statesFrom(upload, readRow);
      running.push(startRebuildLoop({ store: projection, states, upload, onProblem }));
    },
    drain: async () => {
      await Promise.all(running.map((part) => part.stop()));
    },
  };
}
