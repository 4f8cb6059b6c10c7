import { type CallOptions, createClient } from "@connectrpc/connect";
import { postgresAnalyticsStore } from "@finflow/analytics/adapters/postgres-store";
import { defaultConfig } from "@finflow/analytics/config";
import { buildAnalytics } from "@finflow/analytics/service";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { startTestMesh, type TestMesh } from "@finflow/test-mesh/test-mesh";
import { postgresChatbotStore } from "../src/adapters/postgres-store.ts";
import type { ChatbotStore } from "../src/chatbot-store.ts";
import { buildChatbot } from "../src/service.ts";

/** A chatbot's store of a test's own, and what a test does to it and sees of it behind chatbot's back. */
export type OpenedStore<Tx> = {
  store: ChatbotStore<Tx>;
  /** Adds copies of a user's only turn, as turns 2 to `last`: "Question 2", …, with answers three times as long. */
  grow: (userId: string, last: number) => Promise<void>;
  /** How many of a user's turns there are; and of everything but the user's own record. */
  turnsOf: (userId: string) => Promise<number>;
  storedOf: (userId: string) => Promise<number>;
};

const onPostgres = async ({ openPool }: TestMesh) => {
  const pool = await openPool("chatbot");
  const rowsIn = async (table: string, userId: string) =>
    (await pool.query(`select 1 from ${table} where user_id = $1`, [userId])).rowCount ?? 0;
  return {
    pool,
    store: postgresChatbotStore(pool),
    grow: async (userId: string, last: number) => {
      await pool.query(
        `insert into turns (user_id, conversation_id, turn, question, response, ask_time)
         select user_id, conversation_id, n, 'Question ' || n, response || response || response, ask_time
         from turns, generate_series(2, $2::int) n where user_id = $1`,
        [userId, last],
      );
    },
    turnsOf: (userId: string) => rowsIn("turns", userId),
    storedOf: async (userId: string) => {
      const tables = ["conversations", "turns", "merchant_rows", "progress"];
      const counts = await Promise.all(tables.map((table) => rowsIn(table, userId)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
};

/** chatbot with the analytics and the upload that it asks, on databases of their own; today is as the clock says. */
export async function runChatbot(clock: () => Date) {
  const mesh = await startTestMesh();
  const { pool, ...opened } = await onPostgres(mesh);
  return { pool, ...(await runOn(mesh, opened, clock)) };
}

/** The same on a store that is opened for it. */
export async function runChatbotOn<Tx>(open: () => Promise<OpenedStore<Tx>>, clock: () => Date) {
  return runOn(await startTestMesh(), await open(), clock);
}

async function runOn<Tx>(mesh: TestMesh, opened: OpenedStore<Tx>, clock: () => Date) {
  const { log, logger } = mesh;
  const analyticsPool = await mesh.openPool("analytics");
  const analyticsCalls = mesh.callsOf("analytics");
  await mesh.add(
    buildAnalytics(defaultConfig, {
      ...{ store: postgresAnalyticsStore(analyticsPool), log, logger },
      upload: createClient(UserRowsService, analyticsCalls),
    }),
  );
  const calls = mesh.callsOf("chatbot");
  const service = buildChatbot({
    ...{ store: opened.store, log, logger, clock },
    analytics: createClient(AnalyticsService, calls),
    upload: createClient(UserRowsService, calls),
  });
  await mesh.add(service);
  const client = createClient(ChatbotService, mesh.transport);
  return {
    ...mesh,
    ...opened,
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
