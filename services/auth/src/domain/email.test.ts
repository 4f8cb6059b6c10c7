import assert from "node:assert/strict";
import { test } from "node:test";
import { normaliseEmail } from "./email.ts";

test("an address has one spelling", () => {
  assert.equal(normaliseEmail(" Ada.Lovelace@Example.ORG\n"), "ada.lovelace@example.org");
  assert.equal(normaliseEmail("jose\u0301@example.org"), "jos\u00e9@example.org");
  assert.equal(normaliseEmail("a+tag@b"), "a+tag@b");
});

test("what cannot be an address is refused", () => {
  for (const written of [
    "",
    "@",
    "a@",
    "@b",
    "a b@c",
    "a@b@c",
    "a@b\u0000",
    `${"a".repeat(65)}@b`,
    `a@${"b".repeat(253)}`,
  ]) {
    assert.throws(
      () => normaliseEmail(written),
      { reason: "email_invalid", details: { field: "email" } },
      written,
    );
  }
});
