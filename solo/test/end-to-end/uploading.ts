import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { scanOf } from "@finflow/sample-statements/scan-of";
import { ask, expectError, expectStatus, poll } from "./http.ts";
import { newPerson } from "./person.ts";
import { letter, sample, small, specOf, twoAccounts } from "./statements.ts";
import type { Target } from "./target.ts";
import { chosen, rowsOf } from "./truth.ts";
import type { AccountJson, DocumentJson, InitiateJson, UploadJson } from "./wire.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export function uploading(target: () => Target): void {
  describe("uploading", () => {
    test("a plain statement: accepted, read, proven, and given back byte for byte", async () => {
      const person = await newPerson(target());
      const { pdf, truth } = await sample("plain");
      const account = truth.accounts[0]!;
      const accepted = await person.upload(pdf, { fileName: "März – plain 100%.pdf" });
      assert.equal(accepted.duplicate, false);
      assert.match(
        accepted.documentId,
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );

      const document = await person.read(accepted.documentId);
      const [statement, ...more] = document.statements;
      assert.equal(document.status, "COMPLETED", JSON.stringify(document.failure));
      assert.equal(document.failure, undefined);
      assert.equal(document.verdict, "RECONCILED");
      assert.equal(document.transactionCount, account.transactions.length);
      assert.equal(document.newTransactionCount, account.transactions.length);
      assert.equal(document.revision, 1);
      assert.equal(document.fileName, "März – plain 100%.pdf");
      assert.equal(document.sizeBytes, pdf.byteLength);
      assert.equal(document.sha256, sha256(pdf));
      assert.ok(document.pages >= 1);
      assert.deepEqual(more, []);
      assert.equal(statement?.currency, "GBP");
      assert.equal(statement.verdict, "RECONCILED");
      assert.equal(statement.openingBalance, account.opening_balance);
      assert.equal(statement.closingBalance, account.closing_balance);
      assert.deepEqual(statement.period, account.period);
      assert.equal(statement.transactionCount, account.transactions.length);
      assert.match(statement.maskedNumber, /7733$/);
      assert.doesNotMatch(statement.maskedNumber, /2041/);
      assert.ok(statement.checks.length > 0, "what was compared is told");
      for (const { kind, difference } of statement.checks) assert.match(difference, /^0(\.0+)?$/, kind);
      const cents = (text: string | undefined) => BigInt((text ?? "").replace(".", ""));
      assert.equal(
        cents(statement.openingBalance) + cents(statement.totalCredit) - cents(statement.totalDebit),
        cents(statement.closingBalance),
        "opening + credits − debits = closing",
      );

      const content = await fetch(new URL(`/upload/documents/${document.documentId}/content`, target().url), {
        headers: { Authorization: `Bearer ${person.token}` },
      });
      assert.equal(content.headers.get("content-type"), "application/pdf");
      assert.match(
        content.headers.get("content-disposition") ?? "",
        /^attachment; .*filename\*=UTF-8''M%C3%A4rz/,
      );
      assert.match(content.headers.get("cache-control") ?? "", /no-store/);
      assert.equal(sha256(new Uint8Array(await content.arrayBuffer())), sha256(pdf));
    });

    test("?wait=30s answers when it is done", async () => {
      const person = await newPerson(target());
      const answer = await person.upload((await small()).pdf, { wait: "30s" });
      assert.equal(answer.status, "COMPLETED");
      assert.equal(answer.revision, 1);
      const bad = await person.upload(letter(), { wait: "30s" });
      assert.equal(bad.status, "FAILED");
    });

    test("in three steps: announced, sent to the address given, completed", async () => {
      const person = await newPerson(target());
      const { pdf, truth } = await small();
      const announced = { fileName: "three steps.pdf", sizeBytes: pdf.byteLength, sha256: sha256(pdf) };
      const initiated = await person.send<InitiateJson>("POST", "/upload/initiate", announced);
      const { documentId, uploadUrl, uploadHeaders } = initiated;
      assert.equal(initiated.duplicate, false);
      assert.ok(Date.parse(initiated.expiresAt ?? "") > Date.now());
      assert.equal((await person.document(documentId)).status, "PENDING");

      const early = await person.call("POST", `/upload/complete/${documentId}`);
      expectError(early, 400, "FAILED_PRECONDITION");
      const put = (body: Uint8Array<ArrayBuffer>, url = uploadUrl) =>
        ask(target(), "PUT", url, { body, headers: uploadHeaders });
      const altered = pdf.slice();
      altered[100] = (altered[100] ?? 0) ^ 1;
      assert.ok((await put(altered)).status >= 400, "other bytes than those announced are refused");
      assert.ok((await put(pdf, `${uploadUrl.slice(0, -3)}AAA`)).status >= 400, "so is another address");
      assert.equal((await put(pdf)).status, 200);

      const complete = () => person.send<UploadJson>("POST", `/upload/complete/${documentId}`, {});
      const [once, twice] = await Promise.all([complete(), complete()]);
      assert.deepEqual([once.documentId, twice.documentId], [documentId, documentId]);
      const document = await person.read(documentId);
      assert.equal(document.status, "COMPLETED", JSON.stringify(document.failure));
      assert.equal(document.transactionCount, rowsOf(truth).length);
      assert.equal(document.revision, 1, "completing twice read it once");

      const again = await person.send<InitiateJson>("POST", "/upload/initiate", announced);
      assert.deepEqual(
        [again.documentId, again.duplicate, again.uploadUrl],
        [documentId, true, ""],
        "there is nothing to send",
      );
    });

    test("a protected file: without, with a wrong and with the right password", async () => {
      const person = await newPerson(target());
      const { pdf, truth } = await sample("protected");
      const password = specOf("protected").password!;
      const { documentId } = await person.upload(pdf);
      const needed = await person.read(documentId);
      assert.equal(needed.failure?.reason, "PASSWORD_NEEDED");
      assert.notEqual(needed.failure.help, "");

      await person.send("POST", `/upload/retry/${documentId}`, { password: `${password}!` });
      const wrong = await person.read(documentId);
      assert.equal(wrong.failure?.reason, "WRONG_PASSWORD");
      assert.deepEqual(await person.rows(0), []);

      await person.send("POST", `/upload/retry/${documentId}`, { password });
      const right = await person.read(documentId);
      assert.equal(right.status, "COMPLETED", JSON.stringify(right.failure));
      chosen(rowsOf(truth), await person.rows(right.revision));
      const more = await person.call("POST", `/upload/retry/${documentId}`, { json: { password } });
      expectError(more, 400, "FAILED_PRECONDITION");

      const other = await newPerson(target());
      const failed = await other.read((await other.upload(pdf)).documentId);
      const retried = await other.upload(pdf, { password });
      assert.deepEqual([retried.documentId, retried.duplicate], [failed.documentId, true]);
      assert.equal((await other.read(retried.documentId)).status, "COMPLETED", "the same bytes try it again");
    });

    test("documents are listed, the newest first, page by page", async () => {
      const person = await newPerson(target());
      const sent: string[] = [];
      for (const number of ["30301201", "30301202", "30301203"]) {
        sent.push((await person.uploaded((await small({ number })).pdf)).documentId);
      }
      type Page = { documents: DocumentJson[]; nextPageToken: string; totalSize: number };
      const all = await person.get<Page>("/upload/documents");
      assert.deepEqual(
        all.documents.map(({ documentId }) => documentId),
        sent.toReversed(),
      );
      assert.deepEqual([all.nextPageToken, all.totalSize], ["", 3]);
      assert.deepEqual(all.documents[0], await person.document(sent[2]!));
      const one = await person.get<Page>("/upload/documents?pageSize=2");
      const two = await person.get<Page>(`/upload/documents?pageSize=2&pageToken=${one.nextPageToken}`);
      assert.deepEqual([...one.documents, ...two.documents], all.documents);
      assert.equal(two.nextPageToken, "");
    });

    test("a scan is read too, under the same verdict, and said to be recognised", async () => {
      const person = await newPerson(target());
      const { pdf, truth } = await small();
      const scan = await scanOf(pdf, { dpi: 170, skew: 0.5, jpegQuality: 75 });
      const document = await person.uploaded(scan);
      assert.deepEqual([document.verdict, document.recognizing], ["RECONCILED", false]);
      assert.ok(document.statements[0]?.warnings.includes("read_by_ocr"));
      const read = (await person.rows(document.revision)).map(({ date, type, amount }) => [
        date,
        type,
        amount.amount,
      ]);
      const printed = rowsOf(truth).map(({ date, type, amount }) => [date, type, amount]);
      assert.deepEqual(read.sort(), printed.sort());
    });

    test("currency and year that the paper does not print, once the person says them", async () => {
      const person = await newPerson(target());
      const nowhere = await small({}, { currencyPrinted: "nowhere" });
      const { documentId } = await person.uploaded(nowhere.pdf);
      const unknown = await person.rows(1);
      chosen(rowsOf(nowhere.truth, "XXX"), unknown);
      await person.send("PATCH", `/upload/documents/${documentId}`, { currency: "EUR" });
      const said = await person.read(documentId);
      assert.equal(said.currency, "EUR");
      assert.equal(said.statements[0]?.currency, "EUR");
      const known = await person.rows(said.revision);
      chosen(rowsOf(nowhere.truth, "EUR"), known);
      assert.deepEqual(
        known.map(({ transactionId }) => transactionId).sort(),
        unknown.map(({ transactionId }) => transactionId).sort(),
        "they are the same rows",
      );

      const other = await newPerson(target());
      const yearless = await small({}, { layout: "without_year", created: "2025-07-02" });
      const assumed = await other.uploaded(yearless.pdf);
      assert.ok(assumed.statements[0]?.warnings.includes("year_assumed"), "it says what it assumed");
      chosen(rowsOf(yearless.truth), await other.rows(assumed.revision));
      await other.send("PATCH", `/upload/documents/${assumed.documentId}`, { year: 2023 });
      const moved = await other.read(assumed.documentId);
      assert.equal(moved.year, 2023);
      assert.deepEqual(
        (await other.rows(moved.revision)).map(({ date }) => date).sort(),
        rowsOf(yearless.truth)
          .map(({ date }) => date.replace("2025", "2023"))
          .sort(),
      );
    });

    test("two accounts in one file, each with its own currency", async () => {
      for (const [one, other] of [
        ["GBP", "GBP"],
        ["EUR", "CHF"],
      ] as const) {
        const person = await newPerson(target());
        const { pdf, truth } = await twoAccounts(one, other);
        const { statements, verdict, revision } = await person.uploaded(pdf);
        assert.deepEqual(
          statements.map(({ currency }) => currency),
          [one, other],
        );
        assert.equal(verdict, "RECONCILED");
        assert.equal(revision, 1, "one file is one change");
        const rows = chosen(rowsOf(truth), await person.rows(revision));
        assert.equal(new Set(rows.map(({ accountId }) => accountId)).size, 2);
        const { accounts } = await person.get<{ accounts: AccountJson[] }>("/accounts");
        assert.deepEqual(
          accounts.map(({ currency, maskedNumber }) => `${currency} ${maskedNumber.slice(-4)}`).sort(),
          [`${one} 0111`, `${other} 0222`].sort(),
        );
        const [account] = accounts;
        await person.send("PATCH", `/accounts/${account?.accountId}`, { name: "Everyday" });
        const renamed = await person.get<{ accounts: AccountJson[] }>("/accounts");
        assert.deepEqual(
          renamed.accounts.find(({ accountId }) => accountId === account?.accountId)?.name,
          "Everyday",
        );
      }
    });

    test("a file refused by its content, not by its name", async () => {
      const person = await newPerson(target());
      const asText = await person.uploaded((await small()).pdf, { fileName: "statement.txt" });
      assert.equal(asText.verdict, "RECONCILED");
      const tooLarge = new FormData();
      tooLarge.append("file", new Blob([new Uint8Array(20 * 1024 * 1024 + 1)]), "large.pdf");
      const refused = await person.call("POST", "/upload", { body: tooLarge });
      assert.equal(refused.status, 413, refused.told);
      const documents = expectStatus(
        await poll(
          "the list",
          () => person.call<{ documents: DocumentJson[] }>("GET", "/upload/documents"),
          ({ status }) => status === 200,
        ),
        200,
      );
      assert.equal(documents.documents.length, 1, "what was refused left nothing behind");
    });
  });
}
