import { inTransaction } from "@finflow/mongo/in-transaction";
import type { ClientSession, MongoClient, UpdateFilter } from "mongodb";
import type { RowChange } from "./change.ts";
import { projectionCollections, type UserDocument } from "./mongo-collections.ts";
import { damageWhere } from "./mongo-distrust.ts";
import { lockUser, lockUsers } from "./mongo-lock.ts";
import { noteChunks, type Target } from "./mongo-note-chunks.ts";
import { readProgress, setAppliedRevision } from "./mongo-progress.ts";
import type { ProjectionStore, Rebuild } from "./projection-store.ts";

/** A row's change, and in which generation of whom. */
export type GenerationChange<Row> = RowChange<Row> & { userId: string; generation: number };

/** What is the read model's own: its rows. */
export type MongoRows<Row> = {
  /** Applies row changes, each only where it is newer than what is stored; no row is in them twice. */
  applyChanges: (session: ClientSession, changes: readonly GenerationChange<Row>[]) => Promise<void>;
  /** Deletes a user's rows, but for those of one generation if it is given. */
  forget: (session: ClientSession, userId: string, keep: number | undefined) => Promise<void>;
};

export type MongoProjectionOptions = {
  client: MongoClient;
  /** The read model's own, prepared (`prepareProjection`). */
  database: string;
  /** How long a builder that is not heard of keeps its user. Default 30: a page of a rebuild takes well under one. */
  leaseSeconds?: number;
};

/** The book-keeping of a read model in MongoDB. */
export function createMongoProjectionStore<Row>(
  { client, database, leaseSeconds = 30 }: MongoProjectionOptions,
  rows: MongoRows<Row>,
): ProjectionStore<Row, ClientSession> {
  const collections = projectionCollections(client.db(database));
  const { users, progress, chunks } = collections;
  const change = (session: ClientSession, userId: string, update: UpdateFilter<UserDocument>) =>
    users.updateOne({ _id: userId }, update, { session });
  const leased = () => new Date(Date.now() + leaseSeconds * 1_000);

  async function forgetProgress(
    session: ClientSession,
    userId: string,
    keep: number | undefined,
  ): Promise<void> {
    const others = keep === undefined ? {} : { generation: { $ne: keep } };
    await chunks.deleteMany({ userId, ...others }, { session });
    await progress.deleteMany({ userId, ...others }, { session });
  }

  const lock = (session: ClientSession, userId: string) => lockUser(users, session, userId);

  function whileItCounts(
    { userId, building }: Rebuild,
    work: (session: ClientSession) => Promise<void>,
  ): Promise<boolean> {
    return inTransaction(client, async (session) => {
      const user = await lock(session, userId);
      if (user.erased || user.building !== building) return false;
      await work(session);
      return true;
    });
  }

  return {
    // Everything of all users in a few commands: each has its way to the server and back.
    apply: async (session, received) => {
      if (received.length === 0) return;
      const ofUser = Map.groupBy(received, ({ chunk }) => chunk.userId);
      const held = await lockUsers(users, session, [...ofUser.keys()]);
      const targets = held
        .filter(({ erased }) => !erased)
        .flatMap(({ _id: userId, generation, building }) =>
          [generation, building]
            .filter((each) => each !== null)
            .map((each) => ({ userId, generation: each, received: ofUser.get(userId)! })),
        );
      if (targets.length === 0) return;
      await rows.applyChanges(session, targets.flatMap(newestChanges));
      await noteChunks(collections, session, targets);
    },
    markDamaged: async (session, userId) => {
      const user = await lock(session, userId);
      if (!user.erased) await change(session, userId, { $inc: { damage: 1 } });
    },
    isEmpty: async () => (await users.findOne({}, { projection: { _id: 1 } })) === null,
    damageWhere: (...asked) => damageWhere(collections, ...asked),
    erase: async (session, userId) => {
      const user = await lock(session, userId);
      if (user.erased) return;
      await rows.forget(session, userId, undefined);
      await forgetProgress(session, userId, undefined);
      await change(session, userId, {
        $set: { erased: true, damage: 0, building: null, buildingUntil: null },
      });
    },
    progress: (userId) => readProgress(collections, userId),
    usersToRebuild: async (limit) => {
      const free = { $or: [{ buildingUntil: null }, { buildingUntil: { $lte: new Date() } }] };
      const due = { $or: [{ damage: { $gt: 0 } }, { building: { $gt: 0 } }] };
      const found = await users
        .find({ $and: [due, free] }, { projection: { _id: 1 } })
        .sort({ buildingUntil: 1, _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ _id }) => _id);
    },
    beginRebuild: (userId) =>
      inTransaction(client, async (session) => {
        const user = await lock(session, userId);
        if (user.erased) return undefined;
        const building = Math.max(user.generation, user.building ?? 0) + 1;
        await change(session, userId, { $set: { building, buildingUntil: leased() } });
        return { userId, building, damage: user.damage };
      }),
    addToRebuild: (rebuild, changes) =>
      whileItCounts(rebuild, async (session) => {
        const { userId, building: generation } = rebuild;
        await rows.applyChanges(
          session,
          changes.map((each) => ({ ...each, userId, generation })),
        );
        await change(session, rebuild.userId, { $set: { buildingUntil: leased() } });
      }),
    finishRebuild: (rebuild, headRevision) =>
      whileItCounts(rebuild, async (session) => {
        const { userId, building, damage } = rebuild;
        await setAppliedRevision(collections, session, userId, building, headRevision);
        await change(session, userId, {
          $set: { generation: building, building: null, buildingUntil: null },
          $inc: { damage: -damage },
        });
        await rows.forget(session, userId, building);
        await forgetProgress(session, userId, building);
      }),
  };
}

/** Where several chunks speak of a row, the newest of them. */
function newestChanges<Row>({ userId, generation, received }: Target<Row>): GenerationChange<Row>[] {
  const newest = new Map<string, RowChange<Row>>();
  for (const change of received.flatMap(({ chunk }) => chunk.changes)) {
    const known = newest.get(change.transactionId);
    if (!known || known.revision < change.revision) newest.set(change.transactionId, change);
  }
  return [...newest.values()].map((change) => ({ ...change, userId, generation }));
}
