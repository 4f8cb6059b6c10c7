import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { testFiles } from "../../run-tests.ts";
import { changedFiles } from "./changed-files.ts";
import { whyTest } from "./why-test.ts";

const home = mkdtempSync(join(tmpdir(), "finflow-need-"));
after(() => rmSync(home, { recursive: true, force: true }));

/** Nothing of whoever runs the tests: not their settings, nor the repository that a hook may be in. */
const env = { PATH: process.env.PATH, HOME: home, GIT_CONFIG_NOSYSTEM: "1" };
function git(folder: string, ...args: string[]): void {
  const who = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"];
  execFileSync("git", [...who, ...args], { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"] });
}

function commit(folder: string, file: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), String(Math.random()));
  git(folder, "add", "-A");
  git(folder, "commit", "-qm", file);
}

let clones = 0;
/** A repository with two commits, and a clone of it. */
function repository(...options: string[]): { origin: string; clone: string } {
  clones += 1;
  const origin = join(home, `origin-${clones}`);
  mkdirSync(origin);
  git(origin, "init", "-q");
  commit(origin, "README.md");
  commit(origin, "k8s/base/edge/workload.yaml");
  const clone = join(home, `clone-${clones}`);
  git(home, "clone", "-q", ...options, `file://${origin}`, clone);
  return { origin, clone };
}

test("what is committed since, changed and new counts", async () => {
  const { clone } = repository();
  commit(clone, "docs/a.md");
  commit(clone, "solo/b.ts");
  writeFileSync(join(clone, "README.md"), "changed");
  writeFileSync(join(clone, "new.ts"), "");
  assert.deepEqual(await changedFiles(clone), { files: ["README.md", "docs/a.md", "new.ts", "solo/b.ts"] });
});

test("what landed is compared with what had landed before", async () => {
  const { origin, clone } = repository();
  commit(origin, "istio/door.yaml");
  commit(origin, "README.md");
  git(clone, "pull", "-q");
  assert.deepEqual(await changedFiles(clone), { files: ["README.md", "istio/door.yaml"] });
});

for (const [what, folder] of [
  ["a clone that was never behind", () => repository().clone],
  ["a shallow clone", () => repository("--depth=1").clone],
  ["a checkout without a remote", () => repository().origin],
  ["a folder without git", () => mkdtempSync(join(home, "no-git-"))],
] as const)
  test(`${what} cannot say, and then everything is tested`, async () => {
    const changed = await changedFiles(folder());
    assert.ok("unknown" in changed, JSON.stringify(changed));
    assert.ok(whyTest(changed));
  });

test("what is deployed is tested when it, its contracts, its processes' interfaces or its tests change", () => {
  for (const file of [
    ...["k8s/base/edge/workload.yaml", "istio/door.yaml", "proto/finflow/auth/v1/auth.proto", "Dockerfile"],
    ...["tools/test-k8s.ts", "tools/test-k8s/rules/life.ts", "tools/istio-rules/mesh.ts", ".ci/deploy"],
    ...["services/upload/src/environment.ts", "edge/src/main.ts", "packages/service-host/src/variables.ts"],
    ...["services/upload/src/work/job-gauge.ts", "docs/operations.md", "package-lock.json"],
    "solo/test/end-to-end/sessions.ts",
  ])
    assert.match(whyTest({ files: ["README.md", file] }) ?? "", /changed$/, file);
});

test("it is not when only other things change", () => {
  const files = [
    "README.md",
    "docs/mesh.md",
    "packages/statements/src/layout/columns.ts",
    "edge/web/src/app.tsx",
  ];
  assert.equal(whyTest({ files }), undefined);
});

test("every file of those tests counts", () => {
  const forgotten = testFiles("k8s").filter((file) => whyTest({ files: [file] }) === undefined);
  assert.deepEqual(forgotten, []);
});
