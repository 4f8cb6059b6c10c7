import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Document_Status, Failure_Reason } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { blamedFields } from "./errors.ts";
import { gatedReader } from "./gated-reader.ts";
import { done, type Harness, send, startHarness } from "./harness.ts";
import { userRows } from "./rows.ts";
import { smallStatement } from "./small-statement.ts";

describe("saying what the paper does not", () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness?.stop());

  test("the currency: rows keep their ids, the account its name; taken back, all is as before", async () => {
    const worker = await harness.startWorker();
    const person = await harness.person();
    const { userId, upload } = person;
    const documentId = await send(harness, person, await smallStatement({ currencyPrinted: "nowhere" }));
    await done(person, documentId);
    const before = await userRows(harness, userId);
    assert.ok(before.rows.every((row) => row.amount!.currency === "XXX"));
    const [account] = (await person.accounts.listAccounts({})).accounts;
    await person.accounts.updateAccount({ accountId: account!.accountId, name: "Mine" });

    const asked = await upload.updateDocument({ documentId, currency: "CHF" });
    assert.deepEqual([asked.status, asked.currency], [Document_Status.UPLOADED, "CHF"]);
    await done(person, documentId);
    const after = await userRows(harness, userId);
    assert.ok(after.rows.every((row) => row.amount!.currency === "CHF"));
    assert.deepEqual(
      after.rows.map((row) => row.transactionId).sort(),
      before.rows.map((row) => row.transactionId).sort(),
    );
    assert.deepEqual(
      (await person.accounts.listAccounts({})).accounts.map(({ name, currency }) => [name, currency]),
      [["Mine", "CHF"]],
    );
    const same = await upload.updateDocument({ documentId, currency: "CHF" });
    assert.equal(same.status, Document_Status.COMPLETED, "nothing new, nothing to read");
    await upload.updateDocument({ documentId, currency: "" });
    await done(person, documentId);
    assert.ok((await userRows(harness, userId)).rows.every((row) => row.amount!.currency === "XXX"));
    await worker.drain();
  });

  test("the year: dates move, ids stay", async () => {
    const worker = await harness.startWorker();
    const person = await harness.person();
    const documentId = await send(harness, person, await smallStatement({ layout: "without_year" }));
    const document = await done(person, documentId);
    assert.equal(document.status, Document_Status.COMPLETED, JSON.stringify(document.failure));
    const before = await userRows(harness, person.userId);
    await person.upload.updateDocument({ documentId, year: 2021 });
    await done(person, documentId);
    const after = await userRows(harness, person.userId);
    assert.deepEqual(after.rows.map(({ date }) => date).sort(), ["2021-01-05", "2021-01-12", "2021-01-28"]);
    assert.deepEqual(
      new Set(after.rows.map((row) => row.transactionId)),
      new Set(before.rows.map((row) => row.transactionId)),
    );
    await worker.drain();
  });

  test("while it is read: the reading under way is for nothing", async () => {
    const gate = gatedReader();
    const slow = await harness.startWorker({ openReader: gate.open });
    const person = await harness.person();
    const documentId = await send(harness, person, await smallStatement({ currencyPrinted: "nowhere" }));
    await gate.started;
    await person.upload.updateDocument({ documentId, currency: "EUR" });
    gate.let();
    await done(person, documentId);
    const { rows, head } = await userRows(harness, person.userId);
    assert.equal(head, 1);
    assert.ok(rows.every((row) => row.amount!.currency === "EUR"));
    await slow.drain();
  });

  test("a protected file asks for its password again, and its rows stay meanwhile", async () => {
    const worker = await harness.startWorker();
    const person = await harness.person();
    const bytes = await smallStatement({ password: "secret", currencyPrinted: "nowhere" });
    const documentId = await send(harness, person, bytes, "secret");
    await done(person, documentId);
    await person.upload.updateDocument({ documentId, currency: "EUR" });
    const failed = await done(person, documentId);
    assert.equal(failed.failure?.reason, Failure_Reason.PASSWORD_NEEDED);
    assert.equal((await userRows(harness, person.userId)).rows.length, 3);
    await person.upload.retryDocument({ documentId, password: "secret" });
    await done(person, documentId);
    const { rows } = await userRows(harness, person.userId);
    assert.ok(rows.every((row) => row.amount!.currency === "EUR"));
    await worker.drain();
  });

  test("bad values are refused by name", async () => {
    const person = await harness.person();
    const documentId = await send(harness, person, await smallStatement());
    const blamed = (change: object) => blamedFields(person.upload.updateDocument({ documentId, ...change }));
    assert.deepEqual(await blamed({ currency: "eur" }), ["currency"]);
    assert.deepEqual(await blamed({ currency: "ZZZ" }), ["currency"]);
    assert.deepEqual(await blamed({ year: 1066 }), ["year"]);
  });
});
