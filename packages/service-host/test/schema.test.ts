import assert from "node:assert/strict";
import { test } from "node:test";
import { bringUp } from "../src/schema.ts";

test("a schema is made by whoever migrates, and waited for by the others, also while its store is away", async () => {
  const asked: string[] = [];
  const answers = [new Error("the store is away"), false, true];
  const schema = {
    migrate: async () => void asked.push("migrate"),
    isThere: async () => {
      asked.push("isThere");
      const answer = answers.shift();
      if (typeof answer === "boolean") return answer;
      throw answer;
    },
  };
  await bringUp(schema, "migrate");
  assert.deepEqual(asked.splice(0), ["migrate"]);
  await bringUp(schema, "await");
  assert.deepEqual(asked, ["isThere", "isThere", "isThere"]);
});
