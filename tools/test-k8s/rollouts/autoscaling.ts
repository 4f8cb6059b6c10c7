import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { type Manifest, render } from "../manifests.ts";
import { until } from "../until.ts";
import type { Cluster } from "./cluster.ts";
import { namespace, objectOf, serving, withCopy } from "./production.ts";
import { use } from "./usage.ts";

const [service, other] = ["analytics", "chatbot"] as const;
const minute = 60_000;

/** Twice what CPU is asked for makes six of two, at 70 % each, which two more in a minute do not make at once. */
export async function aBusyServiceGetsTwoMoreInAMinute(cluster: Cluster): Promise<void> {
  await until(
    "figures are known",
    async () => (await utilization(cluster, service)) !== undefined,
    2 * minute,
  );
  // What it did for its least counts in the same minute.
  await until("a minute has passed", () => hasRested(cluster, service), 2 * minute);
  assert.equal((await serving(cluster, service)).length, 2, "calm");
  const [cpu] = await requestsOf(cluster, service);
  await use(cluster.admission, { [service]: { cpu: `${2 * cpu}m`, memory: "32Mi" } });
  await until(`${service} has four`, async () => (await serving(cluster, service)).length === 4, 2 * minute);
  await assertStaysAt(cluster, service, 4, 30_000);
  assert.equal(await utilization(cluster, service), 200);
  await until(`${service} has six`, async () => (await serving(cluster, service)).length === 6, 2 * minute);
}

/** Less is needed at once, and one goes in five minutes at the earliest. */
export async function aCalmServiceKeepsItsPods(cluster: Cluster): Promise<void> {
  await use(cluster.admission, {});
  const isCalm = async () => ((await utilization(cluster, service)) ?? 100) < 70;
  await until("figures are low", isCalm, 2 * minute);
  await assertStaysAt(cluster, service, 6, 20_000);
}

export async function memoryCountsToo(cluster: Cluster): Promise<void> {
  const [, memory] = await requestsOf(cluster, other);
  await use(cluster.admission, { [other]: { cpu: "10m", memory: `${Math.round(0.95 * memory)}Mi` } });
  await until(`${other} has more`, async () => (await serving(cluster, other)).length > 2, 2 * minute);
  await use(cluster.admission, {});
}

/** Kubernetes' own bounds, which would double it every fifteen seconds. */
export async function anAutoscalerWithoutBounds(cluster: Cluster): Promise<void> {
  const [cpu] = await requestsOf(cluster, service);
  await withCopy(cluster, { of: service, replicas: 2 }, async (copy) => {
    const autoscaler = (await render("k8s/overlays/production")).find(
      ({ kind, metadata }) => kind === "HorizontalPodAutoscaler" && metadata.name === service,
    );
    assert.ok(autoscaler);
    const { behavior: _bounds, ...spec } = autoscaler.spec;
    const scaleTargetRef = { ...spec.scaleTargetRef, name: copy };
    const metadata = { name: copy, namespace };
    await cluster.admission.apply([{ ...autoscaler, metadata, spec: { ...spec, scaleTargetRef } }]);
    await use(cluster.admission, { [copy]: { cpu: `${2 * cpu}m`, memory: "32Mi" } });
    await until("the copy has four", async () => (await serving(cluster, copy)).length >= 4, 2 * minute);
    await assert.rejects(assertStaysAt(cluster, copy, 4, 30_000), /there were/);
    await cluster.api.kubectl(["delete", "hpa", copy, "-n", namespace]);
    await use(cluster.admission, {});
  });
}

async function assertStaysAt(cluster: Cluster, name: string, replicas: number, time: number): Promise<void> {
  for (const end = performance.now() + time; performance.now() < end; await sleep(500)) {
    const { spec } = await objectOf(cluster, "deployment", name);
    assert.equal(spec.replicas, replicas, `there were ${spec.replicas}`);
  }
}

async function hasRested(cluster: Cluster, name: string): Promise<boolean> {
  const { status } = await objectOf(cluster, "hpa", name);
  return Date.now() - Date.parse(status.lastScaleTime) > 70_000;
}

/** Per cent of the CPU that is asked for, as the autoscaler sees it. */
async function utilization(cluster: Cluster, name: string): Promise<number | undefined> {
  const { status } = await objectOf(cluster, "hpa", name);
  const metrics: Manifest["status"][] = status.currentMetrics ?? [];
  return metrics.find((one) => one.containerResource?.name === "cpu")?.containerResource.current
    .averageUtilization;
}

/** In thousandths of a CPU, and MiB. */
async function requestsOf(cluster: Cluster, name: string): Promise<[cpu: number, memory: number]> {
  const { spec } = await objectOf(cluster, "deployment", name);
  const { cpu, memory } = spec.template.spec.containers[0].resources.requests as Record<string, string>;
  assert.match(`${cpu} ${memory}`, /^\d+m \d+Mi$/);
  return [Number.parseInt(cpu as string, 10), Number.parseInt(memory as string, 10)];
}
