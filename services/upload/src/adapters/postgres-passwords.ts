import type { Sealed } from "../domain/password-seal.ts";
import type { Session } from "./session.ts";

/** One per document; a later one takes its place. */
export async function savePassword(
  session: Session,
  userId: string,
  documentId: string,
  { keyId, sealed }: Sealed,
): Promise<void> {
  await session.query(
    `insert into document_passwords (user_id, document_id, key_id, sealed) values ($1, $2, $3, $4)
     on conflict (user_id, document_id) do update set key_id = excluded.key_id, sealed = excluded.sealed`,
    [userId, documentId, keyId, sealed],
  );
}

export async function findPassword(
  session: Session,
  userId: string,
  documentId: string,
): Promise<Sealed | undefined> {
  const { rows } = await session.query<Sealed>(
    `select key_id as "keyId", sealed from document_passwords where user_id = $1 and document_id = $2`,
    [userId, documentId],
  );
  return rows[0];
}
