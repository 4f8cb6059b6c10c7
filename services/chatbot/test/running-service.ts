import { type CallOptions, createClient } from "@connectrpc/connect";
import { postgresAnalyticsStore } from "@finflow/analytics/adapters/postgres-store";
import { defaultConfig } from "@finflow/analytics/config";
import { buildAnalytics } from "@finflow/analytics/service";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { startTestMesh } from "@finflow/test-mesh/test-mesh";
import { buildChatbot } from "../src/service.ts";

/** chatbot with the analytics and the upload that it asks, on databases of their own; today is as the clock says. */
export async function runChatbot(clock: () => Date) {
  const mesh = await startTestMesh();
  const { log, logger } = mesh;
  const [analyticsPool, pool] = [await mesh.openPool("analytics"), await mesh.openPool("chatbot")];
  const analyticsCalls = mesh.callsOf("analytics");
  await mesh.add(
    buildAnalytics(defaultConfig, {
      ...{ store: postgresAnalyticsStore(analyticsPool), log, logger },
      upload: createClient(UserRowsService, analyticsCalls),
    }),
  );
  const calls = mesh.callsOf("chatbot");
  const service = buildChatbot({
    ...{ pool, log, logger, clock },
    analytics: createClient(AnalyticsService, calls),
    upload: createClient(UserRowsService, calls),
  });
  await mesh.add(service);
  const client = createClient(ChatbotService, mesh.transport);
  return {
    ...mesh,
    pool,
    client,
    analytics: createClient(AnalyticsService, mesh.transport),
    /** Asks until everything that was written is in. */
    askWhole: async (request: Parameters<typeof client.ask>[0], call: CallOptions) => {
      for (;;) {
        const answer = await client.ask(request, call);
        if (answer.complete) return answer;
      }
    },
  };
}
