import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePorts } from "@finflow/local-servers/ports";
import { startProcess } from "@finflow/local-servers/server-process";
import { parse, stringify } from "yaml";
import { type Admission, admissionBy, podsOf } from "../cluster/admission.ts";
import { type ApiServer, startApiServer } from "../cluster/api-server.ts";
import { type Manifest, render, root } from "../manifests.ts";
import { certificatesProgram, pilotProgram } from "../programs/istio.ts";
import type { Xds } from "./envoy.ts";
import { namespaceOf, node, type Pod } from "./pods.ts";

export type ControlPlane = {
  readonly api: ApiServer;
  /** Where Envoys ask what to do. */
  readonly xds: Xds;
  /** The address that a service's clients connect to. */
  addressOf(service: string): Promise<string>;
};

/** The name that production is known by. */
export const host = "finflow.example.com";

type Values = { pilot: { env: Record<string, string> }; meshConfig: Record<string, unknown> };

/**
 * An API server that holds production's services and rules as they are deployed, the pods as controllers would have
 * made them, and Istio's control plane, which reads it as in a cluster, with the settings that it is installed with.
 */
export async function startControlPlane(folder: string, pods: readonly Pod[]): Promise<ControlPlane> {
  const api = await startApiServer(join(folder, "api"));
  const workloads = pods.filter(({ isGateway }) => !isGateway);
  await deploy(api, await admissionBy(api, folder), workloads);
  await startCertificates(folder, pods);
  await addGateway(api, folder);
  return { api, xds: { port: await startPilot(folder, api.kubeconfig), tokenOf }, addressOf };

  async function tokenOf(pod: Pod): Promise<string> {
    const args = ["create", "token", pod.app, "-n", namespaceOf(pod), "--audience=istio-ca"];
    return (await api.kubectl(args)).stdout.trim();
  }

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
  const those = pods.filter(
    ({ app, isCaller }) => app === spec.selector["app.kubernetes.io/name"] && !isCaller,
  );
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

/** What Istio's chart for a gateway, and whoever makes its certificate, put beside it. */
async function addGateway({ kubectl }: ApiServer, folder: string): Promise<void> {
  const [at, account] = [["-n", "istio-ingress"], "istio-ingressgateway"];
  await kubectl(["create", "namespace", "istio-ingress"]);
  await kubectl(["create", "serviceaccount", account, ...at]);
  await kubectl(["create", "role", account, "--verb=get,watch,list", "--resource=secrets", ...at]);
  const owner = `--serviceaccount=istio-ingress:${account}`;
  await kubectl(["create", "rolebinding", account, `--role=${account}`, owner, ...at]);
  const files = [`--cert=${join(folder, "host.crt")}`, `--key=${join(folder, "host.key")}`];
  await kubectl(["create", "secret", "tls", "finflow-edge-tls", ...files, ...at]);
  await kubectl(["apply", "-f", join(root, "istio/install/beside-gateway.yaml")]);
}

async function startCertificates(folder: string, pods: readonly Pod[]): Promise<void> {
  await startProcess({
    name: "certificates",
    program: await certificatesProgram(),
    folder,
    args: [folder, host, ...pods.map((pod) => `${pod.name}=${namespaceOf(pod)}/${pod.app}`)],
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
      // Certificates' keys are for proxies that are known, which Istio asks without TLS only when it is told to.
      ...{ XDS_AUTH_PLAINTEXT: "true" },
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
