import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { dataFolderVersion, openDataFolder } from "./data-folder.ts";
import { keptKey, keptOrMade, keptSecret } from "./kept-secret.ts";

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "finflow-solo-"));
});
afterEach(() => rm(parent, { recursive: true }));

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

describe("the data folder", () => {
  test("is closed to others, and closed again if somebody opened it", async () => {
    const path = join(parent, "deep", "data");
    const folder = await openDataFolder(path);
    const outer = process.getuid?.() === 0 ? "711" : "700";
    assert.equal(await modeOf(path), outer);
    for (const inner of [folder.keys, folder.objects, folder.logs]) assert.equal(await modeOf(inner), "700");
    await chmod(folder.keys, 0o755);
    await openDataFolder(path);
    assert.equal(await modeOf(folder.keys), "700");
  });

  test("of a newer Finflow is refused and left alone", async () => {
    await openDataFolder(parent);
    await writeFile(join(parent, "version"), `${dataFolderVersion + 1}\n`);
    await rm(join(parent, "logs"), { recursive: true });
    await assert.rejects(openDataFolder(parent), { reason: "data_folder_too_new" });
    assert.equal((await readdir(parent)).includes("logs"), false);
  });

  test("is never somebody else's folder", async () => {
    await writeFile(join(parent, "thesis.txt"), "precious");
    const before = await modeOf(parent);
    await assert.rejects(openDataFolder(parent), { reason: "data_folder_foreign" });
    assert.equal(await modeOf(parent), before);
    assert.deepEqual(await readdir(parent), ["thesis.txt"]);
  });

  test("that cannot be one names the variable", async () => {
    await writeFile(join(parent, "file"), "");
    await assert.rejects(openDataFolder(join(parent, "file")), {
      reason: "data_folder_unusable",
      message: /FINFLOW_DATA/,
    });
  });

  test("may be opened by two at once", async () => {
    const path = join(parent, "data");
    await mkdir(path);
    await Promise.all([openDataFolder(path), openDataFolder(path)]);
    assert.equal(await readFile(join(path, "version"), "utf8"), `${dataFolderVersion}\n`);
  });
});

describe("a kept secret", () => {
  test("stays, is for the owner's eyes, and is the same for two that make it at once", async () => {
    const path = join(parent, "secret");
    const both = await Promise.all([keptSecret(path), keptSecret(path)]);
    assert.equal(both[0], both[1]);
    assert.match(both[0], /^[\w-]{43}$/);
    assert.equal(await keptSecret(path), both[0]);
    assert.equal(await modeOf(path), "600");
    assert.deepEqual(await readdir(parent), ["secret"]);
    assert.equal((await keptKey(path)).length, 32);
  });

  test("a key that was cut short is an error, not a weak key", async () => {
    const path = join(parent, "key");
    await keptOrMade(path, () => "c2hvcnQ");
    await assert.rejects(keptKey(path), /32 bytes/);
  });
});
