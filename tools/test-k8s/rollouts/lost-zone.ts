import assert from "node:assert/strict";
import type { Manifest } from "../manifests.ts";
import { until } from "../until.ts";
import type { Cluster } from "./cluster.ts";
import { type Change, namesOf, patch, serving, servingByZone, withCopy } from "./production.ts";
import { podsOfService } from "./serving.ts";
import { nodesOf } from "./zones.ts";

const lost = "zone-a";
const minute = 60_000;

export async function aZoneIsLost(cluster: Cluster): Promise<void> {
  const services = await namesOf("Deployment");
  await patch(cluster, "hpa", "edge", { spec: { minReplicas: 6 } });
  await until("edge has six", async () => (await serving(cluster, "edge")).length === 6, minute);
  assert.deepEqual(await servingByZone(cluster, "edge"), { "zone-a": 2, "zone-b": 2, "zone-c": 2 });
  // Kubernetes' own default, by which an empty zone of lost nodes is one that must be filled as the others are.
  const change: Change = ({ spec }) => {
    spec.template.spec.topologySpreadConstraints[0].nodeTaintsPolicy = "Ignore";
  };
  await withCopy(cluster, { of: "chatbot", replicas: 6, change }, async (copy) => {
    await cluster.lose(lost);
    await until("edge has six in two zones", () => isServing("edge", [0, 3, 3]), 3 * minute);
    for (const service of services.filter((one) => one !== "edge"))
      await until(`${service} is in two zones`, () => isServing(service, [0, 1, 1]), minute);
    assert.deepEqual(await servingByZone(cluster, copy), { "zone-a": 0, "zone-b": 2, "zone-c": 2 });
    assert.equal((await podsOfService(cluster, copy)).filter(hasNoPlace).length, 2);
    await cluster.find(lost);
    await cluster.api.kubectl(["wait", "--for=condition=Ready", "node", ...nodesOf(lost), "--timeout=60s"]);
    await until("the copy has six", async () => (await serving(cluster, copy)).length === 6, minute);
  });
  await patch(cluster, "hpa", "edge", { spec: { minReplicas: 2 } });

  async function isServing(service: string, inZones: number[]): Promise<boolean> {
    return String(Object.values(await servingByZone(cluster, service))) === String(inZones);
  }
}

function hasNoPlace({ status }: Manifest): boolean {
  const conditions: { type: string; reason?: string }[] = status.conditions ?? [];
  return conditions.some(({ type, reason }) => type === "PodScheduled" && reason === "Unschedulable");
}
