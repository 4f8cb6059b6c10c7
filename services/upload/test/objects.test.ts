import assert from "node:assert/strict";
import { randomBytes, randomUUIDv7 } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { createPool } from "@finflow/postgres/pool";
import { createLogger } from "@finflow/telemetry/logger";
import { removeDocument } from "../src/work/remove-document.ts";
import { removeOrphans } from "../src/work/remove-orphans.ts";
import { sweep } from "../src/work/sweep.ts";
import { announcement, type Harness, startHarness } from "./harness.ts";
import { claimed, commit, reading } from "./readings.ts";

describe("what is left when all is done", () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness?.stop());

  /** A document that has its bytes. */
  const stored = async () => {
    const person = await harness.person();
    const bytes = randomBytes(20);
    const { documentId } = await person.upload.initiateUpload(announcement(bytes));
    await harness.objects.put(documentId, bytes, announcement(bytes));
    return { person, documentId };
  };

  test("a file goes when its deletion stands, however often the store fails", async () => {
    const { person, documentId } = await stored();
    await person.upload.deleteDocument({ documentId });
    const queue = await harness.jobs.openQueue();
    let refusals = 2;
    const ports = {
      pool: harness.pool,
      queue,
      objects: {
        delete: async (key: string) => {
          if (refusals-- > 0) throw new Error("the store does not answer");
          await harness.objects.delete(key);
        },
      },
      claimSeconds: 60,
      waitSeconds: 60,
      logger: createLogger({ service: "upload", level: "silent" }),
    };
    const waiting = async () => (await harness.pool.query("select 1 from object_deletions")).rowCount;
    for (const left of [1, 1, 0]) {
      await sweep(ports);
      assert.equal(await waiting(), left);
    }
    assert.equal(await harness.objects.stat(documentId), undefined);
    await queue.close();
  });

  test("bytes that came after their document went are found", async () => {
    const { documentId: kept } = await stored();
    const late = randomUUIDv7();
    const bytes = randomBytes(20);
    await harness.objects.put(late, bytes, announcement(bytes));
    assert.equal(await removeOrphans(harness), 1);
    assert.equal(await harness.objects.stat(late), undefined);
    assert.ok(await harness.objects.stat(kept));
  });

  test("who holds a user's lock asks for no second connection: one is enough for every write", async () => {
    const config = harness.databases.uploadDb;
    const pool = createPool({
      config,
      name: "one",
      max: 1,
      statementTimeoutMs: 20_000,
      connectTimeoutMs: 500,
    });
    const { userId } = await harness.person();
    const claims = [await claimed({ pool }, userId), await claimed({ pool }, userId)];
    for (const claim of claims)
      assert.equal(await commit({ pool }, claim, reading({}, [{}, {}])), "committed");
    for (const { documentId } of claims) assert.ok(await removeDocument(pool, userId, documentId));
    await pool.end();
  });

  test("30,000 rows of one statement are committed and stream back", async () => {
    const { userId } = await harness.person();
    const rows = Array.from({ length: 30_000 }, (_, n) => ({
      date: `2025-01-${String(2 + Math.floor(n / 1_200)).padStart(2, "0")}`,
      description: `Shop ${n % 500}`,
      balance: `${100_000 - n}.00`,
    }));
    const claim = await claimed(harness, userId);
    assert.equal(await commit(harness, claim, reading({}, rows)), "committed");
    let streamed = 0;
    for await (const message of harness.rows.streamUserRows({ userId }, { timeoutMs: 0 })) {
      streamed += message.rows.length;
    }
    assert.equal(streamed, 30_000);
  });
});
