import { mongoSchema } from "@finflow/mongo/mongo-schema";
import { prepareProjection } from "@finflow/projection/mongo-collections";
import { createMongoProjectionStore } from "@finflow/projection/mongo-projection-store";
import { mongoTransactions } from "@finflow/projection/mongo-transactions";
import type { ClientSession, MongoClient } from "mongodb";
import type { ChatbotStore } from "../chatbot-store.ts";
import { chatbotCollections, prepareChatbot } from "./mongo-collections.ts";
import { createMongoConversations, eraseConversations } from "./mongo-conversations.ts";
import { merchantLookup, mongoMerchants } from "./mongo-merchants.ts";

/** Raised with every index or collection that is added: what waits for the schema then waits for those. */
const schemaVersion = 1;

/** chatbot's rows and conversations in MongoDB. */
export function mongoChatbotStore(
  client: MongoClient,
  database = "finflow_chatbot",
): ChatbotStore<ClientSession> {
  const db = client.db(database);
  const collections = chatbotCollections(db);
  return {
    projection: createMongoProjectionStore({ client, database }, mongoMerchants(collections)),
    transactions: mongoTransactions(client, database),
    merchants: merchantLookup(collections),
    conversations: createMongoConversations(client, database),
    eraseConversations: eraseConversations(collections),
    schema: mongoSchema(db, schemaVersion, async () => {
      await prepareProjection(db);
      await prepareChatbot(db);
    }),
    check: { name: "mongodb", check: async () => void (await db.command({ ping: 1 })) },
  };
}
