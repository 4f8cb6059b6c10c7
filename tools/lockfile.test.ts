import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

type Locked = { version?: string; optionalDependencies?: Record<string, string> };

/**
 * A registry that lacks another platform's package makes npm leave it out of the lockfile, and then `npm ci`
 * refuses the lockfile on every machine.
 */
test("the lockfile has every platform's packages, also those that this platform never installs", async () => {
  const lockfile = JSON.parse(await readFile(join(import.meta.dirname, "../package-lock.json"), "utf8"));
  const packages = lockfile.packages as Record<string, Locked>;
  const missing: string[] = [];
  for (const [path, locked] of Object.entries(packages)) {
    for (const name of Object.keys(locked.optionalDependencies ?? {})) {
      if (!places(path, name).some((place) => packages[place]?.version))
        missing.push(`${name}, wanted by ${path}`);
    }
  }
  assert.deepEqual(missing, []);
});

/** Where Node looks for a dependency of the package at `path`: beside it, then further up. */
function places(path: string, name: string): string[] {
  const folders = path === "" ? [""] : [...path.split("/").keys(), path.split("/").length];
  return folders
    .map((count) => (typeof count === "number" ? path.split("/").slice(0, count).join("/") : ""))
    .map((folder) => (folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`));
}
