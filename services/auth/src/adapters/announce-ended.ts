import type { RevokedSessions } from "@finflow/identity/revoked-sessions";
import type { Database } from "@finflow/postgres/database";
import { asc, eq, gt, sql } from "drizzle-orm";
import { AuthError } from "../domain/auth-error.ts";
import { revokedSessions } from "./tables.ts";

export type Announcer = {
  /** Tells edge before the caller is answered. @throws AuthError `revocation_delayed` */
  readonly announceEnded: (sessionIds: readonly string[], time: Date) => Promise<void>;
  /** Tells what could not be told, or whose teller died after its commit. Returns how many. */
  readonly announcePending: () => Promise<number>;
};

const batch = 500;

/**
 * That a session ended is committed first, and told to `RevokedSessions` next; the mark in the row says that it
 * was told, so that neither a failing store nor a killed process leaves a session's tokens valid unnoticed.
 */
export function createAnnouncer(db: Database, revoked: RevokedSessions): Announcer {
  async function tell(sessionIds: readonly string[], time: Date): Promise<void> {
    await revoked.add(sessionIds, time);
    await db
      .update(revokedSessions)
      .set({ isAnnounced: true })
      .where(sql`${revokedSessions.sessionId} = any(${sql.param([...sessionIds])}::uuid[])`);
  }
  return {
    announceEnded: async (sessionIds, time) => {
      if (sessionIds.length === 0) return;
      try {
        await tell(sessionIds, time);
      } catch (cause) {
        throw new AuthError("revocation_delayed", { retryAfterMs: 1_000, cause });
      }
    },
    announcePending: async () => {
      const rows = await db
        .select()
        .from(revokedSessions)
        .where(eq(revokedSessions.isAnnounced, false))
        .orderBy(asc(revokedSessions.revokeTime))
        .limit(batch);
      for (const { sessionId, revokeTime } of rows) await tell([sessionId], revokeTime);
      return rows.length;
    },
  };
}

/** All that an access token could still be held of, for whoever builds a set of them. */
export function listRevokedSessions(
  db: Database,
  since: Date,
): Promise<{ sessionId: string; revokeTime: Date }[]> {
  return db
    .select({ sessionId: revokedSessions.sessionId, revokeTime: revokedSessions.revokeTime })
    .from(revokedSessions)
    .where(gt(revokedSessions.revokeTime, since))
    .orderBy(asc(revokedSessions.revokeTime));
}
