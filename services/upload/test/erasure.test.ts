import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { UserDeletedSchema, UserErasedSchema } from "@finflow/gen/finflow/events/v1/users_pb";
import { failsWith, reasonOf } from "./errors.ts";
import { gatedReader } from "./gated-reader.ts";
import { announcement, done, type Harness, send, startHarness, until } from "./harness.ts";
import { claimed, commit, committed, reading } from "./readings.ts";
import { smallStatement } from "./small-statement.ts";

const tables = [
  "documents",
  "document_passwords",
  "accounts",
  "statements",
  "transactions",
  "transaction_sources",
  "corrections",
  "tombstones",
];

describe("erasing a user", () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness?.stop());

  /** As auth says it, on the log. */
  const deleteUser = (userId: string) =>
    harness.log.append([
      {
        id: randomUUID(),
        source: "finflow.auth",
        topic: "users.deleted",
        type: "finflow.users.deleted.v1",
        userId,
        time: new Date(),
        traceparent: undefined,
        data: toBinary(UserDeletedSchema, create(UserDeletedSchema, { userId, erasureId: randomUUID() })),
      },
    ]);
  const erased = (userId: string) =>
    until(async () => {
      const { rows } = await harness.pool.query<{ data: Buffer }>(
        "select data from outbox where user_id = $1 and topic = 'users.erased'",
        [userId],
      );
      return rows[0] && fromBinary(UserErasedSchema, rows[0].data);
    });
  const left = async (userId: string) => {
    const counts = await Promise.all(
      tables.map(async (table) => {
        const { rows } = await harness.pool.query(`select 1 from ${table} where user_id = $1`, [userId]);
        return rows.length > 0 ? [table] : [];
      }),
    );
    return counts.flat();
  };

  test("takes rows, documents, files, passwords and events, and says so", async () => {
    const person = await harness.person();
    const other = await harness.person();
    const { userId } = person;
    const worker = await harness.startWorker();
    const documentId = await send(harness, person, await smallStatement());
    await done(person, documentId);
    const pending = await person.upload.initiateUpload(announcement(await smallStatement(), "a password"));
    const kept = await send(harness, other, await smallStatement());
    await done(other, kept);
    assert.notDeepEqual(await left(userId), []);

    await deleteUser(userId);
    const { service } = await erased(userId);
    assert.equal(service, "upload");
    assert.deepEqual(await left(userId), []);
    const { rows: outbox } = await harness.pool.query("select topic from outbox where user_id = $1", [
      userId,
    ]);
    assert.deepEqual(outbox, [{ topic: "users.erased" }]);
    await until(async () => ((await harness.objects.stat(documentId)) ? undefined : true));
    await worker.drain();
    assert.ok(await harness.objects.stat(kept));

    // A token may outlive its user by minutes.
    assert.equal(
      await reasonOf(person.upload.initiateUpload(announcement(new Uint8Array(9)))),
      "USER_ERASED",
    );
    await failsWith("NotFound", person.upload.completeUpload({ documentId: pending.documentId }));
    assert.deepEqual((await person.upload.listDocuments({})).documents, []);
    const { users } = await harness.rows.listUsers({});
    assert.deepEqual(
      users.map((user) => user.userId).filter((id) => [userId, other.userId].includes(id)),
      [other.userId],
    );
  });

  test("stands for a user of whom nothing was known", async () => {
    const userId = randomUUID();
    await deleteUser(userId);
    await erased(userId);
    const person = await harness.person(userId);
    assert.equal(
      await reasonOf(person.upload.initiateUpload(announcement(new Uint8Array(9)))),
      "USER_ERASED",
    );
  });

  test("is not undone by a reading under way", async () => {
    const person = await harness.person();
    const gate = gatedReader();
    const worker = await harness.startWorker({ openReader: gate.open });
    await send(harness, person, await smallStatement());
    const claim = await claimed(harness, person.userId);
    await gate.started;
    await deleteUser(person.userId);
    await erased(person.userId);
    gate.let();
    assert.equal(await commit(harness, claim, reading({}, [{}])), "lost");
    await worker.drain();
    assert.deepEqual(await left(person.userId), []);
  });

  test("told again, also while it is written, it changes nothing more", async () => {
    const userId = randomUUID();
    const claims = await Promise.all(Array.from({ length: 3 }, () => claimed(harness, userId)));
    await committed(harness, userId, reading({}, [{}]));
    const [outcomes] = await Promise.all([
      Promise.all(
        claims.map((claim, n) => commit(harness, claim, reading({}, [{ description: `Shop ${n}` }]))),
      ),
      deleteUser(userId),
      deleteUser(userId),
    ]);
    await erased(userId);
    assert.ok(outcomes.every((outcome) => ["committed", "lost"].includes(outcome)));
    assert.deepEqual(await left(userId), []);
    // What upload says of the user reaches the log, and nothing of their rows does.

    await until(async () => {
      const { rows } = await harness.pool.query(
        "select 1 from outbox where user_id = $1 and sent_at is null",
        [userId],
      );
      return rows.length === 0 || undefined;
    });
    const { rows } = await harness.events.query("select distinct topic from log_events where user_id = $1", [
      userId,
    ]);
    assert.deepEqual(rows.map(({ topic }) => topic).sort(), ["users.deleted", "users.erased"]);
  });
});
