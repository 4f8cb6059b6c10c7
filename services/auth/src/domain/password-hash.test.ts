import assert from "node:assert/strict";
import { test } from "node:test";
import { formatPasswordHash, isOutdated, parsePasswordHash } from "./password-hash.ts";

const costs = { memory: 65_536, passes: 3, parallelism: 4 };
const hash = { ...costs, salt: Buffer.alloc(16, 1), hash: Buffer.alloc(32, 2) };

test("a hash is kept in the PHC string format", () => {
  const phc = formatPasswordHash(hash);
  assert.equal(
    phc,
    "$argon2id$v=19$m=65536,t=3,p=4$AQEBAQEBAQEBAQEBAQEBAQ$AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI",
  );
  assert.deepEqual(parsePasswordHash(phc), hash);
});

test("other costs make it outdated", () => {
  const phc = formatPasswordHash(hash);
  assert.equal(isOutdated(phc, costs), false);
  for (const change of [{ memory: 19_456 }, { passes: 2 }, { parallelism: 1 }]) {
    assert.equal(isOutdated(phc, { ...costs, ...change }), true);
  }
});

test("what is no such hash is named by nothing of it", () => {
  for (const text of ["", "secret", "$argon2i$v=19$m=1,t=1,p=1$AQ$AQ", "$2b$12$abcdefghijklmnopqrstuv"]) {
    assert.throws(
      () => parsePasswordHash(text),
      (error: Error) => text === "" || !error.message.includes(text),
    );
  }
});
