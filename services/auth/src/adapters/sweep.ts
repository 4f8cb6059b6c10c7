import { revokedSessionKeptMs } from "@finflow/identity/revoked-sessions";
import type { Database } from "@finflow/postgres/database";
import { type SQL, sql } from "drizzle-orm";
import { forgetAttemptsAfterMs } from "../domain/login-delay.ts";
import { refreshGraceMs } from "../domain/session-life.ts";
import { registrationKeptMs } from "./postgres-registrations.ts";
import { loginAttempts, refreshTokens, registrations, revokedSessions, sessions } from "./tables.ts";

const batch = 500;
const mostBatches = 20;
/** A refresh that began in a session's last moment is over by then. */
const sessionSlackMs = 60_000;

/**
 * Deletes what is over, in batches that lock little, skipping what another process is at. What is left after
 * `mostBatches` comes next time.
 *
 * @returns rows by table
 */
export async function sweep(db: Database, now: Date): Promise<Record<string, number>> {
  const before = (milliseconds: number): string => new Date(now.getTime() - milliseconds).toISOString();
  return {
    sessions: await inBatches(
      db,
      sql`delete from ${sessions}`,
      sql`from ${sessions} where end_time < ${before(sessionSlackMs)}`,
    ),
    registrations: await inBatches(
      db,
      sql`delete from ${registrations}`,
      sql`from ${registrations} where create_time < ${before(registrationKeptMs)}`,
    ),
    login_attempts: await inBatches(
      db,
      sql`delete from ${loginAttempts}`,
      sql`from ${loginAttempts} where last_time < ${before(forgetAttemptsAfterMs)}`,
    ),
    revoked_sessions: await inBatches(
      db,
      sql`delete from ${revokedSessions}`,
      sql`from ${revokedSessions} where revoke_time < ${before(revokedSessionKeptMs)}`,
    ),
    // Without its salt nobody can ever make the successor again.
    successor_salts: await inBatches(
      db,
      sql`update ${refreshTokens} set successor_salt = null`,
      sql`from ${refreshTokens} where successor_salt is not null and use_time < ${before(refreshGraceMs)}`,
    ),
  };
}

async function inBatches(db: Database, change: SQL, found: SQL): Promise<number> {
  let total = 0;
  for (let round = 0; round < mostBatches; round += 1) {
    const { rowCount } = await db.execute(
      sql`${change} where ctid = any (array(select ctid ${found} limit ${batch} for update skip locked))`,
    );
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < batch) break;
  }
  return total;
}
