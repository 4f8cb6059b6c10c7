import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "node:test";

const command = join(import.meta.dirname, "../../bin/finflow-statements.js");

/** A Node on this machine that cannot run the program itself. */
function olderNode(): string | undefined {
  const found = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "node"))
    .filter((path) => existsSync(path));
  return found.find((path) => {
    const major = Number(
      spawnSync(path, ["-p", "parseInt(process.versions.node)"], { encoding: "utf8" }).stdout,
    );
    return major >= 20 && major < 25;
  });
}

const node = olderNode();
const skip = node ? false : "LEFT OUT: no Node 20 to 24 on the PATH to start the command with";

test("an older Node hands over to the project's own, with arguments and exit code", { skip }, () => {
  const help = spawnSync(node!, [command, "--help"], { encoding: "utf8" });
  assert.deepEqual([help.status, help.stderr], [0, ""]);
  assert.match(help.stdout, /Exit codes/);

  const missing = spawnSync(node!, [command, "no such file.pdf"], { encoding: "utf8" });
  assert.deepEqual([missing.status, missing.stdout], [5, ""]);
  assert.match(missing.stderr, /no such file\.pdf: cannot be read \(ENOENT\)/);
});

test("a Node that cannot run it, with no other at hand, says what is needed", () => {
  const run = spawnSync(process.execPath, ["--no-strip-types", command], { encoding: "utf8" });
  assert.equal(run.status, 70);
  assert.match(run.stderr, /needs Node 26/);
});
