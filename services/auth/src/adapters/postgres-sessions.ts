import type { Database, Transaction } from "@finflow/postgres/database";
import { and, desc, eq, gt, lt, ne, sql } from "drizzle-orm";
import type { Caller, Session } from "../domain/account.ts";
import type { KnownToken } from "../domain/refresh-session.ts";
import type { TokenSeed } from "../domain/refresh-token.ts";
import { refreshTokens, revokedSessions, sessions } from "./tables.ts";

export async function insertSession(
  tx: Transaction,
  session: Session,
  firstTokenHash: Buffer,
): Promise<void> {
  await tx.insert(sessions).values(session);
  await insertToken(tx, firstTokenHash, session.sessionId);
}

export async function insertToken(tx: Transaction, tokenHash: Buffer, sessionId: string): Promise<void> {
  await tx.insert(refreshTokens).values({ tokenHash, sessionId });
}

export async function ownerOfToken(tx: Transaction, tokenHash: Buffer): Promise<string | undefined> {
  const [row] = await tx
    .select({ userId: sessions.userId })
    .from(refreshTokens)
    .innerJoin(sessions, eq(sessions.sessionId, refreshTokens.sessionId))
    .where(eq(refreshTokens.tokenHash, tokenHash));
  return row?.userId;
}

export async function sessionOfToken(tx: Transaction, tokenHash: Buffer): Promise<string | undefined> {
  const [row] = await tx
    .select({ sessionId: refreshTokens.sessionId })
    .from(refreshTokens)
    .where(eq(refreshTokens.tokenHash, tokenHash));
  return row?.sessionId;
}

export async function readToken(tx: Transaction, tokenHash: Buffer): Promise<KnownToken | undefined> {
  const [row] = await tx
    .select()
    .from(refreshTokens)
    .innerJoin(sessions, eq(sessions.sessionId, refreshTokens.sessionId))
    .where(eq(refreshTokens.tokenHash, tokenHash));
  if (row === undefined) return undefined;
  const { useTime, successorSalt, successorKeyId } = row.refresh_tokens;
  if (useTime === null) return { session: row.sessions, use: undefined };
  const seed =
    successorSalt === null || successorKeyId === null
      ? undefined
      : { salt: successorSalt, keyId: successorKeyId };
  return { session: row.sessions, use: { time: useTime, seed } };
}

export async function useToken(
  tx: Transaction,
  tokenHash: Buffer,
  { time, seed }: { time: Date; seed: TokenSeed },
): Promise<void> {
  await tx
    .update(refreshTokens)
    .set({ useTime: time, successorSalt: seed.salt, successorKeyId: seed.keyId })
    .where(eq(refreshTokens.tokenHash, tokenHash));
}

export async function touchSession(tx: Transaction, session: Session): Promise<void> {
  const { sessionId, lastUseTime, endTime } = session;
  await tx.update(sessions).set({ lastUseTime, endTime }).where(eq(sessions.sessionId, sessionId));
}

export async function sessionStands(
  db: Database,
  { userId, sessionId }: Caller,
  now: Date,
): Promise<boolean> {
  const rows = await db
    .select({ sessionId: sessions.sessionId })
    .from(sessions)
    .where(and(eq(sessions.sessionId, sessionId), eq(sessions.userId, userId), gt(sessions.endTime, now)));
  return rows.length > 0;
}

/** Whoever's it is: for edge, which has verified the token that names it. */
export async function anySessionStands(db: Database, sessionId: string, now: Date): Promise<boolean> {
  const rows = await db
    .select({ sessionId: sessions.sessionId })
    .from(sessions)
    .where(and(eq(sessions.sessionId, sessionId), gt(sessions.endTime, now)));
  return rows.length > 0;
}

/** Deletes one session of the user, all but one, or all, and notes that their access tokens are void. */
export async function endSessions(
  tx: Transaction,
  { userId, only, except }: { userId: string; only?: string; except?: string },
  revokeTime: Date,
): Promise<string[]> {
  const which = and(
    eq(sessions.userId, userId),
    only === undefined ? undefined : eq(sessions.sessionId, only),
    except === undefined ? undefined : ne(sessions.sessionId, except),
  );
  // One statement, whatever their number: a parameter each would have a limit.
  const { rows } = await tx.execute<{ session_id: string }>(sql`
    with ended as (delete from ${sessions} where ${which} returning session_id)
    insert into ${revokedSessions} (session_id, revoke_time)
    select session_id, ${revokeTime.toISOString()}::timestamptz from ended
    returning session_id`);
  return rows.map((row) => row.session_id);
}

/** The newest first: ids are UUIDv7, so their order is that of time. */
export async function listSessions(
  db: Database,
  { userId, before, limit, now }: { userId: string; before: string | undefined; limit: number; now: Date },
): Promise<Session[]> {
  return db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        gt(sessions.endTime, now),
        before === undefined ? undefined : lt(sessions.sessionId, before),
      ),
    )
    .orderBy(desc(sessions.sessionId))
    .limit(limit);
}
