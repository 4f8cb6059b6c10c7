import { join } from "node:path";
import { freePorts } from "@finflow/local-servers/ports";
import { type ServerProcess, startProcess } from "@finflow/local-servers/server-process";
import type { Manifest } from "../manifests.ts";
import { kwokFiles, kwokProgram } from "../programs/controllers.ts";

/** Nodes are told apart by these; in each zone two, so that a zone is more than a node. */
export const zones = ["zone-a", "zone-b", "zone-c"] as const;
export type Zone = (typeof zones)[number];
const zoneLabel = "topology.kubernetes.io/zone";

export function nodesOf(zone: Zone): string[] {
  return [`${zone}-1`, `${zone}-2`];
}

/** The zone of a node by its name. */
export function zoneOf(node: string): Zone {
  const zone = zones.find((one) => node.startsWith(one));
  if (!zone) throw new Error(`${node} is in no zone`);
  return zone;
}

export function nodeManifests(): Manifest[] {
  const room = { cpu: "16", memory: "64Gi", pods: "110" };
  return zones.flatMap((zone) =>
    nodesOf(zone).map((name) => ({
      apiVersion: "v1",
      kind: "Node",
      metadata: {
        name,
        labels: { "kubernetes.io/hostname": name, "kubernetes.io/os": "linux", [zoneLabel]: zone },
        annotations: { "metrics.k8s.io/resource-metrics-path": `/metrics/nodes/${name}/metrics/resource` },
      },
      status: { allocatable: room, capacity: room },
    })),
  );
}

/** The kubelets of a zone, as one process: when it is killed, nobody speaks for the zone's nodes any more. */
export async function startZone(folder: string, kubeconfig: string, zone: Zone): Promise<ServerProcess> {
  const [port = 0] = await freePorts(1);
  const files = await kwokFiles();
  // What it says of nodes is its own; of pods, ours.
  const configuration = [
    ...["fast/node-initialize", "heartbeat-with-lease/node-heartbeat-with-lease"].map((name) =>
      join(files, `kustomize/stage/node/${name}.yaml`),
    ),
    join(import.meta.dirname, "pods.yaml"),
    // What it measures of them is asked for as a kubelet is asked.
    join(files, "kustomize/metrics/resource/metrics-resource.yaml"),
  ];
  return startProcess({
    name: `kwok-${zone}`,
    program: await kwokProgram(),
    folder,
    args: [
      ...["--kubeconfig", kubeconfig, ...configuration.flatMap((file) => ["--config", file])],
      ...["--manage-all-nodes=false", `--manage-nodes-with-label-selector=${zoneLabel}=${zone}`],
      ...["--node-ip=127.0.0.1", `--node-port=${port}`, `--server-address=127.0.0.1:${port}`],
      "--enable-crds=ClusterResourceUsage",
      ...["--node-lease-duration-seconds=8", "--cidr=10.0.0.1/16"],
    ],
    isReady: async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok,
  });
}
