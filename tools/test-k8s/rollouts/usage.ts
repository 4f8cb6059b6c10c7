import { join } from "node:path";
import { freePorts } from "@finflow/local-servers/ports";
import { type ServerProcess, startProcess } from "@finflow/local-servers/server-process";
import type { Admission } from "../cluster/admission.ts";
import type { ApiServer } from "../cluster/api-server.ts";
import type { Manifest } from "../manifests.ts";
import { kwokFiles, metricsServerProgram } from "../programs/controllers.ts";

/** What each process of a service uses, as its kubelet would measure it: `250m`, `200Mi`. */
export type Usage = { cpu: string; memory: string };

const calm: Usage = { cpu: "10m", memory: "32Mi" };

/** Says what processes use: those of the named services, by their label; all others little. */
export async function use(admission: Admission, busy: Readonly<Record<string, Usage>>): Promise<void> {
  const expressionOf = (what: keyof Usage) => {
    const name = 'pod.metadata.labels["app.kubernetes.io/name"]';
    const cases = Object.entries(busy).map(
      ([service, usage]) => `${name} == "${service}" ? Quantity("${usage[what]}") : `,
    );
    return { expression: `${cases.join("")}Quantity("${calm[what]}")` };
  };
  const usage: Manifest = {
    apiVersion: "kwok.x-k8s.io/v1alpha1",
    kind: "ClusterResourceUsage",
    metadata: { name: "processes" },
    spec: { usages: [{ usage: { cpu: expressionOf("cpu"), memory: expressionOf("memory") } }] },
  };
  await admission.apply([usage]);
}

/** Before nodes are there to ask for it. */
export async function prepareUsage({ kubectl }: ApiServer, admission: Admission): Promise<void> {
  const kind = "kwok.x-k8s.io_clusterresourceusages";
  await kubectl([
    "apply",
    "--server-side",
    "-f",
    join(await kwokFiles(), `kustomize/crd/bases/${kind}.yaml`),
  ]);
  await kubectl(["wait", "--for=condition=Established", "crd", "--all", "--timeout=60s"]);
  await use(admission, {});
}

/** Asks nodes what pods use, and answers autoscalers, as in any cluster. */
export async function startMetricsServer(
  folder: string,
  { kubeconfig, kubectl }: ApiServer,
  admission: Admission,
): Promise<ServerProcess> {
  const [port = 0] = await freePorts(1);
  await admission.apply(apiOn(port));
  return startProcess({
    name: "metrics-server",
    program: await metricsServerProgram(),
    folder,
    args: [
      ...["", "authentication-", "authorization-"].map((what) => `--${what}kubeconfig=${kubeconfig}`),
      ...["--authentication-skip-lookup", "--bind-address=127.0.0.1", `--secure-port=${port}`],
      ...[
        `--cert-dir=${join(folder, "metrics-server")}`,
        "--metric-resolution=10s",
        "--kubelet-request-timeout=5s",
      ],
      ...["--kubelet-insecure-tls", "--kubelet-use-node-status-port"],
      "--kubelet-preferred-address-types=InternalIP",
    ],
    isReady: async () =>
      (await kubectl(["get", "--raw", "/apis/metrics.k8s.io/v1beta1/nodes"])).stdout !== "",
    patience: 90_000,
  });
}

/** The API server passes its questions on without saying who asked, so nobody in particular may ask. */
function apiOn(port: number): Manifest[] {
  const metadata = { name: "metrics-server", namespace: "kube-system" };
  const api = { group: "metrics.k8s.io", version: "v1beta1" };
  const rbac = "rbac.authorization.k8s.io";
  return [
    {
      apiVersion: "v1",
      kind: "Service",
      metadata,
      spec: { type: "ExternalName", externalName: "localhost", ports: [{ port }] },
    },
    {
      apiVersion: "apiregistration.k8s.io/v1",
      kind: "APIService",
      metadata: { name: `${api.version}.${api.group}` },
      spec: {
        ...{ ...api, service: { ...metadata, port }, insecureSkipTLSVerify: true },
        ...{ groupPriorityMinimum: 100, versionPriority: 100 },
      },
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: "ClusterRole",
      metadata: { name: metadata.name },
      rules: [
        { apiGroups: [api.group], resources: ["pods", "nodes"], verbs: ["get", "list"] },
        { nonResourceURLs: ["/apis", "/apis/*", "/openapi/*"], verbs: ["get"] },
      ],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: "ClusterRoleBinding",
      metadata: { name: metadata.name },
      roleRef: { apiGroup: rbac, kind: "ClusterRole", name: metadata.name },
      subjects: [{ apiGroup: rbac, kind: "User", name: "system:anonymous" }],
    },
  ];
}
