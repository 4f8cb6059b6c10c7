import type { Database, Transaction } from "@finflow/postgres/database";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Progress } from "../domain/freshness.ts";
import { lockUser } from "./postgres-projection.ts";
import { chunks, days, months, progress, rows, users } from "./tables.ts";

/** How far a user's figures have come. A user never heard of stands at revision 0 of generation 1. */
export async function readProgress(db: Database, userId: string): Promise<Omit<Progress, "watermark">> {
  const [found] = await db
    .select({
      generation: users.generation,
      damaged: sql<boolean>`${users.damage} > 0`,
      appliedRevision: sql<number>`coalesce(${progress.appliedRevision}, 0)`,
      seenRevision: sql<number>`coalesce(${progress.seenRevision}, 0)`,
      changes: sql<string>`coalesce(${progress.changes}, 0)`,
      appliedTime: progress.appliedTime,
    })
    .from(users)
    .leftJoin(progress, and(eq(progress.userId, users.userId), eq(progress.generation, users.generation)))
    .where(eq(users.userId, userId));
  if (!found) {
    const nothing = { appliedRevision: 0, seenRevision: 0, changes: 0n, appliedTime: undefined };
    return { generation: 1, damaged: false, ...nothing };
  }
  return { ...found, changes: BigInt(found.changes), appliedTime: found.appliedTime ?? undefined };
}

/** Says that something of a user's could not be applied, so that figures are incomplete until a rebuild. */
export async function markDamaged(tx: Transaction, userId: string): Promise<void> {
  const user = await lockUser(tx, userId);
  if (user.erased) return;
  await tx
    .update(users)
    .set({ damage: sql`${users.damage} + 1` })
    .where(eq(users.userId, userId));
}

/** Users whose rebuild is due, or was begun by a process that is no more. */
export async function usersToRebuild(db: Database, limit: number): Promise<string[]> {
  const found = await db
    .select({ userId: users.userId })
    .from(users)
    .where(sql`${users.damage} > 0 or ${users.building} is not null`)
    .limit(limit);
  return found.map((user) => user.userId);
}

/** A rebuild under way: the generation it makes, and the damage it repairs. */
export type Rebuild = { building: number; damage: number };

/** Begins a generation beside the one that answers; live changes reach both from here on. */
export async function beginGeneration(tx: Transaction, userId: string): Promise<Rebuild | undefined> {
  const user = await lockUser(tx, userId);
  if (user.erased) return undefined;
  const building = Math.max(user.generation, user.building ?? 0) + 1;
  await tx.update(users).set({ building }).where(eq(users.userId, userId));
  return { building, damage: user.damage };
}

/** Whether a rebuild still counts: false once another has begun or the user was erased. Locks the user. */
export async function stillBuilding(
  tx: Transaction,
  userId: string,
  { building }: Rebuild,
): Promise<boolean> {
  const user = await lockUser(tx, userId);
  return !user.erased && user.building === building;
}

/** Lets the generation that was built answer, and forgets the others. */
export async function swapGeneration(tx: Transaction, userId: string, rebuild: Rebuild): Promise<void> {
  const { building, damage } = rebuild;
  await tx
    .update(users)
    .set({ generation: building, building: null, damage: sql`${users.damage} - ${damage}` })
    .where(eq(users.userId, userId));
  for (const table of [rows, days, months, chunks, progress]) {
    await tx.delete(table).where(and(eq(table.userId, userId), ne(table.generation, building)));
  }
}

/** Forgets everything of a user but that there was one. Returns whether that was news. */
export async function eraseUser(tx: Transaction, userId: string): Promise<boolean> {
  const user = await lockUser(tx, userId);
  if (user.erased) return false;
  for (const table of [rows, days, months, chunks, progress]) {
    await tx.delete(table).where(eq(table.userId, userId));
  }
  await tx.update(users).set({ erased: true, damage: 0, building: null }).where(eq(users.userId, userId));
  return true;
}
