import assert from "node:assert/strict";
import { test } from "node:test";
import { deployables, environments, type Manifest, render } from "./manifests.ts";
import { kubectlProgram } from "./programs/kubectl.ts";
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
