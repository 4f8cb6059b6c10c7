import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { type Mongod, startMongod } from "@finflow/local-servers/mongod";
import { connectMongo } from "@finflow/mongo/connect-mongo";
import { inTransaction } from "@finflow/mongo/in-transaction";
import type { Collection } from "mongodb";
import { prepareProjection, projectionCollections } from "../src/mongo-collections.ts";
import { createMongoProjectionStore, type MongoRows } from "../src/mongo-projection-store.ts";
import type { Item } from "./items.ts";
import { projectionStoreContract } from "./projection-store.contract.ts";

type ItemDocument = {
  userId: string;
  generation: number;
  id: string;
  revision: number;
  amount: string | null;
};

let folder = "";
let mongod: Mongod;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "finflow-projection-"));
  mongod = await startMongod(folder);
});
after(async () => {
  await mongod?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The smallest read model there is: a row is its amount. */
function itemRows(items: Collection<ItemDocument>): MongoRows<Item> {
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

projectionStoreContract("MongoDB", async () => {
  const client = connectMongo({ url: mongod.url, name: "test" });
  const database = `items_${randomUUID().slice(0, 8)}`;
  const db = client.db(database);
  const items = db.collection<ItemDocument>("items");
  await prepareProjection(db);
  await items.createIndex({ userId: 1, generation: 1, id: 1 }, { unique: true });
  const { users, progress, chunks } = projectionCollections(db);
  return {
    store: (leaseSeconds) =>
      createMongoProjectionStore<Item>(
        { client, database, ...(leaseSeconds !== undefined && { leaseSeconds }) },
        itemRows(items),
      ),
    run: (work) => inTransaction(client, work),
    items: async (userId) => {
      const generation = (await users.findOne({ _id: userId }))?.generation;
      const stored = await items.find({ userId }).sort({ id: 1 }).toArray();
      const living = stored.filter((item) => item.generation === generation && item.amount !== null);
      return { items: living.map(({ id, amount }) => [id, amount!] as const), stored: stored.length };
    },
    generations: async (userId) => {
      const left = [
        ...(await progress.find({ userId }).toArray()),
        ...(await chunks.find({ userId }).toArray()),
      ];
      return [...new Set(left.map(({ generation }) => generation))].sort();
    },
    close: () => client.close(),
  };
});
