import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { damaged, scannedStatement } from "@finflow/sample-statements/unreadable";
import { newPerson } from "./person.ts";
import { letter, small } from "./statements.ts";
import type { Target } from "./target.ts";
import type { SummaryJson } from "./wire.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const files: Record<string, { reason: string; file: () => Promise<Uint8Array<ArrayBuffer>> }> = {
  "cut in half": { reason: "DAMAGED", file: async () => damaged((await small()).pdf) },
  "a scan": { reason: "SCANNED_WITHOUT_TEXT", file: scannedStatement },
  "a picture named .pdf": {
    reason: "NOT_A_PDF",
    file: async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  },
  "a page of HTML": { reason: "NOT_A_PDF", file: async () => bytes("<!doctype html><title>Sign in</title>") },
  "a letter": { reason: "NO_STATEMENT_FOUND", file: async () => letter() },
};

export function failingFiles(target: () => Target): void {
  describe("files that cannot be read", () => {
    for (const [name, { reason, file }] of Object.entries(files)) {
      test(`${name}: ${reason}, with help, and nothing else happens`, async () => {
        const person = await newPerson(target());
        const { documentId } = await person.upload(await file());
        const document = await person.read(documentId);
        assert.equal(document.status, "FAILED");
        assert.equal(document.failure?.reason, reason);
        assert.notEqual(document.failure.message, "");
        assert.notEqual(document.failure.help, "");
        assert.equal(document.verdict, undefined);
        assert.deepEqual(document.statements, []);
        assert.equal(document.transactionCount, 0);

        const good = await person.uploaded((await small()).pdf);
        assert.equal(good.revision, 1, "what failed took no revision");
        const { totals } = await person.figure<SummaryJson>("/analytics/summary", good.revision);
        assert.equal(totals[0]?.count, good.transactionCount);
        const { revision } = await person.send<{ revision: number }>(
          "DELETE",
          `/upload/documents/${documentId}`,
        );
        assert.equal(revision, 1, "and takes none when it goes");
      });
    }
  });
}
