import { randomUUID } from "node:crypto";
import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import type { Topic } from "@finflow/event-log/event";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { TransactionsChangedSchema } from "@finflow/gen/finflow/events/v1/transactions_changed_pb";
import { UserDeletedSchema } from "@finflow/gen/finflow/events/v1/users_pb";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { startTestMesh, type TestMesh } from "@finflow/test-mesh/test-mesh";
import { postgresAnalyticsStore } from "../src/adapters/postgres-store.ts";
import type { AnalyticsStore } from "../src/analytics-store.ts";
import { defaultConfig } from "../src/config.ts";
import { buildAnalytics } from "../src/service.ts";

export type Clock = { now: () => Date };

/** A store of a test's own, and whether a user is erased in it. */
export type OpenStore<Tx> = (
  mesh: TestMesh,
) => Promise<{ store: AnalyticsStore<Tx>; isErased: (userId: string) => Promise<boolean> }>;

const onPostgres = async (mesh: TestMesh) => {
  const pool = await mesh.openPool("analytics");
  const isErased = async (userId: string) => {
    const { rows } = await pool.query<{ erased: boolean }>("select erased from users where user_id = $1", [
      userId,
    ]);
    return rows[0]?.erased === true;
  };
  return { store: postgresAnalyticsStore(pool), isErased, pool };
};

/** analytics in a mesh: on a store of its own, fed by the log, asked through the interceptors of every service. */
export async function addAnalytics(mesh: TestMesh, clock?: Clock) {
  const { pool, ...opened } = await onPostgres(mesh);
  return { pool, ...(await addOn(mesh, opened, clock)) };
}

async function addOn<Tx>(
  mesh: TestMesh,
  { store, isErased }: Awaited<ReturnType<OpenStore<Tx>>>,
  clock: Clock = { now: () => new Date() },
) {
  const upload = createClient(UserRowsService, mesh.callsOf("analytics"));
  const { log, logger } = mesh;
  await mesh.add(
    buildAnalytics(defaultConfig, {
      store,
      log,
      upload,
      logger,
      clock: () => clock.now(),
    }),
  );
  return { isErased, client: createClient(AnalyticsService, mesh.transport) };
}

/** analytics with an upload that has nothing to say: tests write its events themselves. */
export async function runAnalytics<Tx>(clock?: Clock, openStore?: OpenStore<Tx>) {
  const mesh = await startTestMesh();
  const { log, problems, signedIn, close } = mesh;
  return {
    ...{ log, problems, signedIn, stop: close },
    ...(openStore ? await addOn(mesh, await openStore(mesh), clock) : await addAnalytics(mesh, clock)),
    append: async (topic: Topic, userId: string, data: Uint8Array, time = new Date()) => {
      const type = `finflow.${topic}.v1`;
      const event = { topic, type, userId, data, id: randomUUID(), source: "finflow.upload", time };
      await log.append([{ ...event, traceparent: undefined }]);
    },
    changed: (init: MessageInitShape<typeof TransactionsChangedSchema>) =>
      toBinary(TransactionsChangedSchema, create(TransactionsChangedSchema, init)),
    deleted: (userId: string) => toBinary(UserDeletedSchema, create(UserDeletedSchema, { userId })),
  };
}
