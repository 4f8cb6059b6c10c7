import type { Transaction } from "@finflow/postgres/database";
import { transaction } from "@finflow/postgres/transaction";
import type { Pool } from "pg";
import { UploadError } from "../domain/upload-error.ts";
import type { Session } from "./session.ts";

/** Who holds it has the user's lock until the transaction ends. */
export type LockedUser = {
  readonly userId: string;
  readonly tx: Transaction;
  readonly session: Session;
  /** The user's current one. */
  revision: number;
};

/**
 * A transaction that holds the user's lock from its beginning: everything it reads of the user is current, and
 * the next revision is its to take. It must not ask for another connection.
 *
 * @throws UploadError `user_erased`
 */
export function withUserLock<Result>(
  pool: Pool,
  userId: string,
  work: (user: LockedUser) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  return transaction(pool, async (tx) => work(await lockUser(tx, userId)), signal ? { signal } : {});
}

/** @throws UploadError `user_erased` */
async function lockUser(tx: Transaction, userId: string): Promise<LockedUser> {
  const session = tx.$client;
  const { revision, erased } = await lockUserRow(session, userId);
  if (erased) throw new UploadError("user_erased");
  return { userId, revision, tx, session };
}

export async function lockUserRow(
  session: Session,
  userId: string,
): Promise<{ revision: number; erased: boolean }> {
  await session.query("insert into users (user_id) values ($1) on conflict do nothing", [userId]);
  const { rows } = await session.query<{ revision: number; erased: boolean }>(
    "select revision, erased_at is not null as erased from users where user_id = $1 for update",
    [userId],
  );
  return rows[0]!;
}

/** Only for a change of rows, which is then written with this number and published. */
export async function takeRevision(user: LockedUser): Promise<number> {
  const { rows } = await user.session.query<{ revision: number }>(
    "update users set revision = revision + 1 where user_id = $1 returning revision",
    [user.userId],
  );
  user.revision = rows[0]!.revision;
  return user.revision;
}

/** 0 for a user who never had anything. */
export async function currentRevision(session: Session, userId: string): Promise<number> {
  const { rows } = await session.query<{ revision: number }>(
    "select revision from users where user_id = $1",
    [userId],
  );
  return rows[0]?.revision ?? 0;
}

/** In the order of ids, after one of them; the erased are not there any more. */
export async function listUsers(
  session: Session,
  after: string | undefined,
  limit: number,
): Promise<{ userId: string; revision: number }[]> {
  const { rows } = await session.query<{ userId: string; revision: number }>(
    `select user_id as "userId", revision from users
      where revision > 0 and erased_at is null and ($1::uuid is null or user_id > $1)
      order by user_id limit $2`,
    [after ?? null, limit],
  );
  return rows;
}
