import type { Pool } from "pg";
import { deleteDocumentRow, lockDocument } from "../adapters/postgres-documents.ts";
import { scheduleObjectDeletion } from "../adapters/postgres-object-deletions.ts";
import { withUserLock } from "../adapters/postgres-users.ts";
import { objectKey } from "../domain/document.ts";
import { changeRows } from "./change-rows.ts";

/**
 * The document, its file, its password, and the rows that no other document printed: in one transaction, but for
 * the file, which a row of the same transaction lets go.
 *
 * @returns the user's revision, or nothing when there is no such document
 */
export async function removeDocument(
  pool: Pool,
  userId: string,
  documentId: string,
  { onlyExpired = false } = {},
): Promise<{ revision: number } | undefined> {
  return withUserLock(pool, userId, async (user) => {
    const document = await lockDocument(user.session, userId, { documentId });
    if (!document) return undefined;
    const isExpired = document.status === "PENDING" && document.expiresAt! <= new Date();
    if (onlyExpired && !isExpired) return undefined;
    await changeRows(user, document.documentId, "deleted");
    await scheduleObjectDeletion(user.session, [objectKey(document.documentId)]);
    await deleteDocumentRow(user.session, userId, document.documentId);
    return { revision: user.revision };
  });
}
