import type { ProjectionStore } from "@finflow/projection/projection-store";
import type { ProjectionTransactions } from "@finflow/projection/projection-transactions";
import type { Schema } from "@finflow/service-host/schema";
import type { ConversationStore } from "./conversation-store.ts";
import type { MerchantLookup } from "./merchant-index.ts";
import type { MerchantRow } from "./merchant-row.ts";

/** Where chatbot keeps its rows and conversations; `Tx` is a transaction of it. */
export type ChatbotStore<Tx> = {
  projection: ProjectionStore<MerchantRow, Tx>;
  transactions: ProjectionTransactions<Tx>;
  merchants: MerchantLookup;
  conversations: ConversationStore;
  /** For erasing a user: under the lock that the projection's erasing holds. */
  eraseConversations: (tx: Tx, userId: string) => Promise<void>;
  /** Its tables, or its collections and indexes. */
  schema: Schema;
  /** Under the name that /readyz gives it; rejects while the store does not answer. */
  check: { name: string; check: () => Promise<void> };
};
