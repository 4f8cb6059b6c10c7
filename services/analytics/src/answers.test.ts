import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Progress } from "@finflow/projection/freshness";
import { createMemoryAnswerCache } from "./answer-cache.ts";
import { createAnswers } from "./answers.ts";

const now = new Date("2025-06-10T12:00:00Z");

/** Answers over a progress that the test moves; each computed answer is a new number. */
function answering() {
  const progress: Progress = {
    ...{ generation: 1, appliedRevision: 1, seenRevision: 1, changes: 1n, damaged: false },
    ...{ appliedTime: now, watermark: now },
  };
  const cache = createMemoryAnswerCache({ maxBytes: 10_000, ttlMs: 60_000 });
  const model = {
    progress: async () => ({ ...progress }),
    groups: async () => [],
    rows: async () => assert.fail(),
  };
  const answers = createAnswers(model, cache, () => now);
  let computed = 0;
  const askWhole = (userId: string, key: string, during = () => {}) =>
    answers(
      { userId, key, minRevision: 0, signal: new AbortController().signal },
      {
        compute: async () => {
          computed += 1;
          const own = computed;
          during();
          return own;
        },
        encode: (answer) => Uint8Array.of(answer),
        decode: (bytes) => bytes[0]!,
      },
    );
  const ask = async (...asked: Parameters<typeof askWhole>) => (await askWhole(...asked)).answer;
  return { progress, ask, askWhole };
}

describe("createAnswers", () => {
  it("computes once for a person, a question and a state", async () => {
    const { progress, ask } = answering();
    assert.equal(await ask("a", "q"), 1);
    assert.equal(await ask("a", "q"), 1);
    assert.equal(await ask("b", "q"), 2, "another person");
    assert.equal(await ask("a", "other"), 3, "another question");
    progress.changes = 2n;
    assert.equal(await ask("a", "q"), 4, "a change");
    progress.generation = 2;
    assert.equal(await ask("a", "q"), 5, "a rebuild");
  });

  it("computes again what a rebuild swapped away while it was read, and keeps only that", async () => {
    const { progress, ask } = answering();
    const swapOnce = () => {
      progress.generation = 2;
    };
    assert.equal(await ask("a", "q", swapOnce), 2);
    assert.equal(await ask("a", "q"), 2);
    progress.generation = 1;
    assert.equal(await ask("a", "q"), 3, "what was read of the old generation was not kept");
  });

  it("says how fresh an answer is anew, though the answer is kept", async () => {
    const { progress, askWhole } = answering();
    const before = await askWhole("a", "q");
    progress.damaged = true;
    const after = await askWhole("a", "q");
    assert.deepEqual([before.answer, after.answer], [1, 1]);
    assert.deepEqual([before.fresh.complete, after.fresh.complete], [true, false]);
    assert.notEqual(before.etag, after.etag);
  });
});
