import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { manyRows } from "@finflow/sample-statements/many-rows";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { summaryOf } from "./end-to-end/figures-by-hand.ts";
import { poll } from "./end-to-end/http.ts";
import { newPerson, personOf } from "./end-to-end/person.ts";
import type { Target } from "./end-to-end/target.ts";
import { chosen, rowsOf } from "./end-to-end/truth.ts";
import type { DocumentJson, SummaryJson } from "./end-to-end/wire.ts";
import { type RunningSolo, startSolo, temporaryDataFolder } from "./running-solo.ts";

describe("kill -9 in the middle of reading", { timeout: 400_000 }, () => {
  let folder: Awaited<ReturnType<typeof temporaryDataFolder>>;
  let solo: RunningSolo | undefined;
  before(async () => {
    folder = await temporaryDataFolder();
  });
  after(async () => {
    try {
      await solo?.interrupt();
    } finally {
      await folder.remove();
    }
  });

  test("started again, every document ends once, with every row in every figure", {
    timeout: 300_000,
  }, async () => {
    const first = await startSolo({ dataFolder: folder.path });
    const person = await newPerson(targetOf(first));
    const files = await Promise.all(
      Array.from({ length: 6 }, (_, index) => renderStatement(numbered(400, index))),
    );
    const sent = await Promise.all(files.map(({ pdf }) => person.upload(pdf)));
    const ids = sent.map(({ documentId }) => documentId);
    const all = () => Promise.all(ids.map(person.document));
    const isUnderWay = (documents: DocumentJson[]) =>
      documents.some(({ status }) => status === "EXTRACTING") &&
      documents.some(({ status }) => status === "COMPLETED");
    await poll("a document that is being read after another is done", all, isUnderWay, { everyMs: 5 });
    await first.kill();

    const second = await startSolo({ dataFolder: folder.path });
    solo = second;
    // The session outlives the process too.
    const again = personOf(targetOf(second), person, person.session);
    const ended = await poll(
      "the end of every document",
      () => Promise.all(ids.map(again.document)),
      (documents) => documents.every(({ status }) => status === "COMPLETED" || status === "FAILED"),
      { withinMs: 120_000 },
    );
    for (const { status, failure, verdict, transactionCount, newTransactionCount } of ended) {
      assert.equal(status, "COMPLETED", JSON.stringify(failure));
      assert.deepEqual([verdict, transactionCount, newTransactionCount], ["RECONCILED", 400, 400]);
    }
    const revision = Math.max(...ended.map((document) => document.revision));
    assert.equal(revision, files.length, "each document took one revision, and none was lost or skipped");
    const listed = await again.rows(revision);
    const rows = chosen(
      files.flatMap(({ truth }) => rowsOf(truth)),
      listed,
    );
    const summary = await again.figure<SummaryJson>("/analytics/summary", revision);
    assert.deepEqual(summary.totals, summaryOf(rows));
    assert.equal(summary.revision, revision);

    const more = await again.uploaded((await renderStatement(numbered(3, 99))).pdf);
    assert.equal(more.revision, revision + 1, "and it goes on as before");
  });
});

/** Statements of accounts of their own: none has a row of another's. */
function numbered(rows: number, index: number) {
  const spec = manyRows(rows);
  return {
    ...spec,
    accounts: spec.accounts.map((account) => ({ ...account, number: String(40_000_000 + index * 1_111) })),
  };
}

function targetOf(solo: RunningSolo): Target {
  return { ...solo, dataFolder: undefined, close: async () => {} };
}
