import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { accessSync, constants, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { goProgram } from "../test-k8s/programs/go-program.ts";
import { orSkip } from "../test-k8s/programs/or-skip.ts";

const root = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const workflows = globSync(".github/workflows/*.yml", { cwd: root });

const actionlint = () =>
  goProgram({
    name: "actionlint",
    package: "github.com/rhysd/actionlint/cmd/actionlint",
    version: "v1.7.12",
    variable: "FINFLOW_ACTIONLINT",
  });

test("actionlint has nothing to say about the workflows, and does about a mistake in each", async (t) => {
  const program = await orSkip(t, actionlint);
  if (!program) return;
  const lint = (text: string) =>
    spawnSync(program, ["-no-color", "-shellcheck=", "-"], { cwd: root, input: text, encoding: "utf8" });
  assert.ok(workflows.length >= 2);
  for (const workflow of workflows) {
    const text = read(workflow);
    const { status, stdout } = lint(text);
    assert.deepEqual([status, stdout], [0, ""], workflow);
    assert.match(lint(text.replace("runs-on:", "run-on:")).stdout, /run-on/, workflow);
  }
  assert.match(
    lint(read(".github/workflows/deliver.yml").replace("needs.plan.outputs", "needs.plans.outputs")).stdout,
    /plans/,
  );
});

test("every action is at an exact version, and none but GitHub's own is used", () => {
  for (const workflow of workflows) {
    for (const [, action] of read(workflow).matchAll(/uses: (\S+)/g)) {
      assert.match(action!, /^(\.\/|actions\/[a-z-]+@(v\d+\.\d+\.\d+|[0-9a-f]{40})$)/, workflow);
    }
  }
});

test("GitHub and Jenkins call the same scripts, which are there and are shell", () => {
  const scriptsOf = (text: string) => [...new Set(text.match(/\.ci\/[a-z-]+/g))].toSorted();
  const github = scriptsOf(workflows.map(read).join("\n"));
  const jenkins = scriptsOf(read("Jenkinsfile").replace(/^\/\/.*$/gm, ""));
  assert.deepEqual(jenkins, github);
  assert.deepEqual(github, [
    ".ci/deploy",
    ".ci/image",
    ".ci/plan",
    ".ci/run",
    ".ci/sonar",
    ".ci/supply-chain",
  ]);
  for (const script of globSync(".ci/*", { cwd: root })) {
    accessSync(join(root, script), constants.X_OK);
    const { status, stderr } = spawnSync("sh", ["-n", join(root, script)], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
  }
});

test("the quality gate is waited for, and is what it should be", () => {
  const properties = read("sonar-project.properties");
  assert.match(properties, /^sonar\.qualitygate\.wait=true$/m);
  assert.match(properties, /^sonar\.javascript\.lcov\.reportPaths=coverage\/lcov\.info$/m);
  const folders = /^sonar\.sources=(.*)$/m.exec(properties)![1]!.split(",");
  for (const folder of folders) assert.ok(globSync(`${folder}/**/*.ts`, { cwd: root }).length > 0, folder);
  for (const condition of ['"coverage LT 80"', '"duplicated_lines_density GT 3"']) {
    assert.ok(read(".ci/sonar").includes(condition), condition);
  }
});
