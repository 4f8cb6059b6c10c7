import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { damaged, pictureWithoutText } from "@finflow/sample-statements/unreadable";
import { newPerson } from "./person.ts";
import { letter, small } from "./statements.ts";
import type { Target } from "./target.ts";
import type { SummaryJson } from "./wire.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const files: Record<string, { reason: string; file: () => Promise<Uint8Array<ArrayBuffer>> }> = {
  "cut in half": { reason: "DAMAGED", file: async () => damaged((await small()).pdf) },
  "a picture without words": { reason: "SCANNED_WITHOUT_TEXT", file: pictureWithoutText },
  "a picture named .pdf": {
    reason: "NOT_A_PDF",
    file: async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  },
  "a page of HTML": { reason: "NOT_A_PDF", file: async () => bytes("<!doctype html><title>Sign in</title>") },
  "a letter": { reason: "NO_STATEMENT_FOUND", file: async () => letter() },
};

export function failingFiles(target: () => Target): void {
  describe("files that cannot be read", () => {
    test("each says why, with help; nothing else happens", async () => {
      const person = await newPerson(target());
      const read = await Promise.all(
        Object.entries(files).map(async ([name, { reason, file }]) => {
          const { documentId } = await person.upload(await file(), { fileName: name });
          return { name, reason, document: await person.read(documentId) };
        }),
      );
      for (const { name, reason, document } of read) {
        assert.equal(document.status, "FAILED", name);
        assert.equal(document.failure?.reason, reason, name);
        assert.notEqual(document.failure.message, "", name);
        assert.notEqual(document.failure.help, "", name);
        assert.equal(document.verdict, undefined, name);
        assert.deepEqual(document.statements, [], name);
        assert.equal(document.transactionCount, 0, name);
      }
      const good = await person.uploaded((await small()).pdf);
      assert.equal(good.revision, 1, "what failed took no revision");
      const { totals } = await person.figure<SummaryJson>("/analytics/summary", good.revision);
      assert.equal(totals[0]?.count, good.transactionCount);
      for (const { name, document } of read) {
        const path = `/upload/documents/${document.documentId}`;
        const { revision } = await person.send<{ revision: number }>("DELETE", path);
        assert.equal(revision, 1, `${name}: and takes none when it goes`);
      }
    });
  });
}
