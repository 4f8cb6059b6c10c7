import { analyticsCollections } from "@finflow/analytics/adapters/mongo-collections";
import { mongoAnalyticsStore } from "@finflow/analytics/adapters/mongo-store";
import { readRow } from "@finflow/analytics/read-row";
import type { EventLog } from "@finflow/event-log/event-log";
import type { Chunk } from "@finflow/projection/change";
import { startProjector } from "@finflow/projection/projector";
import type { MongoClient } from "./servers.ts";

export type Projection = {
  /** Told of the chunks of a transaction once that stands. */
  onApplied: (chunks: readonly Chunk<unknown>[]) => void;
  rows: () => Promise<number>;
  stop: () => Promise<void>;
};

/** analytics' projector on its own store, as its service starts it. */
export async function startProjection(
  client: MongoClient,
  database: string,
  log: EventLog,
): Promise<Projection> {
  const store = mongoAnalyticsStore(client, database);
  await store.schema.migrate();
  const { rows } = analyticsCollections(client.db(database));
  const applied = new WeakMap<object, Chunk<unknown>[]>();
  const projection: Projection = {
    onApplied: () => {},
    rows: () => rows.countDocuments(),
    stop: async () => projector.stop(),
  };
  const projector = startProjector({
    service: database,
    log,
    store: {
      ...store.projection,
      apply: async (session, received) => {
        applied.get(session)?.push(...received.map(({ chunk }) => chunk));
        await store.projection.apply(session, received);
      },
    },
    transactions: {
      ...store.transactions,
      run: async (work, options) => {
        let chunks: Chunk<unknown>[] = [];
        await store.transactions.run(async (session) => {
          chunks = [];
          applied.set(session, chunks);
          await work(session);
        }, options);
        projection.onApplied(chunks);
      },
    },
    readRow,
    upload: { listUsers: () => Promise.reject(new Error("no position is lost here")) },
    onProblem: (error) => console.error("held up:", error),
  });
  return projection;
}
