import type { Database, Transaction } from "@finflow/postgres/database";
import { and, eq, sql } from "drizzle-orm";
import type { Chunk } from "./change.ts";
import type { Progress } from "./freshness.ts";
import { latestWatermark } from "./postgres-watermarks.ts";
import { chunks, progress, users, watermarks } from "./tables.ts";

/** Notes that a chunk is in, and raises the applied revision as far as whole revisions follow each other. */
export async function noteChunk(
  tx: Transaction,
  generation: number,
  chunk: Chunk<unknown>,
  committed: Date,
): Promise<void> {
  const { userId, revision } = chunk;
  const [now] = await tx
    .insert(progress)
    .values({
      userId,
      generation,
      appliedRevision: 0,
      seenRevision: revision,
      changes: 1n,
      appliedTime: committed,
    })
    .onConflictDoUpdate({
      target: [progress.userId, progress.generation],
      set: {
        seenRevision: sql`greatest(${progress.seenRevision}, ${revision})`,
        changes: sql`${progress.changes} + 1`,
        appliedTime: sql`greatest(${progress.appliedTime}, ${committed.toISOString()}::timestamptz)`,
      },
    })
    .returning();
  const applied = now?.appliedRevision ?? 0;
  if (revision <= applied) return;
  await tx
    .insert(chunks)
    .values({ userId, generation, revision, chunk: chunk.chunk, chunks: chunk.chunks })
    .onConflictDoNothing();
  const reached = await wholeFrom(tx, userId, generation, applied);
  if (reached > applied) await raise(tx, userId, generation, reached);
}

/** Says that everything up to a revision is in, and takes in what follows it without a gap. */
export async function setAppliedRevision(
  tx: Transaction,
  userId: string,
  generation: number,
  revision: number,
): Promise<void> {
  await tx
    .insert(progress)
    .values({ userId, generation, appliedRevision: 0, seenRevision: revision, changes: 1n })
    .onConflictDoUpdate({
      target: [progress.userId, progress.generation],
      set: { changes: sql`${progress.changes} + 1` },
    });
  await raise(tx, userId, generation, await wholeFrom(tx, userId, generation, revision));
}

/** The last of the whole revisions that follow `revision` without a gap, or `revision` itself. */
async function wholeFrom(
  tx: Transaction,
  userId: string,
  generation: number,
  revision: number,
): Promise<number> {
  const later = and(
    eq(chunks.userId, userId),
    eq(chunks.generation, generation),
    sql`${chunks.revision} > ${revision}`,
  );
  const seen = await tx
    .select({ revision: chunks.revision, whole: sql<boolean>`count(*) = max(${chunks.chunks})` })
    .from(chunks)
    .where(later)
    .groupBy(chunks.revision)
    .orderBy(chunks.revision);
  let reached = revision;
  for (const next of seen) {
    if (next.revision !== reached + 1 || !next.whole) break;
    reached = next.revision;
  }
  return reached;
}

async function raise(tx: Transaction, userId: string, generation: number, revision: number): Promise<void> {
  await tx
    .update(progress)
    .set({
      appliedRevision: sql`greatest(${progress.appliedRevision}, ${revision})`,
      seenRevision: sql`greatest(${progress.seenRevision}, ${revision})`,
    })
    .where(and(eq(progress.userId, userId), eq(progress.generation, generation)));
  await tx
    .delete(chunks)
    .where(
      and(
        eq(chunks.userId, userId),
        eq(chunks.generation, generation),
        sql`${chunks.revision} <= ${revision}`,
      ),
    );
}

/** How far a user's figures have come, in one statement: reads ask it twice each. */
export async function readProgress(db: Database, userId: string): Promise<Progress> {
  const [found] = await db
    .select({
      generation: users.generation,
      damaged: sql<boolean>`${users.damage} > 0`,
      appliedRevision: sql<number>`coalesce(${progress.appliedRevision}, 0)`,
      seenRevision: sql<number>`coalesce(${progress.seenRevision}, 0)`,
      changes: sql<string>`coalesce(${progress.changes}, 0)`,
      appliedTime: progress.appliedTime,
      watermark: sql<Date | null>`(${latestWatermark(db)})`.mapWith(watermarks.time),
    })
    .from(users)
    .leftJoin(progress, and(eq(progress.userId, users.userId), eq(progress.generation, users.generation)))
    .where(eq(users.userId, userId));
  if (!found) {
    const nothing = { appliedRevision: 0, seenRevision: 0, changes: 0n, appliedTime: undefined };
    const [seen] = await latestWatermark(db);
    return { generation: 1, damaged: false, ...nothing, watermark: seen?.time ?? undefined };
  }
  return {
    ...found,
    changes: BigInt(found.changes),
    appliedTime: found.appliedTime ?? undefined,
    watermark: found.watermark ?? undefined,
  };
}
