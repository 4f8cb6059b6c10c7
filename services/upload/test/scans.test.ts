import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { type Document, Document_Status, Failure_Reason } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { scanOf } from "@finflow/sample-statements/scan-of";
import type { HostedService } from "@finflow/service-host/hosted-service";
import { createScanReader } from "@finflow/statements/child/read-scan";
import type { StatementReader } from "@finflow/statements/child/statement-reader";
import { StatementError } from "@finflow/statements/statement";
import { handOver, takeClaim } from "../src/adapters/postgres-claims.ts";
import { gatedReader } from "./gated-reader.ts";
import { done, type Harness, type Person, send, startHarness } from "./harness.ts";
import { claimed } from "./readings.ts";
import { projectedRows, userRows } from "./rows.ts";
import { smallStatement } from "./small-statement.ts";
import type { WorkerProcessInput } from "./worker-process.ts";

/** The small statement off a scanner, other bytes each time. */
const smallScan = async () => scanOf(await smallStatement(), { dpi: 150, skew: 0.4, jpegQuality: 70 });

describe("pages that are pictures", () => {
  let harness: Harness;
  const workers: HostedService[] = [];
  const worker = async (...options: Parameters<Harness["startWorker"]>) => {
    const started = await harness.startWorker(...options);
    workers.push(started);
    return started;
  };
  before(async () => {
    harness = await startHarness();
  });
  afterEach(async () => {
    for (const each of workers.splice(0)) await each.drain();
  });
  after(() => harness?.stop());

  const triesOf = async ({ userId }: Person) => {
    const { rows } = await harness.pool.query(
      "select status, tries, attempt, reads_pictures from documents where user_id = $1",
      [userId],
    );
    return rows[0];
  };

  test("are recognised by a job of their own: the document is told to be read until its rows are there", async () => {
    const person = await harness.person();
    await worker();
    const documentId = await send(harness, person, await smallScan());
    const told: [Document_Status, boolean][] = [];
    let last: Document | undefined;
    // Leaving a stream does not end it.
    const watching = new AbortController();
    for await (const { change } of person.upload.watchDocuments(
      { documentIds: [documentId] },
      { timeoutMs: 0, signal: watching.signal },
    )) {
      if (change.case !== "document") continue;
      last = change.value;
      told.push([last.status, last.recognizing]);
      if (last.status === Document_Status.COMPLETED || last.status === Document_Status.FAILED) break;
    }
    watching.abort();
    assert.equal(last!.status, Document_Status.COMPLETED, JSON.stringify(last!.failure));
    assert.equal(last!.recognizing, false);
    // Once it is being read it never seems to wait again, and once recognised it stays so to the end.
    const afterwards = told.slice(told.findIndex(([, recognizing]) => recognizing)).slice(0, -1);
    assert.ok(afterwards.length > 0);
    for (const state of afterwards) assert.deepEqual(state, [Document_Status.EXTRACTING, true]);
    assert.deepEqual(last!.statements[0]!.warnings, ["read_by_ocr"]);
    assert.equal(last!.transactionCount, 3);
    assert.deepEqual([...(await projectedRows(harness, person.userId)).revisions.keys()], [1]);
  });

  test("hold up no file that has text", async () => {
    const person = await harness.person();
    const gate = gatedReader(createScanReader);
    await worker({ openScanReader: gate.open, concurrency: 1 });
    const scan = await send(harness, person, await smallScan());
    await gate.started;
    const text = await done(person, await send(harness, person, await smallStatement()));
    assert.equal(text.status, Document_Status.COMPLETED);
    const waiting = await person.upload.getUploadStatus({ documentId: scan });
    assert.deepEqual([waiting.status, waiting.recognizing], [Document_Status.EXTRACTING, true]);
    gate.let();
    assert.equal((await done(person, scan)).status, Document_Status.COMPLETED);
  });

  test("are found by the sweeper when their job was never added", async () => {
    const person = await harness.person();
    const documentId = await send(harness, person, await smallScan());
    const claim = await takeClaim(harness.pool, { userId: person.userId, documentId, attempt: 1 });
    assert.ok(await handOver(harness.pool, claim!));
    assert.equal(await handOver(harness.pool, claim!), undefined, "the claim is spent");
    await worker();
    assert.equal((await done(person, documentId)).status, Document_Status.COMPLETED);
    assert.equal((await triesOf(person)).tries, 1);
  });

  test("survive the death of the worker that recognises them: another does it, once", async () => {
    const person = await harness.person();
    const doomed = startDoomed(harness);
    const documentId = await send(harness, person, await smallScan());
    await once(doomed.stdout, "data");
    const taken = await person.upload.getUploadStatus({ documentId });
    assert.deepEqual([taken.status, taken.recognizing], [Document_Status.EXTRACTING, true]);
    doomed.kill("SIGKILL");
    await once(doomed, "exit");
    // A minute passes.
    await harness.pool.query("update documents set heartbeat_at = heartbeat_at - interval '2 minutes'");
    await worker();
    const document = await done(person, documentId);
    assert.equal(document.status, Document_Status.COMPLETED, JSON.stringify(document.failure));
    assert.equal((await userRows(harness, person.userId)).rows.length, 3);
    assert.deepEqual([...(await projectedRows(harness, person.userId)).revisions.keys()], [1]);
    assert.equal((await triesOf(person)).tries, 2);
  });

  test("are given up after three tries that nobody finished, apart from those of the text", async () => {
    const person = await harness.person();
    const first = await claimed(harness, person.userId);
    let job = await handOver(harness.pool, first);
    const broken: StatementReader = {
      read: () => Promise.reject(new Error("out of order")),
      close: async () => {},
    };
    assert.equal(job?.readsPictures, true);
    for (let time = 0; time < 2; time++) {
      assert.ok(await takeClaim(harness.pool, job!));
      await harness.pool.query(
        "update documents set heartbeat_at = heartbeat_at - interval '2 minutes' where claim is not null",
      );
      job = { ...job!, attempt: job!.attempt + 1 };
      await harness.pool.query(
        `update documents set status = 'UPLOADED', claim = null, heartbeat_at = null, attempt = attempt + 1
          where user_id = $1`,
        [person.userId],
      );
    }
    await worker({ openScanReader: () => broken });
    const failed = await done(person, first.documentId);
    assert.equal(failed.failure?.reason, Failure_Reason.INTERNAL);
    assert.equal(failed.recognizing, false);
    assert.equal((await triesOf(person)).tries, 3);
  });

  test("that are deleted while they are recognised are gone, and nothing is written", async () => {
    const person = await harness.person();
    const gate = gatedReader(createScanReader);
    await worker({ openScanReader: gate.open, heartbeatSeconds: 0.05 });
    const documentId = await send(harness, person, await smallScan());
    await gate.started;
    await person.upload.deleteDocument({ documentId });
    gate.let();
    assert.equal((await userRows(harness, person.userId)).rows.length, 0);
    assert.equal((await person.upload.listDocuments({})).totalSize, 0);
  });

  test("are asked for again from their text on, when the person says its year", async () => {
    const person = await harness.person();
    await worker();
    const documentId = await send(harness, person, await smallScan());
    await done(person, documentId);
    await person.upload.updateDocument({ documentId, year: 2025 });
    const again = await done(person, documentId);
    assert.equal(again.status, Document_Status.COMPLETED);
    assert.equal(again.transactionCount, 3);
    assert.equal((await userRows(harness, person.userId)).rows.length, 3);
  });

  test("that take too long fail with that, unless the file's text alone is a statement", async () => {
    const person = await harness.person();
    const slow: StatementReader = {
      read: () => Promise.reject(new StatementError("timed_out")),
      close: async () => {},
    };
    await worker({ openScanReader: () => slow });
    const failed = await done(person, await send(harness, person, await smallScan()));
    assert.equal(failed.failure?.reason, Failure_Reason.TIMED_OUT);
  });

  test("are left alone where nothing can recognise them", async () => {
    const person = await harness.person();
    const started = await harness.startWorker({}, { openScanReader: undefined });
    workers.push(started);
    const failed = await done(person, await send(harness, person, await smallScan()));
    assert.equal(failed.failure?.reason, Failure_Reason.SCANNED_WITHOUT_TEXT);
  });
});

function startDoomed({ databases, folder, sealingKeys }: Harness) {
  const input: WorkerProcessInput = {
    uploadDb: databases.uploadDb,
    jobsDb: databases.jobsDb,
    objectsFolder: join(folder, "objects"),
    sealingKey: Buffer.from(sealingKeys.current.key).toString("base64"),
    stopsAt: "pictures",
  };
  const program = join(import.meta.dirname, "worker-process.ts");
  return spawn(process.execPath, [program, JSON.stringify(input)], { stdio: ["ignore", "pipe", "inherit"] });
}
