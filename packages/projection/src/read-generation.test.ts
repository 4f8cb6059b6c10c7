import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Progress } from "./freshness.ts";
import { readGeneration } from "./read-generation.ts";
import { waitForRevision } from "./wait-for-revision.ts";

const never = new AbortController().signal;

/** A user's progress as it changes from look to look; the last stays. */
function changing(...looks: Partial<Progress>[]) {
  let look = 0;
  const progress = async (): Promise<Progress> => ({
    ...{ generation: 1, appliedRevision: 0, seenRevision: 0, changes: 0n, damaged: false },
    ...{ appliedTime: undefined, watermark: undefined },
    ...looks[Math.min(look++, looks.length - 1)],
  });
  return { progress, looks: () => look };
}

describe("waitForRevision", () => {
  it("answers at once where the revision is in, or none is asked for", async () => {
    const { progress, looks } = changing({ appliedRevision: 3 });
    assert.equal((await waitForRevision(progress, 3, never)).appliedRevision, 3);
    assert.equal((await waitForRevision(progress, 0, never)).appliedRevision, 3);
    assert.equal(looks(), 2);
  });

  it("looks again until it is in, whoever applied it", async () => {
    const { progress, looks } = changing({}, {}, { appliedRevision: 2 });
    assert.equal((await waitForRevision(progress, 2, never)).appliedRevision, 2);
    assert.equal(looks(), 3);
  });

  it("says after a second how far it has come", async () => {
    const { progress, looks } = changing({ appliedRevision: 1 });
    assert.equal((await waitForRevision(progress, 2, never)).appliedRevision, 1);
    assert.ok(looks() > 1);
  });

  it("ends with its caller", async () => {
    const caller = new AbortController();
    const waiting = waitForRevision(changing({}).progress, 1, caller.signal);
    caller.abort();
    await assert.rejects(waiting, { name: "AbortError" });
  });
});

describe("readGeneration", () => {
  const asked = { minRevision: 0, signal: never };

  it("reads again where the generation was swapped away meanwhile", async () => {
    const { progress } = changing({ generation: 1 }, { generation: 2 });
    const read: number[] = [];
    const { answer, progress: of } = await readGeneration(progress, asked, async ({ generation }) => {
      read.push(generation);
      return generation;
    });
    assert.deepEqual([answer, of.generation, read], [2, 2, [1, 2]]);
  });

  it("gives up where that never ends", async () => {
    const { progress } = changing(...Array.from({ length: 9 }, (_, n) => ({ generation: n })));
    await assert.rejects(
      readGeneration(progress, asked, async () => 0),
      /swapped/,
    );
  });
});
