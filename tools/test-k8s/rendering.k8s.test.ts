import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { deployables, environments, type Manifest, parseManifests, render, root } from "./manifests.ts";
import { kubectl, kubectlProgram } from "./programs/kubectl.ts";
import { orSkip } from "./programs/or-skip.ts";

const services = ["analytics", "auth", "chatbot", "edge", "upload", "upload-worker"];
const clusterWide = ["Namespace"];

const idOf = ({ kind, metadata }: Manifest) => `${kind}/${metadata.namespace ?? ""}/${metadata.name}`;

for (const environment of environments) {
  test(`${environment}: every service is there once, in the namespace`, async (t) => {
    if (!(await orSkip(t, kubectlProgram))) return;
    const all = await render(`k8s/overlays/${environment}`);
    const ids = all.map(idOf);
    assert.equal(new Set(ids).size, ids.length);
    const deployments = all.filter(({ kind }) => kind === "Deployment").map(({ metadata }) => metadata.name);
    assert.deepEqual(deployments.toSorted(), services);
    const elsewhere = all.filter(
      ({ kind, metadata }) => !clusterWide.includes(kind) && metadata.namespace !== "finflow",
    );
    assert.deepEqual(elsewhere.map(idOf), []);
  });

  test(`${environment}: what is deployed alone is what the whole has`, async (t) => {
    if (!(await orSkip(t, kubectlProgram))) return;
    const [whole, ...parts] = deployables().filter((path) => path.startsWith(`k8s/overlays/${environment}`));
    const together = (await render(whole!)).map((object) => JSON.stringify(object)).toSorted();
    const apart = (await Promise.all(parts.map(render))).flat().map((object) => JSON.stringify(object));
    assert.deepEqual(apart.toSorted(), together);
  });
}

test("stores in the cluster are reached by the same processes at the same ports as those outside", async (t) => {
  if (!(await orSkip(t, kubectlProgram))) return;
  const folder = await mkdtemp(join(root, ".cache/rendering-"));
  const waysBy = async (component: string) => {
    const settings = { kind: "Kustomization", components: [`../../k8s/components/${component}`] };
    await writeFile(join(folder, "kustomization.yaml"), JSON.stringify(settings));
    const policies = parseManifests(await kubectl("kustomize", folder));
    // Kafka's other ports are those of listeners that a cluster's own does not have.
    const theirs = ({ port }: { port: number }) => ![9094, 9096].includes(port);
    return policies.map(({ metadata, spec }) => [
      metadata.name,
      spec.podSelector,
      spec.egress[0].ports.filter(theirs),
    ]);
  };
  try {
    assert.deepEqual(await waysBy("stores-in-cluster"), await waysBy("managed-stores"));
  } finally {
    await rm(folder, { recursive: true });
  }
});
