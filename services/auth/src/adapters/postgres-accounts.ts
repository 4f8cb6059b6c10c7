import type { Database, Transaction } from "@finflow/postgres/database";
import { and, eq, gt } from "drizzle-orm";
import type { Account, Caller } from "../domain/account.ts";
import { AuthError } from "../domain/auth-error.ts";
import { sessions, users } from "./tables.ts";

const columns = {
  userId: users.userId,
  email: users.email,
  passwordHash: users.passwordHash,
  createTime: users.createTime,
};

export async function findAccount(db: Database, email: string): Promise<Account | undefined> {
  const [row] = await db.select(columns).from(users).where(eq(users.email, email));
  return row;
}

/** The account of a session that has not ended. */
export async function findStandingAccount(
  db: Database,
  { userId, sessionId }: Caller,
  now: Date,
): Promise<Account | undefined> {
  const [row] = await db
    .select(columns)
    .from(users)
    .innerJoin(sessions, eq(sessions.userId, users.userId))
    .where(and(eq(users.userId, userId), eq(sessions.sessionId, sessionId), gt(sessions.endTime, now)));
  return row;
}

/**
 * The lock that every writer takes first. A deleted account has no row: what comes after its deletion, or waited
 * for it, finds nothing to write to.
 */
export async function lockUser(tx: Transaction, userId: string): Promise<Account | undefined> {
  const [row] = await tx.select(columns).from(users).where(eq(users.userId, userId)).for("update");
  return row;
}

/** @throws AuthError `email_taken` */
export async function insertAccount(tx: Transaction, account: Account): Promise<void> {
  const inserted = await tx
    .insert(users)
    .values({ ...account, passwordTime: account.createTime })
    .onConflictDoNothing({ target: users.email })
    .returning({ userId: users.userId });
  if (inserted.length === 0) throw new AuthError("email_taken", { field: "email" });
}

/** The same password, hashed anew. */
export async function replaceHash(tx: Transaction, userId: string, passwordHash: string): Promise<void> {
  await tx.update(users).set({ passwordHash }).where(eq(users.userId, userId));
}

export async function setPassword(
  tx: Transaction,
  userId: string,
  passwordHash: string,
  passwordTime: Date,
): Promise<void> {
  await tx.update(users).set({ passwordHash, passwordTime }).where(eq(users.userId, userId));
}
