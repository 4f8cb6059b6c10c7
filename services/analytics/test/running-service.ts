import { randomUUID } from "node:crypto";
import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import type { Topic } from "@finflow/event-log/event";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { TransactionsChangedSchema } from "@finflow/gen/finflow/events/v1/transactions_changed_pb";
import { UserDeletedSchema } from "@finflow/gen/finflow/events/v1/users_pb";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { startTestMesh, type TestMesh } from "@finflow/test-mesh/test-mesh";
import { defaultConfig } from "../src/config.ts";
import { buildAnalytics } from "../src/service.ts";

export type Clock = { now: () => Date };

/** analytics in a mesh: on a database of its own, fed by the log, asked through the interceptors of every service. */
export async function addAnalytics(mesh: TestMesh, clock: Clock = { now: () => new Date() }) {
  const pool = await mesh.openPool("analytics");
  const upload = createClient(UserRowsService, mesh.callsOf("analytics"));
  const { log, logger } = mesh;
  await mesh.add(buildAnalytics(defaultConfig, { pool, log, upload, logger, clock: () => clock.now() }));
  return { pool, client: createClient(AnalyticsService, mesh.transport) };
}

/** analytics with an upload that has nothing to say: tests write its events themselves. */
export async function runAnalytics(clock?: Clock) {
  const mesh = await startTestMesh();
  const { log, problems, signedIn, close } = mesh;
  return {
    ...{ log, problems, signedIn, stop: close },
    ...(await addAnalytics(mesh, clock)),
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
