import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Code, ConnectError } from "@connectrpc/connect";
import { Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import { type Document, Document_Status } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { samples } from "@finflow/sample-statements/samples";
import { explain } from "../src/error-message.ts";
import { createFinflowClient, type FinflowClient } from "../src/finflow-client.ts";
import { createKeychain, createWire, newCredentials, type Wire } from "./wires.ts";

export const uploading = (url: () => string) => {
  let client: FinflowClient;
  let wire: Wire;
  before(async () => {
    wire = createWire();
    client = createFinflowClient({ baseUrl: url(), refreshTokens: createKeychain(), fetch: wire.fetch });
    await client.session.register(newCredentials());
  });

  async function sample(id: string) {
    const found = samples("2026-03-15").find((one) => one.id === id);
    assert.ok(found);
    const { pdf, truth } = await renderStatement(found.spec);
    return { ...found, truth, file: new Blob([new Uint8Array(pdf)], { type: "application/pdf" }) };
  }

  /** Follows a document by the stream that the page follows. */
  async function read(documentId: string): Promise<Document> {
    const stop = new AbortController();
    const watched = client.uploads.watchDocuments(
      { documentIds: [documentId] },
      { signal: stop.signal, timeoutMs: 0 },
    );
    for await (const { change } of watched) {
      if (change.case !== "document" || change.value.documentId !== documentId) continue;
      const { status } = change.value;
      if (status !== Document_Status.COMPLETED && status !== Document_Status.FAILED) continue;
      stop.abort();
      return change.value;
    }
    throw new Error("the stream ended first");
  }

  test("a file goes in, is read, and is known the second time", async () => {
    const { file, fileName, truth } = await sample("plain");
    const first = await client.uploadFile(file, fileName);
    assert.equal(first.duplicate, false);
    const document = await read(first.documentId);
    assert.equal(document.status, Document_Status.COMPLETED);
    assert.equal(document.verdict, Statement_Verdict.RECONCILED);
    assert.equal(document.transactionCount, truth.accounts[0]?.transactions.length);
    const again = await client.uploadFile(file, "another-name.pdf");
    assert.deepEqual([again.documentId, again.duplicate], [first.documentId, true]);
  });

  test("a protected file goes in with its password", async () => {
    const { file, fileName, password } = await sample("protected");
    const { documentId } = await client.uploadFile(file, fileName, password);
    assert.equal((await read(documentId)).status, Document_Status.COMPLETED);
  });

  test("a file whose token was refused is sent again with a new one", async () => {
    const { file, fileName } = await sample("overlapping-first");
    wire.calls.length = 0;
    wire.spoiled = 1;
    await client.uploadFile(file, fileName);
    assert.deepEqual(wire.calls, ["upload", "Refresh", "upload"]);
  });

  test("a refusal says which field, as an RPC's does", async () => {
    const refused = client.uploadFile(new Blob([]), "empty.pdf");
    const error = await refused.then(
      () => assert.fail("an empty file was taken"),
      (thrown: unknown) => thrown,
    );
    assert.equal(ConnectError.from(error).code, Code.InvalidArgument);
    assert.ok(explain(error).fields.file, JSON.stringify(explain(error)));
  });
};
