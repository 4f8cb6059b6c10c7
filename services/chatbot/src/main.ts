import { createClient } from "@connectrpc/connect";
import { createKafkaEventLog } from "@finflow/event-log/kafka-event-log";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { connectMongo } from "@finflow/mongo/connect-mongo";
import { createCallees } from "@finflow/service-host/callees";
import { readServiceKey } from "@finflow/service-host/mounted-keys";
import { runMain } from "@finflow/service-host/run-main";
import { grpcBody } from "@finflow/service-host/run-process";
import { servingOptions } from "@finflow/service-host/serving";
import { mongoChatbotStore } from "./adapters/mongo-store.ts";
import { environment } from "./environment.ts";
import { buildChatbot } from "./service.ts";

await runMain("chatbot", environment, async (config, context) => {
  const { logger, metrics, opens } = context;
  const privateKey = await readServiceKey("SERVICE_KEY_FILE", config.SERVICE_KEY_FILE);
  const mongo = connectMongo({ url: config.MONGODB_URL, name: "chatbot" });
  opens("the database", mongo, () => mongo.close());
  const log = createKafkaEventLog({ bootstrap: config.KAFKA_BROKERS, clientId: "finflow-chatbot", metrics });
  opens("the event log", log, () => log.close());
  const caller = { name: "chatbot", privateKey };
  const calleeOf = createCallees({ metrics, opens, caller, retries: config.RPC_RETRIES });
  const analytics = { name: "analytics", address: config.ANALYTICS_ADDRESS, services: [AnalyticsService] };
  const upload = { name: "upload", address: config.UPLOAD_ADDRESS, services: [UserRowsService] };
  const chatbot = buildChatbot({
    ...{ log, logger },
    store: mongoChatbotStore(mongo),
    analytics: createClient(AnalyticsService, calleeOf(analytics)),
    upload: createClient(UserRowsService, calleeOf(upload)),
  });
  return { body: grpcBody([chatbot], servingOptions(config, context)) };
});
