import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { RowSpec } from "@finflow/sample-statements/statement-spec";
import { household } from "./household.ts";
import { newPerson } from "./person.ts";
import { sample, small, specOf } from "./statements.ts";
import type { Target } from "./target.ts";
import { chosen, rowsOf } from "./truth.ts";

export function repeatedRows(target: () => Target): void {
  describe("rows and files that come again", () => {
    test("the same bytes are the same document, also at the same time", async () => {
      const person = await newPerson(target());
      const { pdf, truth } = await small();
      const together = await Promise.all([1, 2, 3].map(() => person.upload(pdf)));
      const ids = new Set(together.map(({ documentId }) => documentId));
      assert.equal(ids.size, 1, "one document");
      const [documentId] = ids;
      const document = await person.read(documentId!);
      const again = await person.upload(pdf, { fileName: "another name.pdf" });
      assert.deepEqual(again, { documentId, status: "COMPLETED", duplicate: true, revision: 1 });
      chosen(rowsOf(truth), await person.rows(document.revision));

      const other = await newPerson(target());
      const theirs = await other.upload(pdf);
      assert.equal(theirs.duplicate, false, "somebody else's file says nothing of mine");
      assert.notEqual(theirs.documentId, documentId);
      await other.read(theirs.documentId);
    });

    test("the same statement in other bytes adds no row", async () => {
      const person = await newPerson(target());
      const { pdf, truth } = await small();
      const first = await person.uploaded(pdf);
      const second = await person.uploaded((await small({}, { created: "2025-08-15" })).pdf);
      assert.notEqual(second.documentId, first.documentId);
      assert.equal(second.sameStatementAs, first.documentId);
      assert.equal(second.newTransactionCount, 0);
      chosen(rowsOf(truth), await person.rows(second.revision));
    });

    test("days that two statements print count once; the file that goes takes only its own", async () => {
      const { documents } = await household(target());
      const [first, second] = await Promise.all([sample("overlapping-first"), sample("overlapping-second")]);
      const [before, after] = [rowsOf(first.truth), rowsOf(second.truth)];
      const covered = specOf("overlapping-first").accounts[0]!.period.to;
      const beyond = after.filter(({ date }) => date > covered).length;
      assert.ok(beyond < after.length, "they overlap");
      assert.deepEqual(
        [documents.second.transactionCount, documents.second.newTransactionCount],
        [after.length, beyond],
      );
      assert.deepEqual(
        [documents.first.transactionCount, documents.first.newTransactionCount],
        [before.length, before.length],
      );
      assert.equal(documents.first.statements[0]?.accountId, documents.second.statements[0]?.accountId);

      const person = await newPerson(target());
      const one = await person.uploaded(first.pdf);
      const two = await person.uploaded(second.pdf);
      const shared = (await person.rows(two.revision)).filter(({ sources }) => sources.length === 2);
      assert.equal(shared.length, after.length - beyond);
      const left = await person.send<{ revision: number }>("DELETE", `/upload/documents/${one.documentId}`);
      const rows = await person.rows(left.revision);
      chosen(after, rows);
      for (const row of rows) {
        assert.equal(row.documentId, two.documentId, "the rows that stay point to the file that stays");
        assert.equal(row.sources.length, 1);
      }
      const stayed = new Set(rows.map(({ transactionId }) => transactionId));
      for (const { transactionId } of shared) assert.ok(stayed.has(transactionId), "under their old id");
    });

    test("twins within one statement both stand; rows of an unproven account are only marked", async () => {
      const person = await newPerson(target());
      const twin = { date: "2025-06-10", description: "CONTACTLESS METRO TICKETS", amount: -280n };
      const other = { date: "2025-06-12", description: "CARD PAYMENT LIGHTHOUSE CINEMA", amount: -1_200n };
      const unproven = (rows: RowSpec[]) => small({ rows, opening: 0n }, { layout: "rows_only" });
      const listing = await unproven([twin, twin, other]);
      const first = await person.uploaded(listing.pdf);
      assert.equal(first.verdict, "UNVERIFIABLE");
      chosen(rowsOf(listing.truth), await person.rows(first.revision));

      const next = { date: "2025-06-20", description: "CARD PAYMENT CORNER SUPERMARKET", amount: -3_300n };
      const longer = await unproven([twin, twin, other, next]);
      const second = await person.uploaded(longer.pdf);
      const rows = await person.rows(second.revision);
      assert.equal(rows.length, 3 + 4, "nothing proves that they are the same, so all stay");
      const marked = rows.filter(({ possibleDuplicateOf }) => possibleDuplicateOf !== undefined);
      assert.deepEqual(
        marked.map(({ documentId, description }) => `${documentId} ${description}`).sort(),
        [twin, twin, other].map(({ description }) => `${second.documentId} ${description}`).sort(),
        "the later ones are marked",
      );
    });
  });
}
