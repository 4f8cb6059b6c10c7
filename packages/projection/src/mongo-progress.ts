import type { ClientSession } from "mongodb";
import type { Progress } from "./freshness.ts";
import type { ProjectionCollections } from "./mongo-collections.ts";
import { rowsSource, rowsTopic } from "./rows-topic.ts";

/** Says that everything up to a revision is in, and takes in what follows it without a gap. */
export async function setAppliedRevision(
  { progress, chunks }: ProjectionCollections,
  session: ClientSession,
  userId: string,
  generation: number,
  revision: number,
): Promise<void> {
  await progress.updateOne(
    { userId, generation },
    {
      $setOnInsert: { appliedRevision: 0, appliedTime: null },
      $max: { seenRevision: revision },
      $inc: { changes: 1 },
    },
    { session, upsert: true },
  );
  const reached = await wholeFrom({ chunks }, session, userId, generation, revision);
  await raise({ progress, chunks }, session, userId, generation, reached);
}

/** The last of the whole revisions that follow `revision` without a gap, or `revision` itself. */
async function wholeFrom(
  { chunks }: Pick<ProjectionCollections, "chunks">,
  session: ClientSession,
  userId: string,
  generation: number,
  revision: number,
): Promise<number> {
  const seen = await chunks
    .aggregate<{ _id: number; found: number; wanted: number }>(
      [
        { $match: { userId, generation, revision: { $gt: revision } } },
        { $group: { _id: "$revision", found: { $sum: 1 }, wanted: { $max: "$chunks" } } },
        { $sort: { _id: 1 } },
      ],
      { session },
    )
    .toArray();
  let reached = revision;
  for (const { _id: next, found, wanted } of seen) {
    if (next !== reached + 1 || found !== wanted) break;
    reached = next;
  }
  return reached;
}

async function raise(
  { progress, chunks }: Pick<ProjectionCollections, "progress" | "chunks">,
  session: ClientSession,
  userId: string,
  generation: number,
  revision: number,
): Promise<void> {
  const raised = { $max: { appliedRevision: revision, seenRevision: revision } };
  await progress.updateOne({ userId, generation }, raised, { session });
  await chunks.deleteMany({ userId, generation, revision: { $lte: revision } }, { session });
}

/** How far a user's figures have come. */
export async function readProgress(
  { users, progress, watermarks }: ProjectionCollections,
  userId: string,
): Promise<Progress> {
  const [user, seen] = await Promise.all([
    users.findOne({ _id: userId }),
    watermarks.find({ source: rowsSource, topic: rowsTopic }).toArray(),
  ]);
  const generation = user?.generation ?? 1;
  const found = user && (await progress.findOne({ userId, generation }));
  return {
    generation,
    damaged: (user?.damage ?? 0) > 0,
    appliedRevision: found?.appliedRevision ?? 0,
    seenRevision: found?.seenRevision ?? 0,
    changes: BigInt(found?.changes ?? 0),
    appliedTime: found?.appliedTime ?? undefined,
    watermark: seen.length === 0 ? undefined : new Date(Math.min(...seen.map(({ time }) => time.getTime()))),
  };
}
