import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Mongod } from "@finflow/local-servers/mongod";
import { temporaryMongod } from "@finflow/local-servers/temporary-mongod";
import type { MongoClient } from "mongodb";
import { type Examined, examiningClient } from "./keys-examined.ts";
import { readsOf, storeOneUser } from "./one-user.ts";

let mongod: Mongod;
let client: MongoClient;
let examined: ReturnType<typeof examiningClient>["examined"];
before(async () => {
  mongod = await temporaryMongod();
  ({ client, examined } = examiningClient(mongod.url));
});
after(async () => {
  await client?.close();
  await mongod?.stop();
});

test("what reads look at does not grow with a user's rows", async () => {
  const of = async (rows: number): Promise<Record<string, Examined>> => {
    const [database, userId] = [`rows_${rows}`, randomUUID()];
    await storeOneUser(client, database, userId, rows);
    const found: Record<string, Examined> = {};
    for (const [name, read] of Object.entries(readsOf(client, database, userId)))
      found[name] = await examined(read);
    return found;
  };
  const [few, many] = [await of(1_000), await of(10_000)];
  for (const [name, { keys, documents }] of Object.entries(few)) {
    assert.ok(keys > 0 && keys < 1_000, `${name}: ${keys} keys`);
    // A page begins and ends among rows of another order: a few keys more or less are no growth.
    assert.ok(many[name]!.keys <= keys + 5, `${name}: ${keys} keys, then ${many[name]!.keys}`);
    assert.ok(many[name]!.documents <= documents + 5, `${name}: ${documents}, then ${many[name]!.documents}`);
  }
});
