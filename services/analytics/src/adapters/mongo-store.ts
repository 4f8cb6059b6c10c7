import { mongoSchema } from "@finflow/mongo/mongo-schema";
import { prepareProjection } from "@finflow/projection/mongo-collections";
import { createMongoProjectionStore } from "@finflow/projection/mongo-projection-store";
import { mongoTransactions } from "@finflow/projection/mongo-transactions";
import type { ClientSession, MongoClient } from "mongodb";
import type { AnalyticsStore } from "../analytics-store.ts";
import { analyticsCollections, prepareAnalytics } from "./mongo-collections.ts";
import { groups } from "./mongo-figures.ts";
import { mongoRows } from "./mongo-projection.ts";
import { listRows } from "./mongo-rows.ts";

/** Raised with every index or collection that is added: what waits for the schema then waits for those. */
const schemaVersion = 1;

/** analytics' read model in MongoDB. */
export function mongoAnalyticsStore(
  client: MongoClient,
  database = "finflow_analytics",
): AnalyticsStore<ClientSession> {
  const db = client.db(database);
  const collections = analyticsCollections(db);
  return {
    projection: createMongoProjectionStore({ client, database }, mongoRows(collections)),
    transactions: mongoTransactions(client, database),
    figures: { groups: groups(collections), rows: listRows(collections) },
    schema: mongoSchema(db, schemaVersion, async () => {
      await prepareProjection(db);
      await prepareAnalytics(db);
    }),
    check: { name: "mongodb", check: async () => void (await db.command({ ping: 1 })) },
  };
}
