import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { freshness, type Progress, staleAfterMs } from "./freshness.ts";

const now = new Date("2025-06-10T12:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);

const whole: Progress = {
  generation: 1,
  appliedRevision: 7,
  seenRevision: 7,
  changes: 9n,
  appliedTime: ago(60_000),
  damaged: false,
  watermark: ago(500),
};
const of = (part: Partial<Progress>, minRevision = 0) => freshness({ ...whole, ...part }, minRevision, now);

describe("freshness", () => {
  it("is complete while the watermark is recent, however long ago the user's last change was", () => {
    assert.deepEqual(of({}), { asOf: ago(500), complete: true, revision: 7 });
  });

  it("is as of the last change where that is later than the watermark", () => {
    assert.deepEqual(of({ appliedTime: ago(10) }).asOf, ago(10));
    assert.deepEqual(of({ watermark: undefined, appliedTime: ago(10) }).asOf, ago(10));
    assert.deepEqual(of({ appliedTime: undefined }).asOf, ago(500));
  });

  it("is not complete once what it knows is older than three seconds", () => {
    assert.equal(of({ watermark: ago(staleAfterMs) }).complete, true);
    assert.equal(of({ watermark: ago(staleAfterMs + 1) }).complete, false);
  });

  it("is not complete with nothing to say as of when", () => {
    assert.deepEqual(of({ watermark: undefined, appliedTime: undefined }), {
      asOf: undefined,
      complete: false,
      revision: 7,
    });
  });

  it("is not complete while a revision is partial, missing or in the dead-letter queue", () => {
    assert.equal(of({ seenRevision: 8 }).complete, false);
    assert.equal(of({ damaged: true }).complete, false);
  });

  it("is not complete below the revision asked for", () => {
    assert.equal(of({}, 7).complete, true);
    assert.deepEqual(of({}, 8), { asOf: ago(500), complete: false, revision: 7 });
  });
});
