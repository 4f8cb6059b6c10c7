import { inTransaction } from "@finflow/mongo/in-transaction";
import type { ClientSession, MongoClient } from "mongodb";
import { projectionCollections } from "./mongo-collections.ts";
import type { ProjectionTransactions } from "./projection-transactions.ts";

/** Of a read model in MongoDB; Kafka keeps the positions, after what they speak of. */
export function mongoTransactions(
  client: MongoClient,
  databaseName: string,
): ProjectionTransactions<ClientSession> {
  const { watermarks } = projectionCollections(client.db(databaseName));
  return {
    run: (work, options) => inTransaction(client, work, options),
    readPosition: async () => undefined,
    keepPosition: async () => {},
    keepWatermarks: async (session, { topic, partition, watermarks: reached }) => {
      for (const [source, time] of reached) {
        const place = { source, topic, partition };
        await watermarks.updateOne(place, { $max: { time } }, { session, upsert: true });
      }
    },
  };
}
