import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { render } from "../test-k8s/manifests.ts";
import { kubectlProgram } from "../test-k8s/programs/kubectl.ts";
import { orSkip } from "../test-k8s/programs/or-skip.ts";
import { releaseOf } from "./release.ts";

const image = (name: string) => `registry.example/finflow-${name}@sha256:${"ab".repeat(32)}`;
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "finflow-deploy-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs deploy.ts with a kubectl that renders as the real one does and notes everything else instead of doing it. */
async function deploy(real: string, pushed: string[], flags: string[], fails = "nothing") {
  const log = join(folder, "log");
  for (const name of pushed) await writeFile(join(folder, name), `${image(name)}\n`);
  const script = `#!/bin/sh
case "$1" in kustomize) exec "${real}" "$@";; esac
echo "$@" >> "${log}"
case "$1" in apply) cat >> "${log}.applied";; esac
case "$*" in *"${fails}"*) exit 1;; esac
`;
  await writeFile(join(folder, "kubectl"), script, { mode: 0o755 });
  const program = join(import.meta.dirname, "deploy.ts");
  const environment = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  const ended = spawnSync(process.execPath, [program, "production", folder, ...flags], {
    env: environment,
    encoding: "utf8",
  });
  const said = await readFile(log, "utf8").catch(() => "");
  const applied = await readFile(`${log}.applied`, "utf8").catch(() => "");
  const steps = said
    .trim()
    .split("\n")
    .map((line) => line.replace(/ --(?!namespace)\S+| --namespace finflow/g, ""));
  return { code: ended.status, complained: ended.stderr, steps, applied };
}

test("settings, then the migration to its end, then pods that are waited for; by digest", async (t) => {
  const real = await orSkip(t, kubectlProgram);
  if (!real) return;
  const { code, complained, steps, applied } = await deploy(real, ["auth"], []);
  assert.equal(code, 0, complained);
  assert.deepEqual(steps, [
    "apply",
    "delete job auth-migrate",
    "apply",
    "wait job/auth-migrate",
    "get job/auth-migrate",
    "wait job/auth-migrate",
    "apply",
    "rollout status deployment/auth",
  ]);
  assert.equal(applied.split(`"image":"${image("auth")}"`).length - 1, 2, "the Job's and the Deployment's");
});

test("upload goes with its worker; the platform goes first, where it is asked for", async (t) => {
  const real = await orSkip(t, kubectlProgram);
  if (!real) return;
  const { steps } = await deploy(real, ["upload"], ["--platform"]);
  assert.deepEqual(
    steps.filter((step) => step.startsWith("rollout")),
    ["rollout status deployment/upload", "rollout status deployment/upload-worker"],
  );
  assert.deepEqual(steps.slice(0, 4), ["apply", "apply", "apply", "delete job upload-migrate"]);
});

test("pods that do not come up are taken back; a migration that fails leaves the pods alone", async (t) => {
  const real = await orSkip(t, kubectlProgram);
  if (!real) return;
  const down = await deploy(real, ["edge"], [], "rollout status");
  assert.equal(down.code, 1);
  assert.match(down.complained, /edge did not come up/);
  assert.equal(down.steps.at(-1), "rollout undo deployment/edge");
  await rm(join(folder, "edge"));
  await rm(join(folder, "log"));
  const early = await deploy(real, ["auth"], [], "wait --for");
  assert.equal(early.code, 1);
  assert.deepEqual(early.steps, ["apply", "delete job auth-migrate", "apply", "wait job/auth-migrate"]);
});

test("what was not pushed, or has no digest, is not deployed", async (t) => {
  if (!(await orSkip(t, kubectlProgram))) return;
  const manifests = await render("k8s/overlays/production/auth");
  assert.throws(() => releaseOf(manifests, {}), /finflow-auth, which was not pushed/);
  assert.throws(
    () => releaseOf(manifests, { "finflow-auth": "registry.example/auth:latest" }),
    /by a digest/,
  );
});
