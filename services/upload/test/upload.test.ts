import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import { Document_Status } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { samples } from "@finflow/sample-statements/samples";
import { done, type Harness, send, startHarness } from "./harness.ts";

describe("a statement's way", () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
    await harness.startWorker();
  });
  after(() => harness?.stop());

  test("initiate, PUT, complete: its rows are there, to the cent", async () => {
    const person = await harness.person();
    const sample = samples("2025-06-15").find(({ id }) => id === "plain")!;
    const { pdf, truth } = await renderStatement(sample.spec);
    const documentId = await send(harness, person, pdf);
    const document = await done(person, documentId);
    assert.equal(document.status, Document_Status.COMPLETED, JSON.stringify(document.failure));
    assert.equal(document.verdict, Statement_Verdict.RECONCILED);
    assert.equal(document.transactionCount, truth.accounts[0]!.transactions.length);
    assert.equal(document.newTransactionCount, document.transactionCount);
    assert.equal(document.revision, 1);
  });
});
