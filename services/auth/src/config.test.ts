import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { readConfig } from "@finflow/service-host/config";
import { z } from "zod";
import { authConfig, authDefaults, authVariables, keyEncryptionKeysVariable } from "./config.ts";

const [one, two] = [randomBytes(32), randomBytes(32)];
const keys = [{ id: "1", key: one }] as const;

test("without variables the defaults hold", () => {
  assert.deepEqual(authConfig(readConfig(authVariables, {}), keys), {
    ...authDefaults,
    keyEncryptionKeys: keys,
  });
});

test("variables change them, and what is dangerous is refused by name", () => {
  const chosen = readConfig(authVariables, {
    PASSWORD_MIN_LENGTH: "15",
    SIGNING_KEY_DAYS: "7",
    ARGON2_AT_ONCE: "4",
  });
  const config = authConfig(chosen, keys);
  assert.deepEqual(
    [config.passwordMinLength, config.keyRotationMs, config.argon2.running],
    [15, 604_800_000, 4],
  );
  const bad = { PASSWORD_MIN_LENGTH: "7", ARGON2_MEMORY_KIB: "1024", ARGON2_PASSES: "many" };
  assert.throws(
    () => readConfig(authVariables, bad),
    (error: { variables?: string[] }) =>
      assert.deepEqual(error.variables?.sort(), Object.keys(bad).sort()) ?? true,
  );
});

test("keys are read from one variable, the current one first, and never quoted", () => {
  const schema = z.object({ KEYS: keyEncryptionKeysVariable });
  const text = `new:${two.toString("base64")}, old:${one.toString("base64")}`;
  assert.deepEqual(readConfig(schema, { KEYS: text }).KEYS, [
    { id: "new", key: two },
    { id: "old", key: one },
  ]);
  for (const bad of [
    "",
    "x",
    one.toString("base64"),
    `1:${one.toString("hex")}`,
    `1:${one.toString("base64")},`,
  ]) {
    assert.throws(
      () => readConfig(schema, { KEYS: bad }),
      (error: Error) => error.message.includes("KEYS") && (bad.length < 3 || !error.message.includes(bad)),
    );
  }
});
