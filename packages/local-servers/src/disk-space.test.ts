import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { assertSpace } from "./disk-space.ts";

test("a server is not started where there is too little space for it, and the folder is named", async () => {
  await assertSpace("seaweedfs", tmpdir(), 0);
  await assert.rejects(assertSpace("seaweedfs", tmpdir(), 2 ** 50), (error: Error & { reason?: string }) => {
    assert.equal(error.reason, "no_space");
    assert.match(error.message, /^seaweedfs: \d+ MiB are free at /);
    assert.ok(error.message.includes(tmpdir()));
    return true;
  });
});
