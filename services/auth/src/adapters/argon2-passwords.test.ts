import assert from "node:assert/strict";
import { test } from "node:test";
import { createPasswords } from "./argon2-passwords.ts";

// The reference implementation's own test of argon2id version 19 (phc-winner-argon2, test.c).
const reference = "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc";

test("a hash of another implementation is understood", async () => {
  const passwords = createPasswords({ memory: 64, passes: 1, parallelism: 1 }, { running: 1, waiting: 4 });
  assert.equal(await passwords.matches("password", reference), true);
  assert.equal(await passwords.matches("Password", reference), false);
  assert.equal(passwords.isOutdated(reference), true);
});

test("two hashes of one password are different, and both match", async () => {
  const passwords = createPasswords({ memory: 64, passes: 1, parallelism: 1 }, { running: 1, waiting: 4 });
  const [one, two] = await Promise.all([passwords.hash("a phrase"), passwords.hash("a phrase")]);
  assert.notEqual(one, two);
  assert.deepEqual(await Promise.all([one, two].map((each) => passwords.matches("a phrase", each))), [
    true,
    true,
  ]);
});
