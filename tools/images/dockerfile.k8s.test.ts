import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { orSkip } from "../test-k8s/programs/or-skip.ts";
import { hadolintProgram } from "./hadolint.ts";

test("hadolint has nothing to say about the Dockerfile, and does about mistakes in it", async (t) => {
  const program = await orSkip(t, hadolintProgram);
  if (!program) return;
  const lint = (input: string) => spawnSync(program, ["--no-color", "-"], { input, encoding: "utf8" });
  const dockerfile = readFileSync(join(import.meta.dirname, "../../Dockerfile"), "utf8");
  const { status, stdout } = lint(dockerfile);
  assert.deepEqual([status, stdout], [0, ""]);
  assert.match(lint(`${dockerfile}USER root\n`).stdout, /DL3002/, "root at the end");
  assert.match(lint(dockerfile.replace("WORKDIR /app", "WORKDIR app")).stdout, /DL3000/, "a relative folder");
  assert.match(lint(dockerfile.replaceAll("# hadolint ignore=DL3008\n", "")).stdout, /DL3008/);
});
