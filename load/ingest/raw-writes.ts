import { analyticsCollections } from "@finflow/analytics/adapters/mongo-collections";
import { rowDocument } from "@finflow/analytics/adapters/mongo-projection";
import { mongoAnalyticsStore } from "@finflow/analytics/adapters/mongo-store";
import { readRow } from "@finflow/analytics/read-row";
import { decodeEvent } from "@finflow/event-log/decode-event";
import type { LogEvent } from "@finflow/event-log/event";
import { TransactionsChangedSchema } from "@finflow/gen/finflow/events/v1/transactions_changed_pb";
import { readChunk } from "@finflow/projection/read-change";
import { type Spent, startMeter } from "./meter.ts";
import type { Mongo } from "./servers.ts";

/**
 * What nothing can beat: the rows of events, already read and already documents, upserted by `bulkWrite` into the
 * indexes of analytics, acknowledged by disk; so many at once.
 */
export async function writeRaw(
  { client, pid }: Mongo,
  database: string,
  events: readonly LogEvent[],
  { batch, atOnce }: { batch: number; atOnce: number },
): Promise<Spent> {
  await mongoAnalyticsStore(client, database).schema.migrate();
  const { rows } = analyticsCollections(client.db(database));
  const documents = events.flatMap((event) => {
    const { userId, changes } = readChunk(decodeEvent(TransactionsChangedSchema, event), readRow);
    return changes.map((change) => rowDocument({ ...change, userId, generation: 1 }));
  });
  const spent = startMeter(pid);
  let next = 0;
  const write = async (): Promise<void> => {
    while (next < documents.length) {
      const part = documents.slice(next, next + batch);
      next += batch;
      await rows.bulkWrite(
        part.map(({ _id, ...replacement }) => ({
          replaceOne: { filter: { _id }, replacement, upsert: true },
        })),
        { ordered: false },
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, write));
  return spent();
}
