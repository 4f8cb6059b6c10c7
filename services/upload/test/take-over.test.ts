import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Document_Status } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { takeClaim } from "../src/adapters/postgres-claims.ts";
import { done, type Harness, send, startHarness } from "./harness.ts";
import { smallStatement } from "./small-statement.ts";

describe("a worker that is alone", () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness?.stop());

  test("reads at once what one that was killed had claimed", async () => {
    const person = await harness.person();
    const documentId = await send(harness, person, await smallStatement());
    const claim = await takeClaim(harness.pool, { userId: person.userId, documentId, attempt: 1 });
    assert.notEqual(claim, undefined);
    // Neither the claim's end nor a sweep comes within the test.
    await harness.startWorker({ isOnlyWorker: true, claimSeconds: 3_600, sweepSeconds: 3_600 });
    const document = await done(person, documentId);
    assert.equal(document.status, Document_Status.COMPLETED);
    assert.equal(document.revision, 1);
  });
});
