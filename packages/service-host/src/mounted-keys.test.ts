import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { exportServiceKeys, generateServiceKeys } from "@finflow/identity/service-keys";
import { readCallersKeys, readSecretKeys, readServiceKey } from "./mounted-keys.ts";

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "finflow-keys-"));
});
after(() => rm(folder, { recursive: true }));

async function fileOf(text: string): Promise<string> {
  const path = join(folder, `${randomBytes(4).toString("hex")}.txt`);
  await writeFile(path, text);
  return path;
}

test("secret keys: the current one first, by commas or lines", async () => {
  const [one, two] = [randomBytes(32), randomBytes(32)];
  const wanted = [
    { id: "new", key: two },
    { id: "old", key: one },
  ];
  for (const between of [",", ", ", "\n", "\n\n"]) {
    const text = `new:${two.toString("base64")}${between}old:${one.toString("base64")}\n`;
    assert.deepEqual(await readSecretKeys("KEYS_FILE", await fileOf(text)), wanted);
  }
});

test("what is no key is refused by the variable's name, and never quoted", async () => {
  const key = randomBytes(32);
  for (const bad of ["", "\n", "secret", key.toString("base64"), `1:${key.toString("hex")}`, "1:c2hvcnQ="]) {
    await assert.rejects(readSecretKeys("KEYS_FILE", await fileOf(bad)), (error: Error) => {
      assert.match(error.message, /KEYS_FILE/);
      assert.ok(bad.length < 3 || !error.message.includes(bad));
      return true;
    });
  }
  await assert.rejects(readSecretKeys("KEYS_FILE", join(folder, "absent")), /KEYS_FILE.*cannot be read/s);
});

test("a service's own key, and those of its callers by their files' names", async () => {
  const pair = await exportServiceKeys(await generateServiceKeys());
  await writeFile(join(folder, "edge.pem"), pair.publicKey);
  assert.equal((await readServiceKey("KEY_FILE", await fileOf(pair.privateKey))).type, "private");
  const callers = await readCallersKeys("KEYS_FOLDER", folder);
  assert.deepEqual(
    Object.entries(callers).map(([name, key]) => [name, key.type]),
    [["edge", "public"]],
  );
  await assert.rejects(readServiceKey("KEY_FILE", await fileOf(pair.publicKey)), /KEY_FILE/);
  await writeFile(join(folder, "analytics.pem"), pair.privateKey);
  await assert.rejects(readCallersKeys("KEYS_FOLDER", folder), /KEYS_FOLDER.*analytics\.pem/s);
});
