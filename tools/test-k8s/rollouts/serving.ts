import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Manifest } from "../manifests.ts";
import { kubectlProgram } from "../programs/kubectl.ts";
import type { Cluster } from "./cluster.ts";

const namespace = "finflow";
const label = "app.kubernetes.io/name";

export async function podsOfService({ api }: Cluster, service: string): Promise<Manifest[]> {
  const args = ["get", "pods", "-n", namespace, "-l", `${label}=${service}`, "-o", "json"];
  return (JSON.parse((await api.kubectl(args)).stdout) as { items: Manifest[] }).items;
}

/** Whether callers are sent to it: it said so, and is not on its way out. */
export function isServing(pod: Manifest): boolean {
  const conditions: { type: string; status: string }[] = pod.status?.conditions ?? [];
  const isReady = conditions.some((one) => one.type === "Ready" && one.status === "True");
  return isReady && !isEnding(pod);
}

function isEnding({ metadata }: Manifest): boolean {
  return "deletionTimestamp" in metadata;
}

export type Seen = {
  /** The fewest pods that served at any moment. */
  fewest: number;
  /** The most pods there were at any moment, those on their way out not counted. */
  most: number;
  /** Every image that a pod had. */
  images: Set<string>;
};

/** What became of a service's pods, by every change that the API server tells, while something was done. */
export async function watchWhile(
  { api }: Cluster,
  service: string,
  something: () => Promise<void>,
): Promise<Seen> {
  const path = `/api/v1/namespaces/${namespace}/pods?labelSelector=${label}%3D${service}`;
  const list = JSON.parse((await api.kubectl(["get", "--raw", path])).stdout) as {
    metadata: { resourceVersion: string };
    items: Manifest[];
  };
  const pods = new Map(list.items.map((pod) => [pod.metadata.name, pod]));
  const seen: Seen = { fewest: Number.POSITIVE_INFINITY, most: 0, images: new Set() };
  note(seen, pods);
  const from = `${path}&watch=true&resourceVersion=${list.metadata.resourceVersion}`;
  const child = spawn(await kubectlProgram(), ["--kubeconfig", api.kubeconfig, "get", "--raw", from], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  let stopped = false;
  const lines = createInterface({ input: child.stdout });
  const problems: string[] = [];
  lines.on("line", (line) => {
    const { type, object } = JSON.parse(line) as { type: string; object: Manifest };
    if (type === "ERROR") problems.push(line);
    else if (type === "DELETED") pods.delete(object.metadata.name);
    else pods.set(object.metadata.name, object);
    note(seen, pods);
  });
  child.on("exit", () => {
    if (!stopped) problems.push("the watch ended before what it watched");
  });
  try {
    await something();
  } finally {
    stopped = true;
    child.kill();
    await gone;
  }
  // A watch that ended by itself has not seen everything.
  if (problems.length > 0) throw new Error(problems.join("; "));
  return seen;
}

function note(seen: Seen, pods: ReadonlyMap<string, Manifest>): void {
  const all = [...pods.values()];
  seen.fewest = Math.min(seen.fewest, all.filter(isServing).length);
  seen.most = Math.max(seen.most, all.filter((pod) => !isEnding(pod)).length);
  for (const pod of all) seen.images.add(pod.spec.containers[0].image);
}
