import type { AnyBulkWriteOperation, ClientSession } from "mongodb";
import type { ChunkDocument, ProgressDocument, ProjectionCollections } from "./mongo-collections.ts";
import type { ReceivedChunk } from "./projection-store.ts";

/** Chunks that go into one generation of one user, whom the transaction holds. */
export type Target<Row> = { userId: string; generation: number; received: readonly ReceivedChunk<Row>[] };

type Books = Pick<ProjectionCollections, "progress" | "chunks">;

/**
 * Notes which chunks are in, and raises the applied revisions as far as whole revisions follow each other. A revision
 * that comes whole and in its turn, as nearly all do, leaves nothing among the chunks.
 */
export async function noteChunks(
  { progress, chunks }: Books,
  session: ClientSession,
  targets: readonly Target<unknown>[],
): Promise<void> {
  const among = { userId: { $in: [...new Set(targets.map(({ userId }) => userId))] } };
  const known = new Map(
    (await progress.find(among, { session }).toArray()).map((each) => [keyOf(each), each]),
  );
  const waiting = Map.groupBy(await chunks.find(among, { session }).toArray(), keyOf);
  const raised: AnyBulkWriteOperation<ProgressDocument>[] = [];
  const changed: AnyBulkWriteOperation<ChunkDocument>[] = [];
  for (const target of targets) {
    const { userId, generation } = target;
    const before = known.get(keyOf(target));
    const stored = waiting.get(keyOf(target)) ?? [];
    const { after, left } = take(before, stored, target);
    raised.push({ updateOne: { filter: { userId, generation }, update: { $set: after }, upsert: true } });
    const filter = { userId, generation, revision: { $lte: after.appliedRevision } };
    if (stored.some(({ revision }) => revision <= after.appliedRevision))
      changed.push({ deleteMany: { filter } });
    for (const document of left) changed.push({ insertOne: { document } });
  }
  await progress.bulkWrite(raised, { session, ordered: false });
  if (changed.length > 0) await chunks.bulkWrite(changed, { session, ordered: false });
}

/** What a generation has come to, and the chunks of it that have to wait for others. */
function take(
  before: ProgressDocument | undefined,
  stored: readonly ChunkDocument[],
  { userId, generation, received }: Target<unknown>,
): { after: Omit<ProgressDocument, "userId" | "generation">; left: ChunkDocument[] } {
  const waiting = new Map(stored.map((each) => [`${each.revision}/${each.chunk}`, each]));
  const left: ChunkDocument[] = [];
  const applied = before?.appliedRevision ?? 0;
  for (const {
    chunk: { revision, chunk, chunks },
  } of received) {
    if (revision <= applied || waiting.has(`${revision}/${chunk}`)) continue;
    const document = { userId, generation, revision, chunk, chunks };
    waiting.set(`${revision}/${chunk}`, document);
    left.push(document);
  }
  const parts = Map.groupBy(waiting.values(), ({ revision }) => revision);
  const isWhole = (revision: number) => {
    const found = parts.get(revision);
    return found !== undefined && found.length === Math.max(...found.map(({ chunks }) => chunks));
  };
  let reached = applied;
  while (isWhole(reached + 1)) reached += 1;
  const seen = received.map(({ chunk }) => chunk.revision);
  const times = [before?.appliedTime, ...received.map(({ committed }) => committed)];
  return {
    after: {
      appliedRevision: reached,
      seenRevision: Math.max(before?.seenRevision ?? 0, reached, ...seen),
      changes: (before?.changes ?? 0) + received.length,
      appliedTime: new Date(Math.max(...times.map((time) => time?.getTime() ?? 0))),
    },
    left: left.filter(({ revision }) => revision > reached),
  };
}

function keyOf({ userId, generation }: { userId: string; generation: number }): string {
  return `${userId}/${generation}`;
}
