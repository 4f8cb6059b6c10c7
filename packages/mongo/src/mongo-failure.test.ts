import assert from "node:assert/strict";
import { test } from "node:test";
import { MongoClient, MongoNetworkError, MongoServerError } from "mongodb";
import { isMongoUnavailable } from "./mongo-failure.ts";

/** A server that is not there, by a driver that has nothing to say of why. */
async function selectionError(): Promise<unknown> {
  const client = new MongoClient("mongodb://127.0.0.1:1/?directConnection=true", {
    serverSelectionTimeoutMS: 1,
  });
  return client
    .db("none")
    .command({ ping: 1 })
    .then(
      () => assert.fail("something answered"),
      (error: unknown) => error,
    )
    .finally(() => client.close());
}

test("a server that is away, a connection that broke, a set without a primary: it may succeed later", async () => {
  const selection = await selectionError();
  assert.equal((selection as Error).name, "MongoServerSelectionError");
  const noPrimary = new MongoServerError({ message: "not primary", code: 10_107 });
  const interrupted = new MongoServerError({
    message: "x",
    code: 1,
    errorLabels: ["TransientTransactionError"],
  });
  for (const error of [
    selection,
    new MongoNetworkError("connection 3 to 10.0.0.1:27017 closed"),
    noPrimary,
    interrupted,
  ]) {
    assert.equal(isMongoUnavailable(error), true, String(error));
    assert.equal(isMongoUnavailable(new Error("wrapped", { cause: error })), true);
  }
});

test("what it says of a command, and errors of others, are not its absence", () => {
  for (const error of [
    new MongoServerError({ message: "E11000 duplicate key error", code: 11_000 }),
    new MongoServerError({ message: "unknown operator", code: 2 }),
    new TypeError("a bug"),
    undefined,
  ])
    assert.equal(isMongoUnavailable(error), false, String(error));
});
