import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePorts } from "@finflow/local-servers/ports";
import { startProcess } from "@finflow/local-servers/server-process";
import { parse, stringify } from "yaml";
import { type Admission, admissionBy, podsOf } from "../cluster/admission.ts";
import { type ApiServer, startApiServer } from "../cluster/api-server.ts";
import { type Manifest, render, root } from "../manifests.ts";
import { certificatesProgram, pilotProgram } from "../programs/istio.ts";
import { node, type Pod } from "./pods.ts";

export type ControlPlane = {
  readonly api: ApiServer;
  /** Where Envoys ask what to do. */
  readonly xdsPort: number;
  /** The address that a service's clients connect to. */
  addressOf(service: string): Promise<string>;
};

type Values = { pilot: { env: Record<string, string> }; meshConfig: Record<string, unknown> };

/**
 * An API server that holds production's services and rules as they are deployed, the pods as controllers would have
 * made them, and Istio's control plane, which reads it as in a cluster, with the settings that it is installed with.
 */
export async function startControlPlane(folder: string, pods: readonly Pod[]): Promise<ControlPlane> {
  const api = await startApiServer(join(folder, "api"));
  await deploy(api, await admissionBy(api, folder), pods);
  await startCertificates(folder, pods);
  return { api, xdsPort: await startPilot(folder, api.kubeconfig), addressOf };

  async function addressOf(service: string): Promise<string> {
    const path = "jsonpath={.spec.clusterIP}";
    return (await api.kubectl(["get", "service", service, "-n", "finflow", "-o", path])).stdout;
  }
}

async function deploy(api: ApiServer, admission: Admission, pods: readonly Pod[]): Promise<void> {
  const production = await render("k8s/overlays/production");
  const system = { apiVersion: "v1", kind: "Namespace", metadata: { name: "istio-system" } };
  await admission.apply([system, ...production.filter(({ kind }) => kind === "Namespace")]);
  const kinds = ["Service", "ServiceAccount"];
  await admission.apply(
    production.filter(({ kind, apiVersion }) => kinds.includes(kind) || apiVersion.includes("istio.io")),
  );
  const deployments = production.filter(({ kind }) => kind === "Deployment");
  await admission.apply(pods.map((pod) => podOf(deployments, pod)));
  for (const pod of pods) await run(api, pod);
  const services = production.filter(({ kind }) => kind === "Service");
  await admission.apply(services.map((service) => endpointsOf(service, pods)));
}

/** A pod of a deployment's own template, with the label that injection adds. */
function podOf(deployments: readonly Manifest[], { name, app }: Pod): Manifest {
  const [pod] = podsOf(deployments.filter(({ metadata }) => metadata.name === app));
  if (!pod) throw new Error(`production has no deployment ${app}`);
  const labels = { ...pod.metadata.labels, "security.istio.io/tlsMode": "istio" };
  const { topologySpreadConstraints: _none, ...spec } = pod.spec;
  return { ...pod, metadata: { ...pod.metadata, name, labels }, spec: { ...spec, nodeName: "node" } };
}

/** What a kubelet would tell of it. */
async function run({ kubectl }: ApiServer, { name, address }: Pod): Promise<void> {
  const conditions = [{ type: "Ready", status: "True" }];
  const status = { phase: "Running", podIP: address, podIPs: [{ ip: address }], conditions };
  const patch = JSON.stringify({ status });
  await kubectl(["patch", "pod", name, "-n", "finflow", "--subresource=status", "--type=merge", "-p", patch]);
}

function endpointsOf({ metadata, spec }: Manifest, pods: readonly Pod[]): Manifest {
  const those = pods.filter(({ app }) => app === spec.selector["app.kubernetes.io/name"]);
  return {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: {
      name: metadata.name,
      namespace: "finflow",
      labels: { "kubernetes.io/service-name": metadata.name },
    },
    addressType: "IPv4",
    // The processes' ports are their services'.
    ports: (spec.ports as { name: string; port: number }[]).map(({ name, port }) => ({
      name,
      port,
      protocol: "TCP",
    })),
    endpoints: those.map(({ name, address }) => ({
      addresses: [address],
      conditions: { ready: true },
      targetRef: { kind: "Pod", name, namespace: "finflow" },
    })),
  };
}

async function startCertificates(folder: string, pods: readonly Pod[]): Promise<void> {
  await startProcess({
    name: "certificates",
    program: await certificatesProgram(),
    folder,
    args: [folder, ...pods.map(({ name, app }) => `${name}=${app}`)],
    isReady: async () => (await readFile(join(folder, "certificates.log"), "utf8")).includes("serving"),
    stopPatience: 1_000,
  });
}

async function startPilot(folder: string, kubeconfig: string): Promise<number> {
  const values = parse(await readFile(join(root, "istio/install/istiod.yaml"), "utf8")) as Values;
  const mesh = join(folder, "mesh.yaml");
  // Istio's own filter for metrics is not in a stock Envoy.
  await writeFile(mesh, stringify({ ...values.meshConfig, defaultProviders: { metrics: [] } }));
  const [xds = 0, http = 0, monitoring = 0] = await freePorts(3);
  await startProcess({
    name: "pilot-discovery",
    program: await pilotProgram(),
    folder,
    args: [
      ...["discovery", `--kubeconfig=${kubeconfig}`, `--meshConfig=${mesh}`],
      ...[
        `--grpcAddr=${node}:${xds}`,
        `--httpAddr=127.0.0.1:${http}`,
        `--monitoringAddr=127.0.0.1:${monitoring}`,
      ],
      ...["--httpsAddr=", "--secureGRPCAddr="],
    ],
    env: {
      ...values.pilot.env,
      ...{ POD_NAME: "istiod-0", POD_NAMESPACE: "istio-system" },
      ...{ ENABLE_CA_SERVER: "false", PILOT_CERT_PROVIDER: "none" },
      ...{ VALIDATION_WEBHOOK_CONFIG_NAME: "", INJECTION_WEBHOOK_CONFIG_NAME: "" },
      // Filters of Istio's own build of Envoy.
      ...{ PILOT_ENABLE_METADATA_EXCHANGE: "false", PILOT_ENABLE_ALPN_FILTER: "false" },
    },
    isReady: async () => (await fetch(`http://127.0.0.1:${http}/ready`)).ok,
    patience: 120_000,
  });
  return xds;
}
