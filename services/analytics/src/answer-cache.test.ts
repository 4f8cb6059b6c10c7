import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createMemoryAnswerCache } from "./answer-cache.ts";

const answer = (size: number) => new Uint8Array(size);

describe("createMemoryAnswerCache", () => {
  it("keeps the answers used last, within its bytes", async () => {
    const cache = createMemoryAnswerCache({ maxBytes: 4000, ttlMs: 60_000 });
    for (const key of ["a", "b", "c"]) await cache.set("u", key, answer(1000));
    await cache.get("u", "a");
    await cache.set("u", "d", answer(1000));
    assert.equal(await cache.get("u", "b"), undefined, "the one not used for longest");
    for (const key of ["a", "c", "d"]) assert.equal((await cache.get("u", key))?.length, 1000, key);
  });

  it("counts an answer that is set again once", async () => {
    const cache = createMemoryAnswerCache({ maxBytes: 4000, ttlMs: 60_000 });
    await cache.set("u", "kept", answer(1000));
    for (let n = 0; n < 100; n++) await cache.set("u", "again", answer(1000));
    assert.ok(await cache.get("u", "kept"));
  });

  it("does not empty itself for an answer that is too large for it", async () => {
    const cache = createMemoryAnswerCache({ maxBytes: 4000, ttlMs: 60_000 });
    await cache.set("u", "kept", answer(1000));
    await cache.set("u", "huge", answer(5000));
    assert.equal(await cache.get("u", "huge"), undefined);
    assert.ok(await cache.get("u", "kept"));
  });

  it("holds each answer for its time to live and no longer, used or not", async () => {
    let now = 0;
    const cache = createMemoryAnswerCache({ maxBytes: 4000, ttlMs: 100 }, () => now);
    await cache.set("u", "k", answer(1));
    now = 99;
    assert.ok(await cache.get("u", "k"));
    now = 100;
    assert.equal(await cache.get("u", "k"), undefined);
  });

  it("tells users apart, and forgets one", async () => {
    const cache = createMemoryAnswerCache({ maxBytes: 4000, ttlMs: 100 });
    await cache.set("a", "k", answer(1));
    await cache.set("b", "k", answer(2));
    await cache.forget("a");
    assert.equal(await cache.get("a", "k"), undefined);
    assert.equal((await cache.get("b", "k"))?.length, 2);
  });
});
