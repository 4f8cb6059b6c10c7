import { randomBytes } from "node:crypto";
import { createClient, createRouterTransport } from "@connectrpc/connect";
import { dropEvents } from "@finflow/event-log/prune-log";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { damageUsers } from "@finflow/projection/compare-users";
import { comparedStore } from "@finflow/projection/postgres-distrust";
import { rowsTopic } from "@finflow/projection/rows-topic";
import { listUsers } from "@finflow/upload/rpc/list-users";
import { pageTokens } from "@finflow/upload/rpc/page-token";
import { withDatabases } from "./reach-database.ts";

/**
 * Has every user's read models made anew from what upload stores, by the Finflow that runs or the next one. What
 * the log still holds goes: it may tell of changes that a restored upload does not know.
 *
 * @throws SoloError `no_data`
 */
export async function rebuildEverybody(dataFolder: string): Promise<void> {
  await withDatabases(dataFolder, async (poolOf) => {
    const pool = await poolOf("finflow_upload");
    const transport = createRouterTransport((router) => {
      const tokens = pageTokens([randomBytes(32)]);
      router.service(UserRowsService, { listUsers: listUsers({ pool, pageTokens: tokens }) });
    });
    const upload = createClient(UserRowsService, transport);
    await dropEvents(await poolOf("finflow_events"), rowsTopic);
    for (const readModel of ["finflow_analytics", "finflow_chatbot"] as const) {
      const never = new AbortController().signal;
      await damageUsers(comparedStore(await poolOf(readModel)), upload, "every", never);
    }
  });
}
