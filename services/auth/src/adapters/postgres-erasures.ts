import type { Database, Transaction } from "@finflow/postgres/database";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Erasure } from "../domain/erase-user.ts";
import { erasureServices, erasures, tombstones, users } from "./tables.ts";

/** Sessions, refresh tokens and registrations go with the account. */
export async function eraseAccount(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(users).where(eq(users.userId, userId));
  await tx.insert(tombstones).values({ userId });
}

export async function insertErasure(tx: Transaction, userId: string, erasure: Erasure): Promise<void> {
  const { erasureId, requestTime, services } = erasure;
  await tx.insert(erasures).values({ userId, erasureId, requestTime });
  if (services.length === 0) return;
  await tx.insert(erasureServices).values(services.map(({ service }) => ({ userId, service })));
}

export async function findErasureOf(db: Database, userId: string): Promise<Erasure | undefined> {
  const [row] = await db.select().from(erasures).where(eq(erasures.userId, userId));
  return row && withServices(db, row);
}

export async function findErasure(db: Database, erasureId: string): Promise<Erasure | undefined> {
  const [row] = await db.select().from(erasures).where(eq(erasures.erasureId, erasureId));
  return row && withServices(db, row);
}

async function withServices(
  db: Database,
  { userId, erasureId, requestTime }: typeof erasures.$inferSelect,
): Promise<Erasure> {
  const rows = await db
    .select()
    .from(erasureServices)
    .where(eq(erasureServices.userId, userId))
    .orderBy(asc(erasureServices.service));
  const services = rows.map(({ service, eraseTime }) => ({ service, eraseTime: eraseTime ?? undefined }));
  return { erasureId, requestTime, services };
}

/**
 * Notes that a service has erased the user; the first time counts. It may come again, and from a service that
 * was not asked: neither changes anything.
 */
export async function acknowledgeErasure(
  tx: Transaction,
  { userId, service }: { userId: string; service: string },
  eraseTime: Date,
): Promise<void> {
  await tx
    .update(erasureServices)
    .set({ eraseTime })
    .where(
      and(
        eq(erasureServices.userId, userId),
        eq(erasureServices.service, service),
        isNull(erasureServices.eraseTime),
      ),
    );
}
