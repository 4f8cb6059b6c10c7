import { type Filter, MongoBulkWriteError } from "mongodb";
import type { ProjectionCollections, UserDocument } from "./mongo-collections.ts";
import type { Distrust, UserRange } from "./projection-store.ts";

const conditions: Record<Distrust, (mine: number, listed: number) => boolean> = {
  every: () => true,
  different: (mine, listed) => mine !== listed,
  ahead: (mine, listed) => mine > listed,
};

/**
 * Raises the damage of those in a range that are not to be trusted, each by a change of its own: damage that is raised
 * twice is one more rebuild, and no transaction holds thousands of users.
 */
export async function damageWhere(
  { users, progress }: ProjectionCollections,
  distrust: Distrust,
  listed: readonly { userId: string; revision: number }[],
  { after, upTo }: UserRange,
): Promise<void> {
  const range: Filter<UserDocument>["_id"] = {
    ...(after !== undefined && { $gt: after }),
    ...(upTo !== undefined && { $lte: upTo }),
  };
  const within: Filter<UserDocument> = Object.keys(range).length > 0 ? { _id: range } : {};
  const known = await users.find(within, { projection: { generation: 1, erased: 1 } }).toArray();
  const standing = new Map(known.filter(({ erased }) => !erased).map((user) => [user._id, user.generation]));
  const reached = await progress.find({ userId: { $in: [...standing.keys()] } }).toArray();
  const applied = new Map(
    reached
      .filter(({ userId, generation }) => standing.get(userId) === generation)
      .map(({ userId, appliedRevision }) => [userId, appliedRevision]),
  );
  const revisions = new Map(listed.map(({ userId, revision }) => [userId, revision]));
  const erased = new Set(known.filter((user) => user.erased).map(({ _id }) => _id));
  const concerned = [...new Set([...revisions.keys(), ...standing.keys()])]
    .filter((userId) => !erased.has(userId))
    .filter((userId) => conditions[distrust](applied.get(userId) ?? 0, revisions.get(userId) ?? 0))
    .sort();
  if (concerned.length === 0) return;
  const raised = users.bulkWrite(
    concerned.map((userId) => ({
      updateOne: {
        filter: { _id: userId, erased: { $ne: true } },
        update: {
          $inc: { damage: 1, turn: 1 },
          $setOnInsert: { generation: 1, building: null, buildingUntil: null, erased: false },
        },
        upsert: !standing.has(userId),
      },
    })),
    { ordered: false },
  );
  await raised.catch(unlessErasedMeanwhile);
}

/** Who was erased meanwhile does not match and is there: inserting is a duplicate, and nothing is left to rebuild. */
function unlessErasedMeanwhile(error: unknown): void {
  const errors = error instanceof MongoBulkWriteError ? [error.writeErrors].flat() : [];
  if (errors.length === 0 || errors.some(({ code }) => code !== 11_000)) throw error;
}
