import { randomUUID } from "node:crypto";
import { after, before } from "node:test";
import type { Mongod } from "@finflow/local-servers/mongod";
import { temporaryMongod } from "@finflow/local-servers/temporary-mongod";
import { connectMongo } from "@finflow/mongo/connect-mongo";
import { projectionCollections } from "@finflow/projection/mongo-collections";
import type { MongoClient } from "mongodb";
import { mongoAnalyticsStore } from "../src/adapters/mongo-store.ts";
import { figuresContract } from "./figures.contract.ts";
import { analyticsServiceContract } from "./service.contract.ts";

let mongod: Mongod;
let client: MongoClient;
before(async () => {
  mongod = await temporaryMongod();
  client = connectMongo({ url: mongod.url, name: "test" });
});
after(async () => {
  await client?.close();
  await mongod?.stop();
});

const openStore = async () => {
  const database = `analytics_${randomUUID().slice(0, 8)}`;
  const { users } = projectionCollections(client.db(database));
  return {
    store: mongoAnalyticsStore(client, database),
    isErased: async (userId: string) => (await users.findOne({ _id: userId }))?.erased === true,
  };
};

analyticsServiceContract("MongoDB", openStore);
figuresContract("MongoDB", openStore);
