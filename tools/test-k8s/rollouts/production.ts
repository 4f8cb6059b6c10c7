import { type Manifest, render } from "../manifests.ts";
import type { Cluster } from "./cluster.ts";
import { everyImage, imageOf } from "./releases.ts";
import { isServing, podsOfService } from "./serving.ts";
import { type Zone, zoneOf, zones } from "./zones.ts";

export const namespace = "finflow";
const overlay = "k8s/overlays/production";

/** The first release, of everything. */
export const firstImages = Object.fromEntries(everyImage.map((name) => [name, imageOf(name, "first")]));

export async function namesOf(kind: string): Promise<string[]> {
  return (await render(overlay)).filter((one) => one.kind === kind).map(({ metadata }) => metadata.name);
}

export async function objectsOf({ api }: Cluster, kind: string): Promise<Manifest[]> {
  const { stdout } = await api.kubectl(["get", kind, "-n", namespace, "-o", "json"]);
  return (JSON.parse(stdout) as { items: Manifest[] }).items;
}

export async function objectOf({ api }: Cluster, kind: string, name: string): Promise<Manifest> {
  const { stdout } = await api.kubectl(["get", kind, name, "-n", namespace, "-o", "json"]);
  return JSON.parse(stdout) as Manifest;
}

export async function patch({ api }: Cluster, kind: string, name: string, change: object): Promise<void> {
  await api.kubectl(["patch", kind, name, "-n", namespace, "--type=merge", "-p", JSON.stringify(change)]);
}

export async function serving(cluster: Cluster, service: string): Promise<Manifest[]> {
  return (await podsOfService(cluster, service)).filter(isServing);
}

/** How many pods of a service serve in each zone. */
export async function servingByZone(cluster: Cluster, service: string): Promise<Record<Zone, number>> {
  const there = (await serving(cluster, service)).map(({ spec }) => zoneOf(spec.nodeName as string));
  const count = (zone: Zone) => there.filter((one) => one === zone).length;
  return Object.fromEntries(zones.map((zone) => [zone, count(zone)])) as Record<Zone, number>;
}

export type Change = (deployment: Manifest) => void;

/**
 * Does something with a service's Deployment under another name and with a change in it: what a mistake would do is
 * seen beside the mesh, not in it. Nobody autoscales it, and no budget holds for it.
 */
export async function withCopy(
  cluster: Cluster,
  { of, replicas, change = () => {} }: { of: string; replicas: number; change?: Change },
  work: (name: string) => Promise<void>,
): Promise<void> {
  const original = (await render(overlay)).find(
    ({ kind, metadata }) => kind === "Deployment" && metadata.name === of,
  );
  const image =
    original && firstImages[original.spec.template.spec.containers[0].image.replace("finflow-", "")];
  if (!image) throw new Error(`production has no deployment ${of}`);
  const [name, label] = [`${of}-copy`, `"app.kubernetes.io/name":"${of}`];
  const copy = JSON.parse(JSON.stringify(original).replaceAll(`${label}"`, `${label}-copy"`)) as Manifest;
  copy.metadata.name = name;
  copy.spec.replicas = replicas;
  copy.spec.template.spec.containers[0].image = image;
  change(copy);
  await cluster.admission.apply([copy]);
  try {
    await cluster.api.kubectl(["rollout", "status", `deployment/${name}`, "-n", namespace, "--timeout=120s"]);
    await work(name);
  } finally {
    await cluster.api.kubectl(["delete", "deployment", name, "-n", namespace, "--cascade=foreground"]);
  }
}
