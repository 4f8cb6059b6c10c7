import { database, type Transaction } from "@finflow/postgres/database";
import { postgresSchema, schemaVersion } from "@finflow/postgres/migrate";
import { createPostgresProjectionStore } from "@finflow/projection/postgres-projection-store";
import { postgresTransactions } from "@finflow/projection/postgres-transactions";
import type { Pool } from "pg";
import type { ChatbotStore } from "../chatbot-store.ts";
import { createPostgresConversations, eraseConversations } from "./postgres-conversations.ts";
import { lastRowDate, postgresMerchants, topMerchants } from "./postgres-merchants.ts";

const migrations = new URL("../../migrations/", import.meta.url);

/** chatbot's rows and conversations in the database finflow_chatbot. */
export function postgresChatbotStore(pool: Pool): ChatbotStore<Transaction> {
  const db = database(pool);
  return {
    projection: createPostgresProjectionStore(pool, postgresMerchants),
    transactions: postgresTransactions(pool),
    merchants: {
      topMerchants: (...asked) => topMerchants(db, ...asked),
      lastRowDate: (...asked) => lastRowDate(db, ...asked),
    },
    conversations: createPostgresConversations(pool),
    eraseConversations,
    schema: postgresSchema(pool, migrations),
    check: { name: "postgres", check: async () => void (await schemaVersion(pool)) },
  };
}
