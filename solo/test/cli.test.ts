import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { migrationsFolder } from "@finflow/auth/service";
import { migrate } from "@finflow/postgres/migrate";
import { createLogger } from "@finflow/telemetry/logger";
import { openDataFolder } from "../src/data-folder.ts";
import { type Databases, openDatabases } from "../src/databases.ts";

describe("npx finflow", () => {
  let folder: string;
  let databases: Databases | undefined;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "finflow-cli-"));
    await chmod(folder, 0o711);
  });
  after(async () => {
    await databases?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const finflow = async (args: string[], data = join(folder, "data")) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "../bin/finflow.js"), ...args], {
      env: { ...process.env, FINFLOW_DATA: data, FINFLOW_SKIP_INSTALL: "1" },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        said += chunk;
      });
    }
    child.stdin.end();
    const [code] = await once(child, "close");
    return { code, said };
  };

  test("says how it is used, and where there is nothing to do", async () => {
    assert.deepEqual((await finflow(["--help"])).code, 0);
    for (const wrong of [
      [],
      ["reset-password"],
      ["reset-password", "a@b.example", "more"],
      ["remove"],
      ["rebuild", "all"],
    ]) {
      const { code, said } = await finflow(wrong);
      assert.equal(code, 64);
      assert.match(said, /^usage: npx finflow reset-password EMAIL/);
    }
    const { code, said } = await finflow(["reset-password", "a@b.example"], join(folder, "nothing"));
    assert.equal(code, 1);
    assert.match(said, /there is no Finflow data in .*nothing/);
    assert.deepEqual(await readdir(folder), [], "it made nothing");
  });

  test("reaches the database while Finflow runs and while it does not", async () => {
    const data = await openDataFolder(join(folder, "data"));
    const options = {
      folder: data,
      logger: createLogger({ service: "test", level: "silent" }),
      onOutage: () => {},
    };
    databases = await openDatabases(options);
    const pool = databases.pool("finflow_auth", 4);
    await migrate(pool, migrationsFolder);
    const unknown = await finflow(["reset-password", "nobody@example.com"]);
    assert.deepEqual(unknown, { code: 1, said: "no account has this e-mail\n" });
    const malformed = await finflow(["reset-password", "nobody"]);
    assert.deepEqual(malformed, { code: 1, said: "not done: email invalid\n" });
    await databases.stop();
    databases = undefined;
    assert.deepEqual(await finflow(["reset-password", "nobody@example.com"]), unknown);
  });
});
