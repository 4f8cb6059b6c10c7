import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Transaction_CategorySource, Transaction_Type } from "@finflow/gen/finflow/type/v1/transaction_pb";
import { blamedFields, failsWith } from "./errors.ts";
import { type Harness, type Person, startHarness } from "./harness.ts";
import { claimed, claimedAgain, commit, committed, reading } from "./readings.ts";
import { projectedRows, userRows } from "./rows.ts";

const coffee = { date: "2025-01-10", balance: "97.00" };
const lunch = { date: "2025-01-20", description: "Lunch", amount: "12.50", balance: "84.50" };
const overlapping = { period: { from: "2025-01-05", to: "2025-02-15" }, opening_balance: "103.00" };

describe("corrections", () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness?.stop());

  /** A person with coffee and lunch, and the coffee's id. */
  async function withRows(): Promise<{ person: Person; documentId: string; id: string }> {
    const person = await harness.person();
    const documentId = await committed(harness, person.userId, reading({}, [coffee, lunch]));
    const { rows } = await userRows(harness, person.userId);
    return { person, documentId, id: rows.find((row) => row.description === "Coffee")!.transactionId };
  }

  test("lie over what was extracted, one revision each, and none for none", async () => {
    const { person, id } = await withRows();
    const { corrections } = person;
    const first = await corrections.updateTransaction({ transactionId: id, category: "health" });
    assert.equal(first.revision, 2);
    assert.equal(first.transaction?.category, "health");
    assert.equal(first.transaction?.categorySource, Transaction_CategorySource.PERSON);
    const again = await corrections.updateTransaction({ transactionId: id, category: "health" });
    assert.equal(again.revision, 2);
    const edited = await corrections.updateTransaction({
      transactionId: id,
      etag: again.transaction!.etag,
      date: "2025-01-11",
      description: "Doctor",
      type: Transaction_Type.CREDIT,
      amount: "4.5",
    });
    assert.equal(edited.revision, 3);
    const { transaction } = edited;
    assert.deepEqual(
      [transaction!.date, transaction!.description, transaction!.type, transaction!.amount!.amount],
      ["2025-01-11", "Doctor", Transaction_Type.CREDIT, "4.50"],
    );
    assert.deepEqual(transaction!.correctedFields, ["date", "description", "type", "amount", "category"]);
    const list = await corrections.listCorrections({});
    assert.equal(list.corrections.length, 1);
    assert.equal(list.corrections[0]!.extracted!.description, "Coffee");
    assert.equal(list.corrections[0]!.corrected!.description, "Doctor");
    // A fact set back is no correction; the category stays the person's.
    const back = await corrections.updateTransaction({
      transactionId: id,
      date: "2025-01-10",
      description: "Coffee",
      type: Transaction_Type.DEBIT,
      amount: "3.00",
    });
    assert.deepEqual(back.transaction!.correctedFields, ["category"]);
    const undone = await corrections.updateTransaction({ transactionId: id, undo: true });
    assert.deepEqual(undone.transaction!.correctedFields, []);
    assert.equal(undone.transaction!.categorySource, Transaction_CategorySource.CATEGORIZER);
    assert.deepEqual((await corrections.listCorrections({})).corrections, []);
    const { states } = await projectedRows(harness, person.userId);
    assert.deepEqual(states.get(id), undone.transaction);
  });

  test("one of two with the same etag is refused", async () => {
    const { person, id } = await withRows();
    const { rows } = await userRows(harness, person.userId);
    const { etag } = rows.find((row) => row.transactionId === id)!;
    const answers = await Promise.allSettled(
      ["food", "health", "bills"].map((category) =>
        person.corrections.updateTransaction({ transactionId: id, etag, category }),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === "fulfilled").length, 1);
    await failsWith(
      "Aborted",
      person.corrections.updateTransaction({ transactionId: id, etag, category: "other" }),
    );
    assert.equal((await userRows(harness, person.userId)).head, 2);
  });

  test("bad values are refused by the name of their field", async () => {
    const { person, id } = await withRows();
    const update = (change: object) =>
      blamedFields(person.corrections.updateTransaction({ transactionId: id, ...change }));
    assert.deepEqual(await update({ date: "2025-02-30" }), ["date"]);
    assert.deepEqual(await update({ date: "0001-01-01" }), ["date"]);
    assert.deepEqual(await update({ amount: "1.234" }), ["amount"]);
    assert.deepEqual(await update({ amount: "-1" }), ["amount"]);
    assert.deepEqual(await update({ description: "two\nlines" }), ["description"]);
    assert.deepEqual(await update({ description: "nul\0" }), ["description"]);
    assert.deepEqual(await update({ category: "fun" }), ["category"]);
    assert.deepEqual(await update({ undo: true, category: "food" }), ["undo"]);
    assert.equal((await userRows(harness, person.userId)).head, 1);
  });

  test("a removed row is out of every figure, and stays so when another document prints it", async () => {
    const { person, id, documentId } = await withRows();
    const { userId } = person;
    const removed = await person.corrections.updateTransaction({ transactionId: id, removed: true });
    assert.equal(removed.transaction, undefined);
    assert.equal(removed.revision, 2);
    assert.ok((await userRows(harness, userId)).gone.has(id));
    await committed(harness, userId, reading(overlapping, [coffee, lunch]));
    const after = await userRows(harness, userId);
    assert.deepEqual(
      after.rows.map((row) => row.description),
      ["Lunch"],
    );
    assert.ok(after.gone.has(id));
    await person.upload.deleteDocument({ documentId });
    assert.ok((await userRows(harness, userId)).gone.has(id), "its other document goes on printing it");
    const undone = await person.corrections.updateTransaction({ transactionId: id, undo: true });
    assert.equal(undone.transaction?.description, "Coffee");
    assert.equal(undone.transaction?.sources.length, 1);
    const { states } = await projectedRows(harness, userId);
    assert.deepEqual(states.get(id), undone.transaction);
  });

  test("stay with their row when the file is read again, by place and then by values", async () => {
    const person = await harness.person();
    const { userId } = person;
    const claim = await claimed(harness, userId);
    await commit(harness, claim, reading({}, [coffee, lunch]));
    const before = await userRows(harness, userId);
    const id = (text: string) => before.rows.find((row) => row.description === text)!.transactionId;
    await person.corrections.updateTransaction({ transactionId: id("Coffee"), category: "health" });
    await person.corrections.updateTransaction({ transactionId: id("Lunch"), category: "bills" });
    // The year was wrong: other dates at the same places. Then the places moved, the values did not.
    const nextYear = [
      { ...coffee, date: "2026-01-10" },
      { ...lunch, date: "2026-01-20" },
    ];
    await commit(harness, await claimedAgain(harness, claim), reading({}, nextYear));
    const moved = nextYear.toReversed().map((row, n) => ({ ...row, page: 2, box: [0, n, 1, 1] as never }));
    await commit(harness, await claimedAgain(harness, claim), reading({}, moved));
    const after = await userRows(harness, userId);
    assert.deepEqual(
      after.rows.map((row) => [row.transactionId, row.date, row.category, row.page]).sort(),
      [
        [id("Coffee"), "2026-01-10", "health", 2],
        [id("Lunch"), "2026-01-20", "bills", 2],
      ].sort(),
    );
    assert.equal(after.gone.size, 0);
    // Read again with nothing new: nobody sees a difference.
    await commit(harness, await claimedAgain(harness, claim), reading({}, moved));
    assert.equal((await userRows(harness, userId)).head, after.head);
  });

  test("left over they are kept and shown, taken up when the row is back, and may be discarded", async () => {
    const person = await harness.person();
    const { userId } = person;
    const claim = await claimed(harness, userId);
    await commit(harness, claim, reading({}, [coffee, lunch]));
    const { rows } = await userRows(harness, userId);
    const id = rows.find((row) => row.description === "Lunch")!.transactionId;
    await person.corrections.updateTransaction({ transactionId: id, category: "bills" });
    await commit(harness, await claimedAgain(harness, claim), reading({}, [coffee]));
    const { documentId } = claim;
    const shown = await person.corrections.listCorrections({ document: documentId });
    assert.equal(shown.corrections.length, 1);
    const [correction] = shown.corrections;
    assert.equal(correction!.leftOver, true);
    assert.equal(correction!.extracted!.amount!.amount, "12.50");
    assert.equal(correction!.corrected, undefined);
    assert.ok((await userRows(harness, userId)).gone.has(id));

    await commit(harness, await claimedAgain(harness, claim), reading({}, [coffee, lunch]));
    const back = await userRows(harness, userId);
    assert.equal(back.rows.find((row) => row.transactionId === id)?.category, "bills");
    assert.ok(!back.gone.has(id));
    assert.equal((await person.corrections.listCorrections({})).corrections[0]!.leftOver, false);

    await commit(harness, await claimedAgain(harness, claim), reading({}, [coffee]));
    const { head } = await userRows(harness, userId);
    const discarded = await person.corrections.updateTransaction({ transactionId: id, undo: true });
    assert.deepEqual([discarded.transaction, discarded.revision], [undefined, head]);
    assert.deepEqual((await person.corrections.listCorrections({})).corrections, []);
    await failsWith("NotFound", person.corrections.updateTransaction({ transactionId: id, undo: true }));
  });

  test("left over they go with their document", async () => {
    const person = await harness.person();
    const { userId } = person;
    const claim = await claimed(harness, userId);
    const { documentId } = claim;
    await commit(harness, claim, reading({}, [coffee, lunch]));
    const { rows } = await userRows(harness, userId);
    const id = rows.find((row) => row.description === "Lunch")!.transactionId;
    await person.corrections.updateTransaction({ transactionId: id, removed: true });
    await commit(harness, await claimedAgain(harness, claim), reading({}, [coffee]));
    // The row comes back as it went: removed.
    await commit(harness, await claimedAgain(harness, claim), reading({}, [coffee, lunch]));
    assert.equal((await userRows(harness, userId)).rows.length, 1);
    await commit(harness, await claimedAgain(harness, claim), reading({}, [coffee]));
    await person.upload.deleteDocument({ documentId });
    assert.deepEqual((await person.corrections.listCorrections({})).corrections, []);
  });
});
