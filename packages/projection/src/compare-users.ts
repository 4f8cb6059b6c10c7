import type { Client } from "@connectrpc/connect";
import type { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import type { ProjectionStore } from "./projection-store.ts";

/**
 * Which users a read model cannot trust, by its applied revision and the one upload has.
 * - `every`: upload was restored from a backup, so equal revisions may have different rows.
 * - `different`: events may have been missed. What is still on its way counts too, and is rebuilt for nothing.
 * - `ahead`: the read model knows what upload does not; that happens only after such a restore.
 */
export type Distrust = "every" | "different" | "ahead";

/** A stretch of the order of user ids: after the one, up to and with the other. */
export type UserRange = { after: string | undefined; upTo: string | undefined };

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
