import assert from "node:assert/strict";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { Document_Status, Failure_Reason } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { damaged, pictureWithoutText } from "@finflow/sample-statements/unreadable";
import { blamedFields, failsWith, reasonOf } from "./errors.ts";
import { gatedReader } from "./gated-reader.ts";
import { announcement, done, type Harness, send, startHarness, until } from "./harness.ts";
import { smallStatement } from "./small-statement.ts";

describe("uploading", () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness?.stop());

  test("the same bytes announced many times at once are one document", async () => {
    const person = await harness.person();
    const bytes = await smallStatement();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => person.upload.initiateUpload(announcement(bytes))),
    );
    assert.equal(new Set(answers.map(({ documentId }) => documentId)).size, 1);
    assert.ok(answers.every(({ uploadUrl, duplicate }) => uploadUrl !== "" && !duplicate));
    assert.equal((await person.upload.listDocuments({})).totalSize, 1);
    const other = await (await harness.person()).upload.initiateUpload(announcement(bytes));
    assert.notEqual(other.documentId, answers[0]!.documentId, "another person's is another document");
  });

  test("completing asks for the announced bytes, no others", async () => {
    const { upload } = await harness.person();
    const bytes = await smallStatement();
    const { documentId } = await upload.initiateUpload(announcement(bytes));
    assert.equal(await reasonOf(upload.completeUpload({ documentId })), "BYTES_MISSING");
    const others = randomBytes(bytes.byteLength);
    await harness.objects.put(documentId, others, announcement(others));
    assert.equal(await reasonOf(upload.completeUpload({ documentId })), "BYTES_DIFFER");
    await harness.objects.put(documentId, bytes, announcement(bytes));
    const completed = await upload.completeUpload({ documentId });
    assert.deepEqual(
      [completed.status, completed.duplicate, completed.revision],
      [Document_Status.UPLOADED, false, 0],
    );
  });

  test("twice the same file is a duplicate; one that failed is tried with the password given", async () => {
    const worker = await harness.startWorker();
    const person = await harness.person();
    const bytes = await smallStatement({ password: "let me in" });
    const documentId = await send(harness, person, bytes);
    const failed = await done(person, documentId);
    assert.equal(failed.failure?.reason, Failure_Reason.PASSWORD_NEEDED);
    assert.ok(failed.failure.message && failed.failure.help);
    const wrong = await person.upload.initiateUpload(announcement(bytes, "not this"));
    assert.deepEqual([wrong.documentId, wrong.duplicate, wrong.uploadUrl], [documentId, true, ""]);
    assert.equal((await done(person, documentId)).failure?.reason, Failure_Reason.WRONG_PASSWORD);
    await person.upload.retryDocument({ documentId: documentId.toUpperCase(), password: "let me in" });
    assert.equal((await done(person, documentId)).status, Document_Status.COMPLETED);
    const again = await person.upload.initiateUpload(announcement(bytes));
    assert.deepEqual([again.documentId, again.duplicate], [documentId, true]);
    assert.equal((await person.upload.getUploadStatus({ documentId })).status, Document_Status.COMPLETED);
    const { rows } = await harness.pool.query("select 1 from document_passwords where user_id = $1", [
      person.userId,
    ]);
    assert.deepEqual(rows, []);
    await worker.drain();
  });

  test("a password given while the file is read without it is used at once", async () => {
    const gate = gatedReader();
    const worker = await harness.startWorker({ openReader: gate.open, waitSeconds: 0 });
    const person = await harness.person();
    const bytes = await smallStatement({ password: "late" });
    const documentId = await send(harness, person, bytes);
    await gate.started;
    await person.upload.initiateUpload(announcement(bytes, "late"));
    gate.let();
    assert.equal((await done(person, documentId)).status, Document_Status.COMPLETED);
    await worker.drain();
  });

  test("a sealed password is not in the clear", async () => {
    const person = await harness.person();
    const { documentId } = await person.upload.initiateUpload(announcement(randomBytes(50), "hunter2"));
    const { rows } = await harness.pool.query<{ sealed: Buffer }>(
      "select sealed from document_passwords where document_id = $1",
      [documentId],
    );
    assert.ok(!rows[0]!.sealed.includes("hunter2"));
  });

  test("what is no statement says why", async () => {
    const worker = await harness.startWorker();
    const person = await harness.person();
    const files: [Uint8Array, Failure_Reason][] = [
      [Buffer.from("hello, this is no PDF at all"), Failure_Reason.NOT_A_PDF],
      [Buffer.from("Date,Amount\n2024-06-13,5.00\n2024-06-14,6.00\n"), Failure_Reason.NOT_A_PDF],
      [damaged(await smallStatement()), Failure_Reason.DAMAGED],
      [await pictureWithoutText(), Failure_Reason.SCANNED_WITHOUT_TEXT],
    ];
    for (const [bytes, reason] of files) {
      const document = await done(person, await send(harness, person, bytes));
      assert.equal(document.failure?.reason, reason);
    }
    await worker.drain();
  });

  test("an announcement whose bytes do not come is gone, with its password", async () => {
    const person = await harness.person();
    const { documentId } = await person.upload.initiateUpload(announcement(randomBytes(50), "a password"));
    await harness.pool.query(
      "update documents set expires_at = now() - interval '1 second' where document_id = $1",
      [documentId],
    );
    const worker = await harness.startWorker();
    await until(async () => {
      const { rows } = await harness.pool.query(
        "select document_id from documents where document_id = $1 union select document_id from document_passwords where document_id = $1",
        [documentId],
      );
      return rows.length === 0 || undefined;
    });
    await worker.drain();
    await failsWith("NotFound", person.upload.completeUpload({ documentId }));
  });

  test("a thousand that were never finished are enough", async () => {
    const { upload, userId } = await harness.person();
    await upload.initiateUpload(announcement(randomBytes(50)));
    await harness.pool.query(
      `insert into documents (user_id, document_id, file_name, size_bytes, sha256, status, expires_at)
       select $1, uuidv7(), 'a.pdf', 1, sha256(n::text::bytea), 'PENDING', now() + interval '1 hour'
         from generate_series(1, 999) n`,
      [userId],
    );
    assert.equal(await reasonOf(upload.initiateUpload(announcement(randomBytes(50)))), "TOO_MANY_PENDING");
  });

  test("bad announcements are refused by the name of their field", async () => {
    const { upload } = await harness.person();
    const good = announcement(randomBytes(50));
    const blamed = (change: object) => blamedFields(upload.initiateUpload({ ...good, ...change }));
    assert.deepEqual(await blamed({ fileName: "" }), ["fileName"]);
    assert.deepEqual(await blamed({ fileName: "a\0.pdf" }), ["fileName"]);
    assert.deepEqual(await blamed({ sizeBytes: 0 }), ["sizeBytes"]);
    assert.deepEqual(await blamed({ sizeBytes: 20_971_521 }), ["sizeBytes"]);
    assert.deepEqual(await blamed({ sha256: "abc" }), ["sha256"]);
    assert.deepEqual(await blamed({ requestId: "abc" }), ["requestId"]);
    const upper = createHash("sha256").update("x").digest("hex").toUpperCase();
    const { documentId } = await upload.initiateUpload({ ...good, sha256: upper });
    assert.equal((await upload.getUploadStatus({ documentId })).sha256, upper.toLowerCase());
    await failsWith("NotFound", upload.getUploadStatus({ documentId: randomUUID() }));
  });
});
