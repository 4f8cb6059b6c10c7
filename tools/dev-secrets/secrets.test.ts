import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import {
  readCallersKeys,
  readSecretKeys,
  readServiceKey,
} from "../../packages/service-host/src/mounted-keys.ts";
import { devSecrets } from "./secrets.ts";

/** What is mounted of a Secret, as files. */
async function mounted<T>(name: string, read: (folder: string) => Promise<T>): Promise<T> {
  const secret = devSecrets().find(({ metadata }) => metadata.name === name);
  return asFiles(secret?.stringData ?? {}, read);
}

async function asFiles<T>(files: Record<string, string>, read: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "finflow-secrets-"));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await read(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("processes read the keys that are made for dev", async () => {
  for (const name of ["auth-encryption-keys", "upload-sealing-keys"]) {
    const keys = await mounted(name, (folder) => readSecretKeys("KEYS", join(folder, "keys")));
    assert.equal(keys.length, 1);
  }
});

test("a service's key and the public half that others have belong together", async () => {
  const secrets = devSecrets();
  const dataOf = (name: string) =>
    secrets.find(({ metadata }) => metadata.name === name)?.stringData ?? assert.fail(`no ${name}`);
  const callers = await asFiles(dataOf("service-public-keys"), (folder) => readCallersKeys("KEYS", folder));
  const text = Buffer.from("who calls");
  for (const name of ["analytics", "chatbot", "edge"]) {
    const own = await asFiles(dataOf(`${name}-service-key`), (folder) =>
      readServiceKey("KEY", join(folder, "private.pem")),
    );
    const signature = await crypto.subtle.sign("Ed25519", own, text);
    assert.ok(await crypto.subtle.verify("Ed25519", callers[name]!, signature, text), name);
  }
});

test("nothing that is made for dev is made twice", () => {
  const passwords = () => JSON.stringify(devSecrets().find(({ metadata }) => metadata.name === "postgres"));
  assert.notEqual(passwords(), passwords());
});
