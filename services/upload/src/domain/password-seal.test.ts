import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { test } from "node:test";
import { openPassword, type SealingKey, sealPassword } from "./password-seal.ts";

const key = (id: string): SealingKey => ({ id, key: randomBytes(32) });
const keys = { current: key("k2"), previous: key("k1") };
const documentId = randomUUID();

test("what was sealed opens, whatever it says", () => {
  for (const password of ["hunter2", "", "пароль 🔑", "nul\0nul", "x".repeat(256)]) {
    assert.equal(openPassword(keys, documentId, sealPassword(keys, documentId, password)), password);
  }
});

test("the same password is sealed otherwise each time", () => {
  const [one, other] = [sealPassword(keys, documentId, "same"), sealPassword(keys, documentId, "same")];
  assert.ok(!one.sealed.equals(other.sealed));
  assert.equal(one.keyId, "k2");
});

test("one sealed with the key before opens; with a key that is gone it does not", () => {
  const sealed = sealPassword({ current: keys.previous }, documentId, "older");
  assert.equal(openPassword(keys, documentId, sealed), "older");
  assert.throws(() => openPassword({ current: keys.current }, documentId, sealed), /k1, which is not held/);
});

test("another document's, a changed or a shortened one does not open", () => {
  const sealed = sealPassword(keys, documentId, "secret");
  assert.throws(() => openPassword(keys, randomUUID(), sealed));
  for (let at = 0; at < sealed.sealed.length; at++) {
    const changed = Buffer.from(sealed.sealed);
    changed[at]! ^= 1;
    assert.throws(() => openPassword(keys, documentId, { ...sealed, sealed: changed }));
    assert.throws(() => openPassword(keys, documentId, { ...sealed, sealed: sealed.sealed.subarray(0, at) }));
  }
});
