import { scheduleObjectDeletion } from "./postgres-object-deletions.ts";
import { lockUserRow } from "./postgres-users.ts";
import type { Session } from "./session.ts";

/** In an order that foreign keys allow. Passwords, statements and sources go with their documents. */
const tables = ["corrections", "tombstones", "transactions", "documents", "accounts"];

/**
 * Under the user's lock, also where nothing was known of them: the tombstone stands for ever, and every writer
 * looks at it under the same lock. Files go through rows of this transaction.
 */
export async function eraseUserRows(
  session: Session,
  userId: string,
  objectKey: (documentId: string) => string,
): Promise<void> {
  await lockUserRow(session, userId);
  const { rows } = await session.query<{ documentId: string }>(
    `select document_id as "documentId" from documents where user_id = $1`,
    [userId],
  );
  await scheduleObjectDeletion(
    session,
    rows.map(({ documentId }) => objectKey(documentId)),
  );
  for (const table of tables) await session.query(`delete from ${table} where user_id = $1`, [userId]);
  await session.query(
    "update users set revision = 0, erased_at = coalesce(erased_at, now()) where user_id = $1",
    [userId],
  );
}
