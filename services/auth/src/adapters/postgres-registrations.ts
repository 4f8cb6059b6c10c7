import type { Database, Transaction } from "@finflow/postgres/database";
import { and, eq, gt, lte } from "drizzle-orm";
import { AuthError } from "../domain/auth-error.ts";
import type { RegisterStore, Registration } from "../domain/register.ts";
import { registrations, sessions, users } from "./tables.ts";

/** How long a request_id stands for its registration, in milliseconds. */
export const registrationKeptMs = 24 * 60 * 60_000;

export async function findRegistration(
  db: Database,
  requestId: string,
  now: Date,
): Promise<Registration | undefined> {
  const [row] = await db
    .select()
    .from(registrations)
    .innerJoin(users, eq(users.userId, registrations.userId))
    .leftJoin(sessions, and(eq(sessions.sessionId, registrations.sessionId), gt(sessions.endTime, now)))
    .where(
      and(
        eq(registrations.requestId, requestId),
        gt(registrations.createTime, new Date(now.getTime() - registrationKeptMs)),
      ),
    );
  if (row === undefined) return undefined;
  const { tokenSalt, tokenKeyId } = row.registrations;
  return {
    account: row.users,
    session: row.sessions ?? undefined,
    seed: { salt: tokenSalt, keyId: tokenKeyId },
  };
}

/** @throws AuthError `request_id_reused` */
export async function insertRegistration(
  tx: Transaction,
  row: Parameters<RegisterStore["insertRegistration"]>[0],
): Promise<void> {
  const { seed, ...values } = row;
  // One that is over and was not swept yet gives its place.
  const { requestId, createTime } = row;
  await tx
    .delete(registrations)
    .where(
      and(
        eq(registrations.requestId, requestId),
        lte(registrations.createTime, new Date(createTime.getTime() - registrationKeptMs)),
      ),
    );
  const inserted = await tx
    .insert(registrations)
    .values({ ...values, tokenSalt: seed.salt, tokenKeyId: seed.keyId })
    .onConflictDoNothing()
    .returning({ requestId: registrations.requestId });
  if (inserted.length === 0) throw new AuthError("request_id_reused", { field: "requestId" });
}
