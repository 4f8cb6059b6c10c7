import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { test } from "node:test";
import { ObjectError } from "./object-store.ts";
import { SignedPutError, type SignedPutErrorReason, signPut, verifySignedPut } from "./signed-put.ts";

const signingKey = randomBytes(32);
const key: string = randomUUID();
const expiresAt = new Date("2025-06-01T12:00:00Z");
const request = { key, sizeBytes: 1234, sha256: "ab".repeat(32), expiresAt };
const before = new Date("2025-06-01T11:59:59Z");

const parts = (url: string) => {
  const { pathname, searchParams } = new URL(url, "http://host");
  return { key: pathname.split("/").at(-1)!, query: searchParams };
};
const refused = (query: URLSearchParams, reason: SignedPutErrorReason, { now = before, id = key } = {}) =>
  assert.throws(
    () => verifySignedPut(signingKey, id, query, now),
    (error) => error instanceof SignedPutError && error.reason === reason,
  );

test("an address says what was signed, relative to edge", () => {
  const url = signPut(signingKey, request);
  assert.match(
    url,
    new RegExp(`^/upload/content/${key}\\?expires=\\d+&sizeBytes=1234&sha256=[ab]{64}&signature=[\\w-]{43}$`),
  );
  const { query } = parts(url);
  assert.deepEqual(verifySignedPut(signingKey, key, query, before), {
    key,
    expected: { sizeBytes: 1234, sha256: request.sha256 },
    expiresAt,
  });
});

test("it is over at its second, and not before", () => {
  const { query } = parts(signPut(signingKey, request));
  refused(query, "expired", { now: expiresAt });
  refused(query, "expired", { now: new Date("2030-01-01") });
  assert.ok(verifySignedPut(signingKey, key, query, new Date(expiresAt.getTime() - 1)));
});

test("any part that is changed, missing or given twice breaks the signature", () => {
  const { query } = parts(signPut(signingKey, request));
  for (const name of ["expires", "sizeBytes", "sha256", "signature"]) {
    const changed = new URLSearchParams(query);
    changed.set(
      name,
      query.get(name)!.replace(/^./, (first) => (first === "9" ? "8" : "9")),
    );
    refused(changed, "bad_signature");
    const missing = new URLSearchParams(query);
    missing.delete(name);
    refused(missing, "bad_signature");
    const twice = new URLSearchParams(query);
    twice.append(name, query.get(name)!);
    refused(twice, "bad_signature");
  }
  refused(query, "bad_signature", { id: randomUUID() });
  refused(query, "bad_signature", { id: key.toUpperCase() });
  refused(query, "bad_signature", { id: `../${key}` });
  refused(new URLSearchParams(), "bad_signature");
});

test("the same number written otherwise is another address", () => {
  const { query } = parts(signPut(signingKey, request));
  for (const other of ["01234", "1234.0", "+1234", " 1234", "1234\n"]) {
    const changed = new URLSearchParams(query);
    changed.set("sizeBytes", other);
    refused(changed, "bad_signature");
  }
});

test("an expired address with a wrong signature is only wrong", () => {
  const { query } = parts(signPut(randomBytes(32), request));
  refused(query, "bad_signature", { now: new Date("2030-01-01") });
});

test("only a document's id is signed", () => {
  assert.throws(
    () => signPut(signingKey, { ...request, key: "../x" }),
    (error) => error instanceof ObjectError && error.reason === "invalid_key",
  );
});
