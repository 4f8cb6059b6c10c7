import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { until } from "../until.ts";
import type { Cluster } from "./cluster.ts";
import { namesOf, namespace, serving, servingByZone, withCopy } from "./production.ts";
import { watchWhile } from "./serving.ts";
import { nodesOf, type Zone, zones } from "./zones.ts";

const refusal = /Cannot evict pod as it would violate the pod's disruption budget/;
const allNodes = zones.flatMap(nodesOf);

/** With nowhere to go for the pods that are drained, budgets alone keep the rest. */
export async function drainsLeaveOne(cluster: Cluster): Promise<void> {
  const services = await namesOf("Deployment");
  await cluster.api.kubectl(["cordon", ...allNodes]);
  try {
    await evictionsOneByOne(cluster, "edge");
    const said: string[] = [];
    for (const zone of zones) said.push(await drain(cluster, zone, 8));
    assert.match(said.join("\n"), refusal);
    for (const service of services)
      assert.equal((await serving(cluster, service)).length, 1, `${service}: one went, and one was kept`);
  } finally {
    await cluster.api.kubectl(["uncordon", ...allNodes]);
  }
  await allHaveTwo(cluster, services);
}

export async function withoutBudgetNoneIsLeft(cluster: Cluster): Promise<void> {
  await withCopy(cluster, { of: "edge", replicas: 2 }, async (copy) => {
    await cluster.api.kubectl(["cordon", ...allNodes]);
    try {
      for (const zone of zones) await drain(cluster, zone, 8);
      assert.equal((await serving(cluster, copy)).length, 0);
    } finally {
      await cluster.api.kubectl(["uncordon", ...allNodes]);
    }
  });
  await allHaveTwo(cluster, await namesOf("Deployment"));
}

/** As an operator does it: the rest of the cluster takes the pods, and one after the other they go. */
export async function aZoneIsDrained(cluster: Cluster): Promise<void> {
  const services = await namesOf("Deployment");
  const seen = await watchWhile(cluster, "edge", async () => {
    assert.doesNotMatch(await drain(cluster, "zone-b", 120), /global timeout/);
    await allHaveTwo(cluster, services);
  });
  assert.ok(seen.fewest >= 1, `there were ${seen.fewest} that served`);
  for (const service of services) assert.equal((await servingByZone(cluster, service))["zone-b"], 0, service);
  await cluster.api.kubectl(["uncordon", ...nodesOf("zone-b")]);
}

async function evictionsOneByOne(cluster: Cluster, service: string): Promise<void> {
  const [first = "", second = ""] = (await serving(cluster, service)).map(({ metadata }) => metadata.name);
  await evict(cluster, first);
  await assert.rejects(evict(cluster, second), refusal);
}

async function evict({ api, folder }: Cluster, name: string): Promise<void> {
  const file = join(folder, "eviction.json");
  const eviction = { apiVersion: "policy/v1", kind: "Eviction", metadata: { name, namespace } };
  await writeFile(file, JSON.stringify(eviction));
  const path = `/api/v1/namespaces/${namespace}/pods/${name}/eviction`;
  await api.kubectl(["create", "--raw", path, "-f", file]);
}

/** Returns what it complained of. */
async function drain({ api }: Cluster, zone: Zone, seconds: number): Promise<string> {
  // What is in an emptyDir goes with its pod.
  const args = ["drain", ...nodesOf(zone), "--delete-emptydir-data", `--timeout=${seconds}s`];
  return api.kubectl(args).then(
    () => "",
    (error: { code?: unknown; stderr?: string }) => {
      if (error.code !== 1 || !error.stderr) throw error;
      return error.stderr;
    },
  );
}

async function allHaveTwo(cluster: Cluster, services: readonly string[]): Promise<void> {
  for (const service of services)
    await until(`${service} has two`, async () => (await serving(cluster, service)).length === 2, 60_000);
}
