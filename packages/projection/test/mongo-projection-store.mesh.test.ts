import { after, before } from "node:test";
import type { Mongod } from "@finflow/local-servers/mongod";
import { temporaryMongod } from "@finflow/local-servers/temporary-mongod";
import { connectMongo } from "@finflow/mongo/connect-mongo";
import { inTransaction } from "@finflow/mongo/in-transaction";
import { createMongoProjectionStore } from "../src/mongo-projection-store.ts";
import type { Item } from "./items.ts";
import { mongoItemRows, openMongoItems, readMongoItems } from "./mongo-items.ts";
import { projectionStoreContract } from "./projection-store.contract.ts";

let mongod: Mongod;
before(async () => {
  mongod = await temporaryMongod();
});
after(async () => {
  await mongod?.stop();
});

projectionStoreContract("MongoDB", async () => {
  const client = connectMongo({ url: mongod.url, name: "test" });
  const { database, items, collections } = await openMongoItems(client);
  const { progress, chunks } = collections;
  return {
    store: (leaseSeconds) =>
      createMongoProjectionStore<Item>(
        { client, database, ...(leaseSeconds !== undefined && { leaseSeconds }) },
        mongoItemRows(items),
      ),
    run: (work) => inTransaction(client, work),
    items: (userId) => readMongoItems(collections, items, userId),
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
