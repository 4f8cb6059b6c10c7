import assert from "node:assert/strict";
import { test } from "node:test";
import { stringify } from "yaml";
import { environments, type Manifest, parseManifests, renderText } from "./manifests.ts";
import { orSkip } from "./programs/or-skip.ts";
import { conformanceOf, conformanceTools } from "./schemas/kubeconform.ts";

for (const environment of environments) {
  test(`${environment} keeps the schemas of Kubernetes and of the operators`, async (t) => {
    const tools = await orSkip(t, conformanceTools);
    if (!tools) return;
    const rendered = await renderText(`k8s/overlays/${environment}`);
    const { valid, problems, unknown } = await conformanceOf(rendered, tools);
    assert.deepEqual({ problems, unknown }, { problems: [], unknown: [] });
    assert.equal(valid, parseManifests(rendered).length);
  });
}

/** Their operators' definitions cannot be had as versioned, checked packages. */
const unchecked = ["Cluster", "Database", "Kafka", "KafkaNodePool"];

test("the operators' stores keep those schemas that can be had", async (t) => {
  const tools = await orSkip(t, conformanceTools);
  if (!tools) return;
  const rendered = await renderText("k8s/operators");
  const { valid, problems, unknown } = await conformanceOf(rendered, tools);
  console.error(`NOT TESTED: no schema for ${unknown.join(", ")} of k8s/operators`);
  assert.deepEqual({ valid, problems, unknown }, { valid: 2, problems: [], unknown: unchecked });
});

/** What a slip of the hand makes of production, each in a kind of its own. */
const slips: [string, kind: string, slip: (manifest: Manifest) => void][] = [
  [
    "a field that is none",
    "Deployment",
    ({ spec }) => Object.assign(spec.template.spec, { securityContxt: {} }),
  ],
  ["a number that is a text", "PodDisruptionBudget", ({ spec }) => Object.assign(spec, { minAvailable: {} })],
  ["a field of a custom kind", "ScaledObject", ({ spec }) => Object.assign(spec, { maxReplicas: 10 })],
  [
    "a field deep in it",
    "ExternalSecret",
    ({ spec }) => Object.assign(spec.data[0].remoteRef, { name: "x" }),
  ],
  ["a kind that is none", "Service", (manifest) => Object.assign(manifest, { apiVersion: "v2" })],
];

for (const [name, kind, slip] of slips) {
  test(`${name} is noticed: ${kind}`, async (t) => {
    const tools = await orSkip(t, conformanceTools);
    if (!tools) return;
    const manifests = parseManifests(await renderText("k8s/overlays/production"));
    const slipped = manifests.find((manifest) => manifest.kind === kind)!;
    slip(slipped);
    const { problems, unknown } = await conformanceOf(stringify(slipped), tools);
    const noticed = [...problems, ...unknown];
    assert.equal(noticed.length, 1, noticed.join("\n"));
    assert.match(noticed[0] ?? "", new RegExp(`^${kind}`));
  });
}
