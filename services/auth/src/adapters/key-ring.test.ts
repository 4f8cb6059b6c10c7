import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { createKeyRing } from "./key-ring.ts";

const [one, two] = ["one", "two"].map((id) => ({ id, key: randomBytes(32) })) as [
  { id: string; key: Buffer },
  { id: string; key: Buffer },
];
const plain = Buffer.from("a private key");

test("what is sealed opens under the key it names and in its own place only", () => {
  const ring = createKeyRing([one]);
  const sealed = ring.seal(plain, "here");
  assert.equal(sealed.keyId, "one");
  assert.deepEqual(createKeyRing([two, one]).open(sealed, "here"), plain);
  assert.notDeepEqual(ring.seal(plain, "here").sealed, sealed.sealed);
  assert.throws(() => ring.open(sealed, "there"), /authenticate/);
  assert.throws(() => createKeyRing([two]).open(sealed, "here"), /"one" is not configured/);
  for (let i = 0; i < sealed.sealed.length; i += 1) {
    const bent = Buffer.from(sealed.sealed);
    bent[i] = (bent[i] ?? 0) ^ 1;
    assert.throws(() => ring.open({ ...sealed, sealed: bent }, "here"));
  }
});

test("a MAC belongs to its key, its purpose and the borders of its parts", () => {
  const ring = createKeyRing([two, one]);
  const macs = [
    ring.mac("a", "one", "x", "yz"),
    ring.mac("a", "one", "xy", "z"),
    ring.mac("b", "one", "x", "yz"),
    ring.mac("a", "two", "x", "yz"),
  ].map((mac) => mac.toString("hex"));
  assert.equal(new Set(macs).size, 4);
  assert.deepEqual(
    ring.macs("a", "x", "yz").map((mac) => mac.toString("hex")),
    [macs[3], macs[0]],
  );
  assert.throws(() => ring.mac("a", "three", "x"), /"three" is not configured/);
});
