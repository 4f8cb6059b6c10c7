import { randomUUID } from "node:crypto";
import type { Collection, MongoClient } from "mongodb";
import {
  type ProjectionCollections,
  prepareProjection,
  projectionCollections,
} from "../src/mongo-collections.ts";
import type { MongoRows } from "../src/mongo-projection-store.ts";
import type { Item } from "./items.ts";

type ItemDocument = {
  userId: string;
  generation: number;
  id: string;
  revision: number;
  amount: string | null;
};

/** The smallest read model there is: a row is its amount. */
export function mongoItemRows(items: Collection<ItemDocument>): MongoRows<Item> {
  return {
    applyChanges: async (session, changes) => {
      for (const { userId, generation, transactionId: id, revision, row } of changes) {
        const key = { userId, generation, id };
        const known = await items.findOne(key, { session });
        if (known && known.revision >= revision) continue;
        await items.replaceOne(key, { ...key, revision, amount: row ?? null }, { session, upsert: true });
      }
    },
    forget: async (session, userId, keep) => {
      const others = keep === undefined ? {} : { generation: { $ne: keep } };
      await items.deleteMany({ userId, ...others }, { session });
    },
  };
}

/** A database of the test's own, prepared. */
export async function openMongoItems(client: MongoClient) {
  const database = `items_${randomUUID().slice(0, 8)}`;
  const db = client.db(database);
  const items = db.collection<ItemDocument>("items");
  await prepareProjection(db);
  await items.createIndex({ userId: 1, generation: 1, id: 1 }, { unique: true });
  return { database, items, collections: projectionCollections(db) };
}

/** The living rows of the generation that answers, by id; and how many rows of any generation there are. */
export async function readMongoItems(
  { users }: ProjectionCollections,
  items: Collection<ItemDocument>,
  userId: string,
) {
  const generation = (await users.findOne({ _id: userId }))?.generation;
  const stored = await items.find({ userId }).sort({ id: 1 }).toArray();
  const living = stored.filter((item) => item.generation === generation && item.amount !== null);
  return { items: living.map(({ id, amount }) => [id, amount!] as const), stored: stored.length };
}
