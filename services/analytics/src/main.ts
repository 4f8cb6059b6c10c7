import { createClient } from "@connectrpc/connect";
import { createKafkaEventLog } from "@finflow/event-log/kafka-event-log";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { connectMongo } from "@finflow/mongo/connect-mongo";
import { createCallees } from "@finflow/service-host/callees";
import { readServiceKey } from "@finflow/service-host/mounted-keys";
import { runMain } from "@finflow/service-host/run-main";
import { grpcBody } from "@finflow/service-host/run-process";
import { servingOptions } from "@finflow/service-host/serving";
import { mongoAnalyticsStore } from "./adapters/mongo-store.ts";
import { defaultConfig } from "./config.ts";
import { environment } from "./environment.ts";
import { buildAnalytics } from "./service.ts";

await runMain("analytics", environment, async (config, context) => {
  const { logger, metrics, opens } = context;
  const privateKey = await readServiceKey("SERVICE_KEY_FILE", config.SERVICE_KEY_FILE);
  const mongo = connectMongo({ url: config.MONGODB_URL, name: "analytics" });
  opens("the database", mongo, () => mongo.close());
  const log = createKafkaEventLog({
    bootstrap: config.KAFKA_BROKERS,
    clientId: "finflow-analytics",
    metrics,
  });
  opens("the event log", log, () => log.close());
  const caller = { name: "analytics", privateKey };
  const calleeOf = createCallees({ metrics, opens, caller, retries: config.RPC_RETRIES });
  const upload = calleeOf({ name: "upload", address: config.UPLOAD_ADDRESS, services: [UserRowsService] });
  const analytics = buildAnalytics(defaultConfig, {
    ...{ log, logger },
    store: mongoAnalyticsStore(mongo),
    upload: createClient(UserRowsService, upload),
  });
  return { body: grpcBody([analytics], servingOptions(config, context)) };
});
