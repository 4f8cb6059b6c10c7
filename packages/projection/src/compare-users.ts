import type { Client } from "@connectrpc/connect";
import type { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import type { Distrust, ProjectionStore } from "./projection-store.ts";

/** The part of a projection store that compares. */
export type ComparedStore = Pick<ProjectionStore<never, never>, "isEmpty" | "damageWhere">;

export type UploadUsers = Pick<Client<typeof UserRowsService>, "listUsers">;

const pageSize = 1000;

/**
 * Raises the damage of every user of upload or of the read model that is not to be trusted, so that the rebuild
 * loop makes them a new generation; until then their figures are incomplete. After an error it is done again from
 * the beginning.
 *
 * @throws what upload or the store throws
 */
export async function damageUsers(
  store: ComparedStore,
  upload: UploadUsers,
  distrust: Distrust,
  signal: AbortSignal,
): Promise<void> {
  if (distrust === "ahead" && (await store.isEmpty())) return;
  let after: string | undefined;
  let pageToken = "";
  do {
    const { users, nextPageToken } = await upload.listUsers({ pageSize, pageToken }, { signal });
    const upTo = nextPageToken === "" ? undefined : users.at(-1)?.userId;
    await store.damageWhere(distrust, users, { after, upTo });
    after = upTo;
    pageToken = nextPageToken;
  } while (pageToken !== "");
}
