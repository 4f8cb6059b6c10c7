import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { loadSigningKey } from "./signing-key.ts";

const folder = mkdtempSync(join(tmpdir(), "finflow-signing-key-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("a key is made once, for its owner only, however many ask at once", async () => {
  const path = join(folder, "made");
  const keys = await Promise.all(Array.from({ length: 8 }, () => loadSigningKey(path)));
  assert.equal(new Set(keys.map((key) => Buffer.from(key).toString("hex"))).size, 1);
  assert.equal(keys[0]!.length, 32);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.deepEqual(await loadSigningKey(path), keys[0]);
  assert.deepEqual(readdirSync(folder), ["made"]);
});

test("a key that others may read, or that is none, is refused", async () => {
  const open = join(folder, "open");
  writeFileSync(open, Buffer.alloc(32));
  chmodSync(open, 0o644);
  await assert.rejects(loadSigningKey(open), /chmod 600/);
  const short = join(folder, "short");
  writeFileSync(short, "short", { mode: 0o600 });
  await assert.rejects(loadSigningKey(short), /32 bytes/);
});

test("a folder that is missing is an error that names it", async () => {
  await assert.rejects(loadSigningKey(join(folder, "none/key")), /ENOENT.*none/);
});
