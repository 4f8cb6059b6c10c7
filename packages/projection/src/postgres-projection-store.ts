import type { Transaction } from "@finflow/postgres/database";
import { database } from "@finflow/postgres/database";
import { transaction } from "@finflow/postgres/transaction";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { RowChange } from "./change.ts";
import { comparedStore } from "./postgres-distrust.ts";
import { noteChunk, readProgress, setAppliedRevision } from "./postgres-progress.ts";
import type { ProjectionStore, Rebuild, ReceivedChunk } from "./projection-store.ts";
import { chunks, progress, users } from "./tables.ts";

/** What is the read model's own: its rows. */
export type Rows<Row> = {
  /** Applies row changes to a generation, each only where it is newer than what is stored. */
  applyChanges: (
    tx: Transaction,
    userId: string,
    generation: number,
    changes: readonly RowChange<Row>[],
  ) => Promise<void>;
  /** Deletes a user's rows, but for those of one generation if it is given. */
  forget: (tx: Transaction, userId: string, keep: number | undefined) => Promise<void>;
};

/** How long a builder that is not heard of keeps its user, in seconds. A page of a rebuild takes well under one. */
const defaultLeaseSeconds = 30;

/** The book-keeping of a read model in PostgreSQL, in the tables of tables.ts. */
export function createPostgresProjectionStore<Row>(
  pool: Pool,
  rows: Rows<Row>,
  { leaseSeconds = defaultLeaseSeconds }: { leaseSeconds?: number } = {},
): ProjectionStore<Row, Transaction> {
  const db = database(pool);
  const leased = sql`now() + make_interval(secs => ${leaseSeconds})`;
  return {
    apply: async (tx, received) => {
      // In the order of users, so that two consumers of other partitions cannot wait for each other.
      for (const { chunk, committed } of received.toSorted(byUser)) {
        const user = await lockUser(tx, chunk.userId);
        if (user.erased) continue;
        for (const generation of [user.generation, user.building]) {
          if (generation === null) continue;
          await rows.applyChanges(tx, chunk.userId, generation, chunk.changes);
          await noteChunk(tx, generation, chunk, committed);
        }
      }
    },
    markDamaged: async (tx, userId) => {
      const user = await lockUser(tx, userId);
      if (user.erased) return;
      await tx
        .update(users)
        .set({ damage: user.damage + 1 })
        .where(eq(users.userId, userId));
    },
    ...comparedStore(pool),
    erase: async (tx, userId) => {
      const user = await lockUser(tx, userId);
      if (user.erased) return;
      await rows.forget(tx, userId, undefined);
      await forgetProgress(tx, userId, undefined);
      await tx
        .update(users)
        .set({ erased: true, damage: 0, building: null, buildingUntil: null })
        .where(eq(users.userId, userId));
    },
    progress: (userId) => readProgress(db, userId),
    usersToRebuild: async (limit) => {
      const due = sql`(${users.damage} > 0 or ${users.building} is not null)
        and (${users.buildingUntil} is null or ${users.buildingUntil} <= now())`;
      const found = await db
        .select({ userId: users.userId })
        .from(users)
        .where(due)
        .orderBy(sql`${users.buildingUntil} nulls first`, users.userId)
        .limit(limit);
      return found.map((user) => user.userId);
    },
    beginRebuild: (userId) =>
      transaction(pool, async (tx) => {
        const user = await lockUser(tx, userId);
        if (user.erased) return undefined;
        const building = Math.max(user.generation, user.building ?? 0) + 1;
        await tx.update(users).set({ building, buildingUntil: leased }).where(eq(users.userId, userId));
        return { userId, building, damage: user.damage };
      }),
    addToRebuild: (rebuild, changes) =>
      whileItCounts(pool, rebuild, async (tx) => {
        await rows.applyChanges(tx, rebuild.userId, rebuild.building, changes);
        await tx.update(users).set({ buildingUntil: leased }).where(eq(users.userId, rebuild.userId));
      }),
    finishRebuild: (rebuild, headRevision) =>
      whileItCounts(pool, rebuild, async (tx) => {
        const { userId, building, damage } = rebuild;
        await setAppliedRevision(tx, userId, building, headRevision);
        await tx
          .update(users)
          .set({
            ...{ generation: building, building: null, buildingUntil: null },
            damage: sql`${users.damage} - ${damage}`,
          })
          .where(eq(users.userId, userId));
        await rows.forget(tx, userId, building);
        await forgetProgress(tx, userId, building);
      }),
  };
}

function byUser<Row>({ chunk: a }: ReceivedChunk<Row>, { chunk: b }: ReceivedChunk<Row>): number {
  return a.userId < b.userId ? -1 : a.userId > b.userId ? 1 : 0;
}

/** The user's own row, locked until the transaction ends; made if there is none. */
async function lockUser(tx: Transaction, userId: string) {
  await tx.execute(sql`insert into users (user_id) values (${userId}) on conflict do nothing`);
  const [user] = await tx.select().from(users).where(eq(users.userId, userId)).for("update");
  if (!user) throw new Error("the user's row went away under its lock");
  return user;
}

function whileItCounts(
  pool: Pool,
  { userId, building }: Rebuild,
  work: (tx: Transaction) => Promise<void>,
): Promise<boolean> {
  return transaction(pool, async (tx) => {
    const user = await lockUser(tx, userId);
    if (user.erased || user.building !== building) return false;
    await work(tx);
    return true;
  });
}

async function forgetProgress(tx: Transaction, userId: string, keep: number | undefined): Promise<void> {
  for (const table of [chunks, progress]) {
    const others = keep === undefined ? undefined : ne(table.generation, keep);
    await tx.delete(table).where(and(eq(table.userId, userId), others));
  }
}
