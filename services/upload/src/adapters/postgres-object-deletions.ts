import type { Session } from "./session.ts";

/** In the transaction that deletes the document: its object goes when that stands, and only then. */
export async function scheduleObjectDeletion(session: Session, objectKeys: readonly string[]): Promise<void> {
  await session.query(
    "insert into object_deletions (object_key) select unnest($1::text[]) on conflict do nothing",
    [objectKeys],
  );
}

/** The ones that wait longest. */
export async function dueObjectDeletions(session: Session, limit: number): Promise<string[]> {
  const { rows } = await session.query<{ key: string }>(
    "select object_key as key from object_deletions order by created_at, object_key limit $1",
    [limit],
  );
  return rows.map(({ key }) => key);
}

export async function objectDeleted(session: Session, key: string): Promise<void> {
  await session.query("delete from object_deletions where object_key = $1", [key]);
}

/** To the end of the line, so that one that cannot be deleted does not hold up the others. */
export async function objectNotDeleted(session: Session, key: string): Promise<void> {
  await session.query("update object_deletions set created_at = clock_timestamp() where object_key = $1", [
    key,
  ]);
}

/** Of these ids, those of which there is no document. */
export async function withoutDocument(session: Session, documentIds: readonly string[]): Promise<string[]> {
  const { rows } = await session.query<{ id: string }>(
    `select id from unnest($1::uuid[]) id
      where not exists (select 1 from documents where document_id = id)`,
    [documentIds],
  );
  return rows.map(({ id }) => id);
}
