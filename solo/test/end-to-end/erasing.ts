import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { describe, test } from "node:test";
import { ask, expectError, expectStatus, poll } from "./http.ts";
import { newPerson } from "./person.ts";
import { sample, small } from "./statements.ts";
import type { Target } from "./target.ts";
import type { ErasureJson, SummaryJson } from "./wire.ts";

export function erasing(target: () => Target): void {
  describe("deleting an account", () => {
    test("erases the person everywhere; the same e-mail begins anew with nothing", async () => {
      const person = await newPerson(target());
      const bystander = await newPerson(target());
      const { pdf } = await small();
      const document = await person.uploaded(pdf);
      const theirs = await bystander.uploaded(pdf);
      // One that is still being read when the account goes.
      await person.upload((await sample("plain")).pdf);
      await person.send("POST", "/chatbot/ask", { question: "How much did I spend?" });
      assert.equal(await filesOf(target(), document.documentId), target().dataFolder ? 1 : undefined);

      const asked = await person.send<ErasureJson>("DELETE", "/v1/auth/me");
      for (const path of [
        "/v1/auth/me",
        "/upload/documents",
        "/analytics/summary",
        "/chatbot/conversations",
      ]) {
        expectError(await person.call("GET", path), 401, "UNAUTHENTICATED");
      }
      const refused = await ask(target(), "POST", "/v1/auth/refresh", {
        json: { refreshToken: person.session.refreshToken },
      });
      expectError(refused, 401, "UNAUTHENTICATED");
      const { email, password } = person;
      const login = await ask(target(), "POST", "/v1/auth/login", { json: { email, password } });
      expectError(login, 401, "UNAUTHENTICATED");

      const erasure = await poll(
        "the erasure's end",
        async () =>
          expectStatus(await ask<ErasureJson>(target(), "GET", `/v1/auth/erasures/${asked.erasureId}`), 200),
        ({ finished }) => finished,
      );
      assert.deepEqual(
        erasure.services.map(({ service }) => service).sort(),
        ["analytics", "auth", "chatbot", "upload"].filter((name) =>
          name === "auth" ? erasure.services.some(({ service }) => service === "auth") : true,
        ),
      );
      for (const { service, eraseTime } of erasure.services) {
        assert.ok(Date.parse(eraseTime ?? "") >= Date.parse(erasure.requestTime) - 1, service);
      }
      if (target().dataFolder) {
        await poll(
          "the deletion of the file",
          () => filesOf(target(), document.documentId),
          (count) => count === 0,
        );
      }

      const anew = await newPerson(target(), { email, password });
      assert.notEqual(anew.userId, person.userId);
      const summary = await anew.figure<SummaryJson>("/analytics/summary", 0);
      assert.deepEqual([summary.totals, summary.revision], [[], 0]);
      for (const [path, field] of [
        ["/upload/documents", "documents"],
        ["/transactions", "transactions"],
        ["/accounts", "accounts"],
        ["/corrections", "corrections"],
        ["/chatbot/conversations", "conversations"],
      ] as const) {
        const found = await anew.get<Record<string, unknown[]>>(path);
        assert.deepEqual(found[field], [], path);
      }
      expectError(await anew.call("GET", `/upload/status/${document.documentId}`), 404, "NOT_FOUND");
      const again = await anew.upload(pdf, { wait: "30s" });
      assert.deepEqual([again.duplicate, again.status, again.revision], [false, "COMPLETED", 1]);

      assert.equal((await bystander.document(theirs.documentId)).status, "COMPLETED");
      assert.equal((await bystander.rows(1)).length, theirs.transactionCount, "others lose nothing");
    });
  });
}

/** How many files of a document lie on disk; undefined where the disk is not ours. */
async function filesOf({ dataFolder }: Target, documentId: string): Promise<number | undefined> {
  if (dataFolder === undefined) return undefined;
  const names = await readdir(`${dataFolder}/objects`, { recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      // A folder that vanished while it was read: the next look finds it.
      if (error.code === "ENOENT") return [documentId];
      throw error;
    },
  );
  return names.filter((name) => name.includes(documentId)).length;
}
