import assert from "node:assert/strict";
import { until } from "../until.ts";
import type { Cluster } from "./cluster.ts";
import {
  type Change,
  firstImages,
  namesOf,
  objectOf,
  objectsOf,
  patch,
  serving,
  servingByZone,
  withCopy,
} from "./production.ts";
import { deliver } from "./releases.ts";

const minute = 60_000;

export async function everythingComesUp(cluster: Cluster): Promise<void> {
  const { code, said } = await deliver(cluster, { images: firstImages, platform: true });
  assert.equal(code, 0, said);
  const migrations = await namesOf("Job");
  assert.ok(migrations.length >= 4, `${migrations.length} migrations`);
  for (const name of migrations)
    assert.equal((await objectOf(cluster, "job", name)).status.succeeded, 1, name);
  const services = await namesOf("Deployment");
  assert.ok(services.length >= 6, `${services.length} services`);
  await scaleAsKeda(cluster);
  // The autoscaler's least, which it sees to without knowing any figures.
  for (const service of services)
    await until(`${service} has two`, async () => (await serving(cluster, service)).length === 2, minute);
  for (const { metadata } of await objectsOf(cluster, "deployment"))
    await until(
      `${metadata.name} is available`,
      async () => (await objectOf(cluster, "deployment", metadata.name)).status.availableReplicas === 2,
      minute,
    );
  for (const service of services)
    assert.deepEqual(Object.values(await servingByZone(cluster, service)).toSorted(), [0, 1, 1], service);
}

/** What scales by a queue is KEDA, which is not there: its least is set for it. */
async function scaleAsKeda(cluster: Cluster): Promise<void> {
  for (const { spec } of await objectsOf(cluster, "scaledobjects.keda.sh"))
    await patch(cluster, "deployment", spec.scaleTargetRef.name, {
      spec: { replicas: spec.minReplicaCount },
    });
}

export async function sixAreTwoInEachZone(cluster: Cluster): Promise<void> {
  const asTheyAre: Change = ({ spec }) => {
    spec.template.spec.affinity = likes("zone-a");
  };
  await withCopy(cluster, { of: "chatbot", replicas: 6, change: asTheyAre }, async (copy) => {
    assert.deepEqual(await servingByZone(cluster, copy), { "zone-a": 2, "zone-b": 2, "zone-c": 2 });
  });
  const withoutConstraints: Change = (deployment) => {
    asTheyAre(deployment);
    delete deployment.spec.template.spec.topologySpreadConstraints;
  };
  await withCopy(cluster, { of: "chatbot", replicas: 6, change: withoutConstraints }, async (copy) => {
    assert.notDeepEqual(Object.values(await servingByZone(cluster, copy)), [2, 2, 2]);
  });
}

/** Nothing else would keep them apart than the constraints. */
function likes(zone: string): object {
  const matchExpressions = [{ key: "topology.kubernetes.io/zone", operator: "In", values: [zone] }];
  const preference = { weight: 100, preference: { matchExpressions } };
  return { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [preference] } };
}
