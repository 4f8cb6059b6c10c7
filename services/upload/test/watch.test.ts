import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { Document_Status, type WatchDocumentsResponse } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { failsWith } from "./errors.ts";
import { announcement, done, type Harness, type Person, send, startHarness } from "./harness.ts";
import { smallStatement } from "./small-statement.ts";

describe("watching documents", () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness?.stop());

  const watching = (person: Person, documentIds: string[] = []) => {
    const stop = new AbortController();
    const messages = person.upload
      .watchDocuments({ documentIds }, { signal: stop.signal, timeoutMs: 0 })
      [Symbol.asyncIterator]();
    const next = async (): Promise<WatchDocumentsResponse["change"]> => (await messages.next()).value.change;
    return { next, stop: () => stop.abort(), rest: () => messages.next() };
  };

  test("gives the states there are, then each change, then the deletion", async () => {
    const person = await harness.person();
    const first = await person.upload.initiateUpload(announcement(randomBytes(20)));
    const { next, stop } = watching(person);
    const state = await next();
    assert.ok(state.case === "document");
    assert.deepEqual(
      [state.value.documentId, state.value.status],
      [first.documentId, Document_Status.PENDING],
    );
    const second = await person.upload.initiateUpload(announcement(randomBytes(20)));
    const added = await next();
    assert.ok(added.case === "document" && added.value.documentId === second.documentId);
    await (await harness.person()).upload.initiateUpload(announcement(randomBytes(20)));
    await person.upload.deleteDocument({ documentId: first.documentId });
    assert.deepEqual(await next(), { case: "deletedDocumentId", value: first.documentId });
    stop();
  });

  test("of named ones tells of those alone, and of nobody else's", async () => {
    const [person, other] = [await harness.person(), await harness.person()];
    const mine = await person.upload.initiateUpload(announcement(randomBytes(20)));
    const also = await person.upload.initiateUpload(announcement(randomBytes(20)));
    const theirs = await other.upload.initiateUpload(announcement(randomBytes(20)));
    const { next, stop } = watching(person, [mine.documentId, theirs.documentId]);
    const state = await next();
    assert.ok(state.case === "document" && state.value.documentId === mine.documentId);
    await other.upload.deleteDocument({ documentId: theirs.documentId });
    await person.upload.deleteDocument({ documentId: also.documentId });
    await person.upload.deleteDocument({ documentId: mine.documentId });
    assert.deepEqual(await next(), { case: "deletedDocumentId", value: mine.documentId });
    stop();
  });

  test("ends when the watcher goes", async () => {
    const person = await harness.person();
    await person.upload.initiateUpload(announcement(randomBytes(20)));
    const { next, stop, rest } = watching(person);
    await next();
    const ended = rest();
    stop();
    await failsWith("Canceled", ended);
  });

  test("goes on by polling when its connection broke, and hears again", async () => {
    const person = await harness.person();
    const { next, stop } = watching(person);
    await harness.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query like 'listen upload_documents%'`,
    );
    const first = await person.upload.initiateUpload(announcement(randomBytes(20)));
    const change = await next();
    assert.ok(change.case === "document" && change.value.documentId === first.documentId);
    stop();
  });

  test("the file comes back as it was sent, in pieces, and to nobody else", async () => {
    const worker = await harness.startWorker();
    const person = await harness.person();
    const bytes = Buffer.concat([await smallStatement(), Buffer.alloc(200_000, "%\n")]);
    const documentId = await send(harness, person, bytes);
    await done(person, documentId);
    const pieces: Uint8Array[] = [];
    let said: [string, number] | undefined;
    for await (const { chunk, fileName, sizeBytes } of person.upload.getDocumentContent({ documentId })) {
      said ??= [fileName, sizeBytes];
      assert.ok(chunk.byteLength <= 65_536);
      pieces.push(chunk);
    }
    assert.deepEqual(said, ["statement.pdf", bytes.byteLength]);
    assert.ok(Buffer.concat(pieces).equals(bytes));
    const stranger = await harness.person();
    await failsWith("NotFound", Array.fromAsync(stranger.upload.getDocumentContent({ documentId })));
    const pending = await person.upload.initiateUpload(announcement(randomBytes(20)));
    await failsWith(
      "FailedPrecondition",
      Array.fromAsync(person.upload.getDocumentContent({ documentId: pending.documentId })),
    );
    await worker.drain();
  });
});
