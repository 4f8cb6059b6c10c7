import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { readConfig } from "@finflow/service-host/config";
import { authConfig, authDefaults, authVariables } from "./config.ts";

const keys = [{ id: "1", key: randomBytes(32) }] as const;

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
