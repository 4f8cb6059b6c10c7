import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Mongod } from "@finflow/local-servers/mongod";
import { temporaryMongod } from "@finflow/local-servers/temporary-mongod";
import { connectMongo } from "@finflow/mongo/connect-mongo";
import { projectionCollections } from "@finflow/projection/mongo-collections";
import { samples } from "@finflow/sample-statements/samples";
import { readingOf } from "@finflow/test-mesh/written-statement";
import type { MongoClient } from "mongodb";
import { chatbotCollections } from "../src/adapters/mongo-collections.ts";
import { mongoChatbotStore } from "../src/adapters/mongo-store.ts";
import { conversationsContract } from "./conversations.contract.ts";
import { runChatbot, runChatbotOn } from "./running-service.ts";

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
  const database = `chatbot_${randomUUID().slice(0, 8)}`;
  const db = client.db(database);
  const { rows, conversations, turns } = chatbotCollections(db);
  const { progress } = projectionCollections(db);
  return {
    store: mongoChatbotStore(client, database),
    grow: async (userId: string, last: number) => {
      const first = (await turns.findOne({ userId }))!;
      const response = Buffer.concat([first.response, first.response, first.response]);
      const { _id, requestId: _requestId, ...turn } = first;
      const place = _id.slice(0, _id.lastIndexOf("/"));
      await turns.insertMany(
        Array.from({ length: last - 1 }, (_, at) => ({
          ...{ ...turn, response, turn: at + 2, question: `Question ${at + 2}` },
          _id: `${place}/${at + 2}`,
        })),
      );
    },
    turnsOf: (userId: string) => turns.countDocuments({ userId }),
    storedOf: async (userId: string) => {
      const counts = [rows, conversations, turns, progress].map((each) =>
        (each as typeof turns).countDocuments({ userId }),
      );
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    },
  };
};

conversationsContract("MongoDB", () => runChatbotOn(openStore, () => new Date()));

test("merchants are the same in both stores", async () => {
  const clock = () => new Date("2025-09-01T10:00:00Z");
  const both = [await runChatbot(clock), await runChatbotOn(openStore, clock)];
  const answers = await Promise.all(
    both.map(async (running) => {
      const userId = "01990000-0000-7000-8000-000000000001";
      const call = await running.signedIn(userId);
      for (const { spec } of samples("2025-08-01").slice(0, 2)) await running.write(userId, readingOf(spec));
      const said: string[] = [];
      for (const question of [
        "top 5 merchants",
        "top merchants for food in July",
        "top merchants above 50",
      ]) {
        const { answer } = await running.askWhole({ question, minRevision: 2 }, call);
        said.push(answer);
      }
      return said;
    }),
  );
  for (const running of both) await running.close();
  assert.deepEqual(answers[1], answers[0]);
  assert.match(answers[0]![0]!, /in \d+ transactions/);
});
