import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { categoriesOf, monthsOf, summaryOf } from "./figures-by-hand.ts";
import { expectError, poll } from "./http.ts";
import { newPerson, type Person } from "./person.ts";
import { sample, small } from "./statements.ts";
import type { Target } from "./target.ts";
import { type ChosenRow, chosen, rowsOf } from "./truth.ts";
import type { AnswerJson, CategoriesJson, MonthsJson, SummaryJson, TransactionJson } from "./wire.ts";

type Corrected = { transaction?: TransactionJson; revision: number };

export function correcting(target: () => Target): void {
  describe("correcting a row", () => {
    test("its category, its values, its removal, and all of it undone: every figure follows", async () => {
      const { person, rows, row } = await start(target());
      const path = `/transactions/${row.transactionId}`;
      let current = rows;
      let revision = 1;
      const step = async (change: object, after: Partial<ChosenRow> | "removed" | "as before") => {
        const corrected = await person.send<Corrected>("PATCH", path, change);
        assert.equal(corrected.revision, revision + 1, "a change takes one revision");
        revision = corrected.revision;
        const others = current.filter(({ transactionId }) => transactionId !== row.transactionId);
        const was = current.find(({ transactionId }) => transactionId === row.transactionId);
        const original = rows.find(({ transactionId }) => transactionId === row.transactionId)!;
        if (after === "removed") current = others;
        else current = [...others, after === "as before" ? original : { ...(was ?? original), ...after }];
        await figuresAre(person, revision, current);
        return corrected.transaction;
      };

      const recategorised = await step({ category: "entertainment" }, { category: "entertainment" });
      assert.equal(recategorised?.categorySource, "PERSON");
      assert.deepEqual(recategorised.correctedFields, ["category"]);
      assert.notEqual(recategorised.etag, row.etag);
      await step({ flow: "TRANSFER" }, { flow: "TRANSFER" });
      const edited = await step(
        { amount: "61.05", date: "2025-07-02", description: "Groceries for the party" },
        { amount: "61.05", date: "2025-07-02", description: "Groceries for the party" },
      );
      assert.deepEqual(edited?.correctedFields.toSorted(), [
        "amount",
        "category",
        "date",
        "description",
        "flow",
      ]);
      assert.equal((await person.rows(revision, "search=party")).length, 1, "found by its new words");
      assert.equal((await person.rows(revision, "search=supermarket")).length, 0, "and not by its old");
      assert.equal(await step({ removed: true }, "removed"), undefined);
      await step({ removed: false }, {
        ...edited,
        amount: "61.05",
        balance: row.balance?.amount,
      } as Partial<ChosenRow>);
      const undone = await step({ undo: true }, "as before");
      assert.deepEqual(undone?.correctedFields, []);
      assert.deepEqual({ ...undone, etag: "" }, { ...row, etag: "" }, "the row is what it was");
      const { corrections } = await person.get<{ corrections: unknown[] }>("/corrections");
      assert.deepEqual(corrections, []);
    });

    test("only what was seen is changed; what changes nothing takes no revision", async () => {
      const { person, row } = await start(target());
      const path = `/transactions/${row.transactionId}`;
      const first = await person.send<Corrected>("PATCH", path, { etag: row.etag, category: "health" });
      assert.equal(first.revision, 2);
      const stale = await person.call("PATCH", path, { json: { etag: row.etag, category: "other" } });
      expectError(stale, 409, "ABORTED");
      const same = await person.send<Corrected>("PATCH", path, { category: "health" });
      assert.equal(same.revision, 2);
      assert.equal(same.transaction?.etag, first.transaction?.etag);
      const both = await person.call("PATCH", path, { json: { undo: true, category: "other" } });
      assert.ok(expectError(both, 400, "INVALID_ARGUMENT").fields.length > 0, both.told);

      const { corrections } = await person.get<{
        corrections: { transactionId: string; extracted: TransactionJson; corrected: TransactionJson }[];
      }>("/corrections");
      assert.deepEqual(
        corrections.map((each) => [each.transactionId, each.extracted.category, each.corrected.category]),
        [[row.transactionId, row.category, "health"]],
      );
    });

    test("answers know of it at once", async () => {
      const { person, row, rows } = await start(target());
      const { revision } = await person.send<Corrected>("PATCH", `/transactions/${row.transactionId}`, {
        amount: "1.00",
      });
      const question = { question: "How much did I spend on food?", minRevision: revision };
      const answer = await poll(
        `an answer with revision ${revision}`,
        () => person.send<AnswerJson>("POST", "/chatbot/ask", question),
        (each) => each.revision >= revision,
      );
      const changed = rows.map((each) =>
        each.transactionId === row.transactionId ? { ...each, amount: "1.00" } : each,
      );
      const food = summaryOf(changed.filter(({ category }) => category === "food"));
      assert.deepEqual(
        answer.citations.filter(({ unit }) => unit === "GBP").map(({ value }) => value),
        food.map(({ expense }) => expense.amount),
        answer.answer,
      );
    });

    test("a row removed stays removed when another file prints it; a file that goes takes the corrections", async () => {
      const person = await newPerson(target());
      const first = await person.uploaded((await sample("overlapping-first")).pdf);
      const last = (await person.rows(first.revision, "orderBy=date%20desc"))[0]!;
      await person.send("PATCH", `/transactions/${last.transactionId}`, { removed: true });
      const { pdf, truth } = await sample("overlapping-second");
      const second = await person.uploaded(pdf);
      const printedAgain = rowsOf(truth).some(
        ({ date, description }) => date === last.date && description === last.description,
      );
      assert.ok(printedAgain, "the second file prints that row too");
      const rows = await person.rows(second.revision);
      assert.ok(!rows.some(({ transactionId }) => transactionId === last.transactionId));
      const mine = `document=${second.documentId}`;
      assert.equal((await person.rows(second.revision, mine)).length, second.transactionCount - 1);
    });
  });

  describe("deleting a file", () => {
    test("its rows leave every figure, the file is gone, and it can come anew", async () => {
      const { person, documentId, rows } = await start(target());
      const { pdf } = await small();
      const kept = await person.uploaded((await small({ number: "30305555" })).pdf);
      const { revision } = await person.send<{ revision: number }>(
        "DELETE",
        `/upload/documents/${documentId}`,
      );
      assert.equal(revision, kept.revision + 1);
      const left = await person.rows(revision);
      assert.ok(left.every((row) => row.documentId === kept.documentId));
      assert.equal(left.length, rows.length);
      for (const [method, path] of [
        ["GET", `/upload/status/${documentId}`],
        ["GET", `/upload/documents/${documentId}/content`],
        ["DELETE", `/upload/documents/${documentId}`],
        ["PATCH", `/transactions/${rows[0]?.transactionId}`],
      ] as const) {
        const json = method === "PATCH" ? { category: "other" } : undefined;
        const gone = await person.call(method, path, { json });
        expectError(gone, 404, "NOT_FOUND");
      }
      await person.send("DELETE", `/upload/documents/${kept.documentId}`);
      await figuresAre(person, revision + 1, []);
      const anew = await person.upload(pdf);
      assert.equal(anew.duplicate, false);
      assert.notEqual(anew.documentId, documentId);
      const again = await person.read(anew.documentId);
      assert.equal(again.revision, revision + 2);
      assert.equal((await person.rows(again.revision)).length, rows.length);
    });
  });
}

async function start(target: Target) {
  const person = await newPerson(target);
  const { pdf, truth } = await small();
  const { documentId, revision } = await person.uploaded(pdf);
  assert.equal(revision, 1);
  const listed = await person.rows(revision);
  const row = listed.find(({ description }) => description.includes("SUPERMARKET"))!;
  assert.equal(row.category, "food");
  return { person, documentId, row, rows: chosen(rowsOf(truth), listed) };
}

async function figuresAre(person: Person, revision: number, rows: readonly ChosenRow[]): Promise<void> {
  const { totals } = await person.figure<SummaryJson>("/analytics/summary", revision);
  assert.deepEqual(totals, summaryOf(rows));
  const { categories } = await person.figure<CategoriesJson>("/analytics/categories", revision);
  assert.deepEqual(categories, categoriesOf(rows));
  const { months } = await person.figure<MonthsJson>("/analytics/monthly-expense", revision);
  assert.deepEqual(months, monthsOf(rows));
  const listed = await person.rows(revision);
  const line = (row: { date: string; description: string; category: string; flow: string }, amount: string) =>
    `${row.date} ${row.description} ${amount} ${row.category} ${row.flow}`;
  assert.deepEqual(
    listed.map((row) => line(row, row.amount.amount)).sort(),
    rows.map((row) => line(row, row.amount)).sort(),
  );
}
