import type { Collection, Db } from "mongodb";

/** One document per user; its change is the lock under which everything else of the user changes. */
export type UserDocument = {
  _id: string;
  generation: number;
  building: number | null;
  damage: number;
  buildingUntil: Date | null;
  erased: boolean;
  /** Rises with every transaction that holds the user. */
  turn: number;
};

/** How far a generation has come. */
export type ProgressDocument = {
  userId: string;
  generation: number;
  appliedRevision: number;
  seenRevision: number;
  changes: number;
  appliedTime: Date | null;
};

/** A part of a revision that is in, while others before it or beside it are not. */
export type ChunkDocument = {
  userId: string;
  generation: number;
  revision: number;
  chunk: number;
  chunks: number;
};

export type WatermarkDocument = { source: string; topic: string; partition: number; time: Date };

export type ProjectionCollections = {
  users: Collection<UserDocument>;
  progress: Collection<ProgressDocument>;
  chunks: Collection<ChunkDocument>;
  watermarks: Collection<WatermarkDocument>;
};

export function projectionCollections(db: Db): ProjectionCollections {
  return {
    users: db.collection("users"),
    progress: db.collection("progress"),
    chunks: db.collection("chunks"),
    watermarks: db.collection("watermarks"),
  };
}

/** Makes the collections and indexes that are missing; keys begin with the user, so that they can be sharded by it. */
export async function prepareProjection(db: Db): Promise<void> {
  const { users, progress, chunks, watermarks } = projectionCollections(db);
  // Those to be rebuilt are few; the rest has neither damage nor a builder.
  await users.createIndex({ damage: 1 }, { partialFilterExpression: { damage: { $gt: 0 } } });
  await users.createIndex({ building: 1 }, { partialFilterExpression: { building: { $gt: 0 } } });
  await progress.createIndex({ userId: 1, generation: 1 }, { unique: true });
  await chunks.createIndex({ userId: 1, generation: 1, revision: 1, chunk: 1 }, { unique: true });
  await watermarks.createIndex({ source: 1, topic: 1, partition: 1 }, { unique: true });
}
