import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { programOf } from "@finflow/local-servers/programs";
import { type ServerProcess, startProcess } from "@finflow/local-servers/server-process";
import { envoyPort, namespaceOf, node, type Pod, proxyGroup, within } from "./pods.ts";

export type Sidecar = ServerProcess & {
  /** The sum of Envoy's counters and gauges whose names match; there must be one. */
  stat(names: RegExp): Promise<number>;
};

/** How a pod's Envoy reaches the control plane, and proves whose it is. */
export type Xds = { port: number; tokenOf(pod: Pod): Promise<string> };

/** An Envoy in a pod, told what to do by the control plane as one that Istio injects is, or as a gateway's. */
export async function startSidecar(folder: string, pod: Pod, xds: Xds): Promise<Sidecar> {
  const { path } = await programOf("envoy");
  const config = join(folder, `${pod.name}.json`);
  await writeFile(config, JSON.stringify(bootstrap(folder, pod, xds.port, await xds.tokenOf(pod))));
  const admin = `http://${pod.address}:${envoyPort}`;
  const server = await startProcess({
    name: `envoy-${pod.name}`,
    folder,
    ...within(
      pod,
      ...(["setpriv", "--regid", proxyGroup, "--clear-groups", path, "--config-path", config] as const),
      ...["--disable-hot-restart", "--concurrency", "1", "--log-level", "warning"],
      // Connections that began under a rule that has changed; Istio's own give them 45 s, Envoy's default is 600.
      ...["--drain-time-s", "5"],
    ),
    // Live before it has heard of anything; it is of use once it takes what comes in.
    isReady: async () => {
      const listeners = await fetch(`${admin}/listeners`, { signal: AbortSignal.timeout(2_000) });
      return (await listeners.text()).includes(pod.isGateway ? "0.0.0.0_443" : "virtualInbound");
    },
    stopPatience: 2_000,
  });
  return {
    ...server,
    async stat(names) {
      const answer = await fetch(`${admin}/stats?format=json&filter=${encodeURIComponent(names.source)}`);
      const { stats } = (await answer.json()) as { stats: { name?: string; value: number }[] };
      const values = stats.filter(({ name }) => name !== undefined).map(({ value }) => value);
      if (values.length === 0) throw new Error(`${pod.name}'s Envoy has nothing called ${names.source}`);
      return values.reduce((sum, value) => sum + value);
    },
  };
}

function bootstrap(folder: string, pod: Pod, xdsPort: number, token: string): object {
  const { name, app, address, isGateway } = pod;
  const namespace = namespaceOf(pod);
  const labels = isGateway
    ? { istio: "ingressgateway" }
    : { "app.kubernetes.io/name": app, "security.istio.io/tlsMode": "istio" };
  const xds = { socket_address: { address: node, port_value: xdsPort } };
  const certificates = { pipe: { path: join(folder, `${name}.sock`) } };
  return {
    node: {
      id: `${isGateway ? "router" : "sidecar"}~${address}~${name}.${namespace}~${namespace}.svc.cluster.local`,
      cluster: app,
      metadata: {
        ...{ NAME: name, NAMESPACE: namespace, SERVICE_ACCOUNT: app, LABELS: labels },
        ...{ INSTANCE_IPS: address, CLUSTER_ID: "Kubernetes", ISTIO_VERSION: "1.31.0" },
      },
    },
    admin: { address: { socket_address: { address, port_value: envoyPort } } },
    dynamic_resources: {
      ads_config: {
        api_type: "GRPC",
        transport_api_version: "V3",
        set_node_on_first_message_only: true,
        grpc_services: [
          {
            envoy_grpc: { cluster_name: "xds-grpc" },
            initial_metadata: [{ key: "authorization", value: `Bearer ${token}` }],
          },
        ],
      },
      cds_config: { ads: {}, resource_api_version: "V3" },
      lds_config: { ads: {}, resource_api_version: "V3" },
    },
    static_resources: { clusters: [grpcCluster("xds-grpc", xds), grpcCluster("sds-grpc", certificates)] },
  };
}

function grpcCluster(name: string, address: object): object {
  const options = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";
  return {
    name,
    type: "STATIC",
    connect_timeout: "1s",
    typed_extension_protocol_options: {
      [options]: {
        "@type": `type.googleapis.com/${options}`,
        explicit_http_config: { http2_protocol_options: {} },
      },
    },
    load_assignment: { cluster_name: name, endpoints: [{ lb_endpoints: [{ endpoint: { address } }] }] },
  };
}
