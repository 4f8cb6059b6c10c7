import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { promisify } from "node:util";
import { environments, renderText, root } from "./manifests.ts";
import { istioctlProgram } from "./programs/istio.ts";
import { kubectlProgram } from "./programs/kubectl.ts";
import { orSkip } from "./programs/or-skip.ts";

const run = promisify(execFile);

/** What `istioctl validate` has against a text; empty when nothing. */
async function objections(istioctl: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "istio-rules-"));
  try {
    const file = join(folder, "rules.yaml");
    await writeFile(file, text);
    await run(istioctl, ["validate", "-f", file]);
    return "";
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    // Anything but a verdict is an error of ours.
    if (code !== 1 || !stderr?.includes("Error")) throw error;
    return stderr;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function programs(t: TestContext): Promise<string | undefined> {
  return (await orSkip(t, kubectlProgram)) && (await orSkip(t, istioctlProgram));
}

for (const environment of environments) {
  test(`${environment}: Istio has nothing against its rules`, async (t) => {
    const istioctl = await programs(t);
    if (!istioctl) return;
    const text = await renderText(`k8s/overlays/${environment}`);
    assert.match(text, /kind: PeerAuthentication/);
    assert.equal(await objections(istioctl, text), "");
  });
}

test("Istio has nothing against what stands beside the gateway", async (t) => {
  const istioctl = await programs(t);
  if (!istioctl) return;
  const text = await readFile(join(root, "istio/install/beside-gateway.yaml"), "utf8");
  assert.equal(await objections(istioctl, text), "");
});

const mistakes: readonly (readonly [what: string, find: RegExp, put: string, said: RegExp])[] = [
  ["a field that there is not", /maxEjectionPercent: 50/, "maxEjectedPercent: 50", /unknown field/],
  ["a mode that there is not", /mode: STRICT/, "mode: STRICTEST", /STRICTEST/],
  ["a share above all", /maxEjectionPercent: 50/, "maxEjectionPercent: 150", /percent/],
  ["a timeout of zero", /timeout: 60s/, "timeout: 0s", /duration/],
  ["a reason to retry that there is not", /retryOn: connect-failure,/, "retryOn: connect-failed,", /retry/],
  ["keys at no address", /jwksUri: \S+/, "jwksUri: auth", /URI|scheme/i],
];

test("Istio's validation notices mistakes", async (t) => {
  const istioctl = await programs(t);
  if (!istioctl) return;
  const text = await renderText("k8s/overlays/production/mesh");
  for (const [what, find, put, said] of mistakes) {
    const wrong = text.replace(find, put);
    assert.notEqual(wrong, text, what);
    assert.match(await objections(istioctl, wrong), said, what);
  }
});
