import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { Document_Status, Failure_Reason } from "@finflow/gen/finflow/upload/v1/upload_pb";
import type { HostedService } from "@finflow/service-host/hosted-service";
import { keepClaim, takeClaim } from "../src/adapters/postgres-claims.ts";
import { failsWith, reasonOf } from "./errors.ts";
import { gatedReader } from "./gated-reader.ts";
import { announcement, done, type Harness, send, startHarness, until } from "./harness.ts";
import { claimed, commit, reading, uploaded } from "./readings.ts";
import { userRows } from "./rows.ts";
import { smallStatement } from "./small-statement.ts";

describe("claims", () => {
  let harness: Harness;
  const running: HostedService[] = [];
  before(async () => {
    harness = await startHarness();
  });
  afterEach(async () => {
    for (const worker of running.splice(0)) await worker.drain();
  });
  after(() => harness?.stop());
  const worker = async (options: Parameters<Harness["startWorker"]>[0] = {}) => {
    const started = await harness.startWorker(options);
    running.push(started);
    return started;
  };
  const rowCount = async (userId: string) => (await userRows(harness, userId)).rows.length;

  test("of many workers that take up one job, one reads it", async () => {
    const { userId } = await harness.person();
    const job = await uploaded(harness, userId);
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeClaim(harness.pool, job)));
    assert.equal(taken.filter((each) => each !== undefined).length, 1);
    assert.equal(await takeClaim(harness.pool, job), undefined);
  });

  test("two workers that share the jobs read each document once", async () => {
    const person = await harness.person();
    // No document waits long enough here to be taken for one whose job was lost, which would ask for it anew.
    const patient = { waitSeconds: 3_600 };
    await Promise.all([worker(patient), worker(patient)]);
    const files = await Promise.all(Array.from({ length: 6 }, () => smallStatement()));
    const ids = await Promise.all(files.map((bytes) => send(harness, person, bytes)));
    const documents = await Promise.all(ids.map((documentId) => done(person, documentId)));
    assert.ok(documents.every(({ status }) => status === Document_Status.COMPLETED));
    const { rows } = await harness.pool.query("select attempt, tries from documents where user_id = $1", [
      person.userId,
    ]);
    assert.deepEqual(rows, Array(6).fill({ attempt: 1, tries: 1 }));
    const { rows: all, head } = await userRows(harness, person.userId);
    assert.deepEqual([all.length, head], [18, 6]);
  });

  test("a commit whose claim is lost changes nothing; the one that holds it commits", async () => {
    const person = await harness.person();
    const { userId } = person;
    const lost = await claimed(harness, userId);
    await harness.pool.query(
      "update documents set heartbeat_at = now() - interval '2 minutes' where user_id = $1",
      [userId],
    );
    await worker({ claimSeconds: 60, waitSeconds: 3_600 });
    const { attempt } = await until(async () => {
      const { rows } = await harness.pool.query<{ attempt: number; status: string }>(
        "select attempt, status from documents where user_id = $1",
        [userId],
      );
      return rows[0]?.status === "UPLOADED" ? rows[0] : undefined;
    });
    assert.equal(await keepClaim(harness.pool, lost), false);
    const statement = reading({}, [{ date: "2025-01-10" }]);
    assert.equal(await commit(harness, lost, statement), "lost");
    assert.equal(await rowCount(userId), 0);
    const next = (await takeClaim(harness.pool, { userId, documentId: lost.documentId, attempt }))!;
    assert.notEqual(next.claim, lost.claim);
    // Both at once: one of them stands.
    const outcomes = await Promise.all([commit(harness, lost, statement), commit(harness, next, statement)]);
    assert.deepEqual(outcomes, ["lost", "committed"]);
    assert.equal(await commit(harness, next, statement), "lost", "a replay");
    assert.equal(await rowCount(userId), 1);
  });

  test("a document deleted while it is read is not read to its end, and leaves no row", async () => {
    const person = await harness.person();
    const gate = gatedReader();
    await worker({ openReader: gate.open, heartbeatSeconds: 0.05 });
    const documentId = await send(harness, person, await smallStatement());
    await gate.started;
    await person.upload.deleteDocument({ documentId });
    gate.let();
    await failsWith("NotFound", person.upload.getUploadStatus({ documentId }));
    await until(async () => ((await harness.objects.stat(documentId)) ? undefined : true));
    assert.equal(await rowCount(person.userId), 0);
    assert.equal((await userRows(harness, person.userId)).head, 0);
  });

  test("a worker that is told to stop gives its document back, and the next one reads it", async () => {
    const person = await harness.person();
    const gate = gatedReader();
    const first = await worker({ openReader: gate.open });
    const documentId = await send(harness, person, await smallStatement());
    await gate.started;
    await first.drain();
    const waiting = await person.upload.getUploadStatus({ documentId });
    assert.equal(waiting.status, Document_Status.UPLOADED);
    await worker();
    assert.equal((await done(person, documentId)).status, Document_Status.COMPLETED);
    assert.equal(await rowCount(person.userId), 3);
  });

  test("after three tries that came to nothing it fails as ours, and its password is gone", async () => {
    const person = await harness.person();
    const bytes = await smallStatement();
    const documentId = await send(harness, person, bytes, "a password");
    await harness.objects.delete(documentId);
    await worker({ waitSeconds: 0 });
    const document = await done(person, documentId);
    assert.equal(document.failure?.reason, Failure_Reason.INTERNAL);
    assert.match(document.failure?.help ?? "", /again/);
    const { rows } = await harness.pool.query(
      "select tries, (select count(*)::int from document_passwords where user_id = $1) as passwords from documents where user_id = $1",
      [person.userId],
    );
    assert.deepEqual(rows, [{ tries: 3, passwords: 0 }]);
    // And may be tried again.
    await harness.objects.put(documentId, bytes, announcement(bytes));
    await person.upload.retryDocument({ documentId });
    assert.equal((await done(person, documentId)).status, Document_Status.COMPLETED);
  });

  test("a store that is away for long costs no try: the document is read once the store is back", async () => {
    const person = await harness.person();
    let refusals = 5;
    const get: Harness["objects"]["get"] = async (...asked) => {
      if (refusals-- > 0) throw new Error("the store does not answer");
      return harness.objects.get(...asked);
    };
    const started = await harness.startWorker({}, { objects: { ...harness.objects, get } });
    running.push(started);
    const documentId = await send(harness, person, await smallStatement());
    assert.equal((await done(person, documentId)).status, Document_Status.COMPLETED);
    const { rows } = await harness.pool.query("select tries from documents where document_id = $1", [
      documentId,
    ]);
    assert.deepEqual(rows, [{ tries: 1 }]);
  });

  test("what is uploaded and has no job gets one: adding had failed, or the jobs were lost", async () => {
    const person = await harness.person();
    const documentId = await send(harness, person, await smallStatement());
    const queue = await harness.jobs.openQueue();
    const job = { userId: person.userId, documentId, attempt: 1, readsPictures: false };
    assert.equal(await queue.has(job), true);
    await queue.close();
    await harness.emptyJobs();
    await worker();
    assert.equal((await done(person, documentId)).status, Document_Status.COMPLETED);
    assert.equal(await rowCount(person.userId), 3);
  });

  test("completing twice at once is one reading", async () => {
    const person = await harness.person();
    const bytes = await smallStatement();
    const { documentId } = await person.upload.initiateUpload(announcement(bytes));
    await harness.objects.put(documentId, bytes, announcement(bytes));
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => person.upload.completeUpload({ documentId })),
    );
    assert.deepEqual(answers.map(({ duplicate }) => duplicate).sort(), [false, true, true, true]);
    await worker();
    await done(person, documentId);
    const { rows } = await harness.pool.query("select attempt, tries from documents where user_id = $1", [
      person.userId,
    ]);
    assert.deepEqual(rows, [{ attempt: 1, tries: 1 }]);
    assert.equal((await userRows(harness, person.userId)).head, 1);
    assert.equal(await reasonOf(person.upload.retryDocument({ documentId })), "NOT_FAILED");
  });
});
