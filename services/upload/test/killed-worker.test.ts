import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Document_Status } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { done, type Harness, send, startHarness } from "./harness.ts";
import { projectedRows, userRows } from "./rows.ts";
import { smallStatement } from "./small-statement.ts";
import type { WorkerProcessInput } from "./worker-process.ts";

describe("a worker that is killed", () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness?.stop());

  test("in the midst of a document loses nothing: another reads it, once", async () => {
    const person = await harness.person();
    const password = "opens it";
    const bytes = await smallStatement({ password });
    const doomed = startProcess(harness);
    const documentId = await send(harness, person, bytes, password);
    await once(doomed.stdout, "data");
    const taken = await person.upload.getUploadStatus({ documentId });
    assert.equal(taken.status, Document_Status.EXTRACTING);
    doomed.kill("SIGKILL");
    await once(doomed, "exit");

    // A minute passes.
    await harness.pool.query("update documents set heartbeat_at = heartbeat_at - interval '2 minutes'");
    await harness.startWorker();
    const document = await done(person, documentId);
    assert.equal(document.status, Document_Status.COMPLETED, JSON.stringify(document.failure));
    assert.equal((await userRows(harness, person.userId)).rows.length, 3);
    assert.deepEqual([...(await projectedRows(harness, person.userId)).revisions.keys()], [1]);
    const { rows } = await harness.pool.query(
      "select tries, (select count(*)::int from document_passwords) as passwords from documents where user_id = $1",
      [person.userId],
    );
    assert.deepEqual(rows, [{ tries: 2, passwords: 0 }]);
  });
});

function startProcess({ databases, folder, sealingKeys }: Harness) {
  const input: WorkerProcessInput = {
    uploadDb: databases.uploadDb,
    jobsDb: databases.jobsDb,
    objectsFolder: join(folder, "objects"),
    sealingKey: Buffer.from(sealingKeys.current.key).toString("base64"),
    stopsAt: "text",
  };
  const program = join(import.meta.dirname, "worker-process.ts");
  return spawn(process.execPath, [program, JSON.stringify(input)], { stdio: ["ignore", "pipe", "inherit"] });
}
