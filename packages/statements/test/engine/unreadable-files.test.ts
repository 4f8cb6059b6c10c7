import assert from "node:assert/strict";
import { test } from "node:test";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import type { StatementSpec } from "@finflow/sample-statements/statement-spec";
import { damaged, pictureWithoutText } from "@finflow/sample-statements/unreadable";
import { maxFileBytes, maxPages } from "../../src/limits.ts";
import { readStatement } from "../../src/read-statement.ts";
import { type FailureReason, type ReadOptions, StatementError } from "../../src/statement.ts";
import { drawPages } from "./draw-pages.ts";

const spec: StatementSpec = {
  institution: "Harbour Bank",
  layout: "debit_credit",
  accounts: [
    {
      number: "1111",
      currency: "EUR",
      period: { from: "2024-06-01", to: "2024-06-30" },
      opening: 10_000n,
      rows: [
        { date: "2024-06-03", description: "Shop", amount: -1_250n },
        { date: "2024-06-04", description: "Salary", amount: 250_000n },
      ],
    },
  ],
};

function failure(bytes: Uint8Array, reason: FailureReason, options?: ReadOptions): Promise<void> {
  return assert.rejects(readStatement(bytes, options), (error) => {
    assert.ok(error instanceof StatementError);
    assert.equal(error.reason, reason);
    return true;
  });
}

for (const encryption of ["rc4", "aes128", "aes256"] as const) {
  test(`a password (${encryption}): none, a wrong one and the right one are told apart`, async () => {
    const { pdf } = await renderStatement({ ...spec, password: "naïve Straße 7", encryption });
    await failure(pdf, "password_needed");
    await failure(pdf, "wrong_password", { password: "naive" });
    const statement = await readStatement(pdf, { password: "naïve Straße 7" });
    assert.equal(statement.status, "reconciled");
  });
}

test("encryption that is not the standard kind is named as such", async () => {
  const { pdf } = await renderStatement({ ...spec, password: "x", encryption: "rc4" });
  const text = Buffer.from(pdf).toString("latin1").replace("/Filter /Standard", "/Filter /Strangeer");
  await failure(Buffer.from(text.replace("/Strangeer", "/Strangee"), "latin1"), "unsupported_encryption", {
    password: "x",
  });
});

test("what is no PDF is known by its content", async () => {
  await failure(new TextEncoder().encode("Dear customer,\nthere is nothing to see.\n"), "not_a_pdf");
  await failure(new Uint8Array(), "not_a_pdf");
});

test("a file cut in half is damaged", async () => {
  const { pdf } = await renderStatement(spec);
  await failure(damaged(pdf), "damaged");
});

test("a scan has no text", async () => {
  await failure(await pictureWithoutText(), "scanned_without_text");
});

test("text without rows is no statement", async () => {
  const letter = await drawPages([
    [{ x: 60, y: 80, text: "Dear customer, on 3 June 2024 our fees change to 2.50 EUR." }],
  ]);
  await failure(letter, "no_statement_found");
});

test("limits of size and pages", async () => {
  const large = new Uint8Array(maxFileBytes + 1);
  large.set(new TextEncoder().encode("%PDF-1.7\n"));
  await failure(large, "too_large");
  await failure(await drawPages(Array.from({ length: maxPages + 1 }, () => [])), "too_many_pages");
});

test("the bytes that are handed in are not changed", async () => {
  const { pdf } = await renderStatement(spec);
  const before = pdf.slice();
  await readStatement(pdf);
  assert.deepEqual(pdf, before);
});
