import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { createClient } from "@connectrpc/connect";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { CorrectionService } from "@finflow/gen/finflow/upload/v1/correction_pb";
import { RuleService } from "@finflow/gen/finflow/upload/v1/rule_pb";
import { blamedFields, failsWith } from "./errors.ts";
import { announcement, type Harness, startHarness } from "./harness.ts";
import { committed, reading } from "./readings.ts";
import { userRows } from "./rows.ts";

describe("lists, accounts and what belongs to whom", () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness?.stop());

  test("documents come newest first, page by page; tokens are of one list and one person", async () => {
    const person = await harness.person();
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) {
      ids.unshift((await person.upload.initiateUpload(announcement(randomBytes(20)))).documentId);
    }
    const found: string[] = [];
    let pageToken = "";
    do {
      const page = await person.upload.listDocuments({ pageSize: 2, pageToken });
      assert.equal(page.totalSize, 5);
      found.push(...page.documents.map(({ documentId }) => documentId));
      pageToken = page.nextPageToken;
    } while (pageToken !== "");
    assert.deepEqual(found, ids.sort().reverse());

    const { nextPageToken: token } = await person.upload.listDocuments({ pageSize: 2 });
    const other = await harness.person();
    const tampered = `${token.slice(0, -2)}${token.endsWith("AA") ? "BB" : "AA"}`;
    for (const refused of [
      () => person.upload.listDocuments({ pageToken: tampered }),
      () => person.upload.listDocuments({ pageToken: "nonsense" }),
      () => other.upload.listDocuments({ pageToken: token }),
      () => person.corrections.listCorrections({ pageToken: token }),
    ]) {
      assert.deepEqual(await blamedFields(refused()), ["pageToken"]);
    }
    assert.deepEqual(await blamedFields(person.upload.listDocuments({ pageSize: 201 })), ["pageSize"]);
  });

  test("a statement says what its rows add up to as extracted, in full where it repeats another", async () => {
    const person = await harness.person();
    const rows = [{ amount: "0.10" }, { amount: "0.20" }, { type: "CREDIT" as const, amount: "1000.00" }];
    const totals = [];
    for (const statement of [reading({}, rows), reading({}, rows), reading({ currency: "JPY" }, [])]) {
      const documentId = await committed(harness, person.userId, statement);
      const { statements } = await person.upload.getUploadStatus({ documentId });
      totals.push(statements.flatMap(({ totalCredit, totalDebit }) => [totalCredit, totalDebit]));
    }
    assert.deepEqual(totals, [
      ["1000.00", "0.30"],
      ["1000.00", "0.30"],
      ["0", "0"],
    ]);
  });

  test("an account has the last four digits and a name; its number stays inside", async () => {
    const person = await harness.person();
    const { userId } = person;
    const number = "DE89370400440532013000";
    const documentId = await committed(harness, userId, reading({ account_number: number }, [{}]));
    await committed(
      harness,
      userId,
      reading({ account_number: "de89 3704 0044 0532 0130 00" }, [{ amount: "9.00" }]),
    );
    const { accounts } = await person.accounts.listAccounts({});
    assert.equal(accounts.length, 1, "the same number, written otherwise");
    const [account] = accounts;
    assert.deepEqual(
      [account!.institution, account!.maskedNumber, account!.currency, account!.name],
      ["Northbank", "****3000", "EUR", ""],
    );
    const named = await person.accounts.updateAccount({ accountId: account!.accountId, name: " Household " });
    assert.equal(named.name, "Household");
    const inside = await harness.rows.listUserAccounts({ userId });
    assert.deepEqual(inside.accounts, [named]);
    const { rows } = await harness.pool.query<{ data: Buffer }>(
      "select data from outbox where user_id = $1",
      [userId],
    );
    assert.ok(rows.every(({ data }) => !data.includes("0532013000")));
    const status = await person.upload.getUploadStatus({ documentId });
    assert.ok(!JSON.stringify(status.statements).includes("0532013000"));
    // A rename is no change of rows.
    assert.equal((await userRows(harness, userId)).head, 2);
  });

  test("another's id answers exactly as an unknown one", async () => {
    const [person, other] = [await harness.person(), await harness.person()];
    const documentId = await committed(harness, person.userId, reading({}, [{}]));
    const { rows } = await userRows(harness, person.userId);
    const { accountId, transactionId } = rows[0]!;
    const answers = async (ids: { documentId: string; accountId: string; transactionId: string }) => {
      const errors = await Promise.all([
        failsWith("NotFound", other.upload.getUploadStatus(ids)),
        failsWith("NotFound", other.upload.completeUpload(ids)),
        failsWith("NotFound", other.upload.retryDocument(ids)),
        failsWith("NotFound", other.upload.updateDocument({ ...ids, year: 2020 })),
        failsWith("NotFound", other.upload.deleteDocument(ids)),
        failsWith("NotFound", Array.fromAsync(other.upload.getDocumentContent(ids))),
        failsWith("NotFound", other.accounts.updateAccount({ ...ids, name: "mine" })),
        failsWith("NotFound", other.corrections.updateTransaction({ ...ids, removed: true })),
        failsWith("NotFound", other.corrections.updateTransaction({ ...ids, undo: true })),
      ]);
      return errors.map(({ message, details }) => JSON.stringify([message, details]));
    };
    const unknown = { documentId: randomUUID(), accountId: randomUUID(), transactionId: randomUUID() };
    assert.deepEqual(await answers({ documentId, accountId, transactionId }), await answers(unknown));
    assert.equal((await userRows(harness, person.userId)).rows.length, 1);
  });

  test("an id in capitals is the same id", async () => {
    const person = await harness.person();
    const documentId = await committed(harness, person.userId, reading({}, [{}]));
    const status = await person.upload.getUploadStatus({ documentId: documentId.toUpperCase() });
    assert.equal(status.documentId, documentId);
  });

  test("the internal stream wants a service, goes on from a revision, and ends with the head", async () => {
    const person = await harness.person();
    const { userId } = person;
    for (const description of ["One", "Two", "Three"]) {
      await committed(harness, userId, reading({}, [{ description }]));
    }
    const later = await userRows(harness, userId, 2);
    assert.deepEqual(
      later.rows.map(({ description }) => description),
      ["Two", "Three"],
    );
    assert.equal(later.head, 3);
    assert.deepEqual((await userRows(harness, randomUUID())).head, 0);
    const asPerson = createClient(UserRowsService, harness.transportOf(person));
    await failsWith("Unauthenticated", Array.fromAsync(asPerson.streamUserRows({ userId })));
    await failsWith("Unauthenticated", asPerson.listUsers({}));
    await failsWith("Unauthenticated", asPerson.listUserAccounts({ userId }));
    const first = await harness.rows.listUsers({ pageSize: 1 });
    const second = await harness.rows.listUsers({ pageSize: 1, pageToken: first.nextPageToken });
    assert.ok(first.users[0]!.userId < second.users[0]!.userId);
  });

  test("what later versions bring says UNIMPLEMENTED", async () => {
    const person = await harness.person();
    const transport = harness.transportOf(person);
    const rules = createClient(RuleService, transport);
    await failsWith("Unimplemented", rules.listRules({}));
    await failsWith("Unimplemented", rules.createRule({ match: "coffee", category: "food" }));
    await failsWith("Unimplemented", rules.deleteRule({ ruleId: randomUUID() }));
    await failsWith(
      "Unimplemented",
      createClient(CorrectionService, transport).batchUpdateTransactions({
        requests: [{ transactionId: randomUUID(), removed: true }],
      }),
    );
  });
});
