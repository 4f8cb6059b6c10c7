import assert from "node:assert/strict";
import { test } from "node:test";
import { Code } from "@connectrpc/connect";
import { storeErrors } from "./store-errors.ts";

const diskFull = Object.assign(new Error("could not extend file"), { code: "53100" });
const errors = storeErrors("finflow.test", "it cannot be reached", (error) => error === diskFull);

test("a store that is full or away is unavailable for now, and its words stay inside", () => {
  const reply = errors.reply(diskFull);
  assert.equal(reply?.code, Code.Unavailable);
  assert.equal(reply.rawMessage, "it cannot be reached");
  assert.equal((reply.cause as Error).cause, diskFull, "for the log");
});

test("what is not the store's is left to other tables", () => {
  assert.equal(errors.reply(new Error("a bug")), undefined);
});
