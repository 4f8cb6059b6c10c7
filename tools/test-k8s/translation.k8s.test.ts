import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { renderText, root } from "./manifests.ts";
import { translationTests } from "./programs/istio.ts";
import { kubectlProgram } from "./programs/kubectl.ts";
import { orSkip } from "./programs/or-skip.ts";

const installed = join(root, "istio/install/istiod.yaml");

test("production: what Envoys are told is what the rules mean, and mistakes are noticed", async (t) => {
  if (!(await orSkip(t, kubectlProgram))) return;
  const program = await orSkip(t, translationTests);
  if (!program) return;
  const folder = await mkdtemp(join(tmpdir(), "translation-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const manifests = join(folder, "production.yaml");
  const besideGateway = await readFile(join(root, "istio/install/beside-gateway.yaml"), "utf8");
  await writeFile(manifests, `${await renderText("k8s/overlays/production")}\n---\n${besideGateway}`);
  const { pilot } = parse(await readFile(installed, "utf8")) as { pilot: { env: Record<string, string> } };
  const child = spawn(program, ["-test.v"], {
    cwd: folder,
    env: {
      ...process.env,
      ...pilot.env,
      FINFLOW_MANIFESTS: manifests,
      FINFLOW_ISTIOD_VALUES: installed,
      FINFLOW_DESCRIPTORS: join(root, "gen/descriptors.binpb"),
    },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(String(chunk)));
  const [code] = (await once(child, "close")) as [number | null];
  const lines = said.join("").split("\n");
  const verdicts = lines.filter((line) => /^\s*--- (PASS|FAIL|SKIP): /.test(line));
  t.diagnostic(`${verdicts.length} verdicts of Go's tests`);
  assert.equal(code, 0, lines.filter((line) => /^\s*(---|panic|\w+_test\.go:)/.test(line)).join("\n"));
  assert.deepEqual(
    verdicts.filter((line) => !line.includes("--- PASS")),
    [],
  );
  // Tests that vanish would pass as well.
  assert.ok(verdicts.length > 60, `${verdicts.length} verdicts`);
});
