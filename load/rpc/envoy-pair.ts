import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { startEnvoy } from "@finflow/local-servers/envoy";
import { freePorts } from "@finflow/local-servers/ports";
import type { ServerProcess } from "@finflow/local-servers/server-process";

export type EnvoyPair = {
  /** Where a caller finds a service behind both, by the service's own port. */
  portOf(servicePort: number): number;
  stop(): Promise<void>;
};

type Way = { listen: number; to: number };

/**
 * Two Envoys as a mesh puts them between a caller and services: the caller's takes plaintext and speaks mutual TLS with
 * the services' one, which passes on plaintext. HTTP/2 everywhere; of Istio's own filters they have none.
 */
export async function startEnvoyPair(folder: string, servicePorts: readonly number[]): Promise<EnvoyPair> {
  await mkdir(folder, { recursive: true });
  await writeCertificate(folder);
  const count = servicePorts.length;
  const free = await freePorts(2 * count + 2);
  const [near, between] = [free.slice(0, count), free.slice(count, 2 * count)];
  const [adminOfCaller, adminOfService] = free.slice(2 * count) as [number, number];
  const ways = (listen: readonly number[], to: readonly number[]): Way[] =>
    listen.map((port, at) => ({ listen: port, to: to[at]! }));
  const started: ServerProcess[] = [];
  const start = async (name: string, admin: number, config: object) => {
    const file = join(folder, `${name}.json`);
    await writeFile(file, JSON.stringify(config));
    started.push(await startEnvoy(join(folder, name), file, admin));
  };
  const tls = { ...secret(folder), ...{ alpn_protocols: ["h2"] } };
  await start("of-services", adminOfService, {
    admin: admin(adminOfService),
    ...served(ways(between, servicePorts), { below: { ...tls }, above: undefined }),
  });
  await start("of-caller", adminOfCaller, {
    admin: admin(adminOfCaller),
    ...served(ways(near, between), { below: undefined, above: { ...tls } }),
  });
  return {
    portOf: (servicePort) => near[servicePorts.indexOf(servicePort)]!,
    stop: async () => {
      for (const envoy of started.toReversed()) await envoy.stop();
    },
  };
}

async function writeCertificate(folder: string): Promise<void> {
  await promisify(execFile)("openssl", [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"],
    ...["-keyout", join(folder, "key.pem"), "-out", join(folder, "certificate.pem")],
    ...["-subj", "/CN=finflow", "-addext", "subjectAltName=DNS:finflow"],
  ]);
}

/** Both ends have the same certificate, and trust nothing else. */
function secret(folder: string): object {
  const file = (name: string) => ({ filename: join(folder, name) });
  return {
    tls_certificates: [{ certificate_chain: file("certificate.pem"), private_key: file("key.pem") }],
    validation_context: { trusted_ca: file("certificate.pem") },
  };
}

const admin = (port: number) => ({ address: address(port) });
const address = (port: number) => ({ socket_address: { address: "127.0.0.1", port_value: port } });
const typeOf = (name: string) => ({ "@type": `type.googleapis.com/envoy.extensions.${name}` });

function served(ways: readonly Way[], { below, above }: { below?: object; above?: object }): object {
  return {
    static_resources: {
      listeners: ways.map((way) => ({
        name: `in-${way.listen}`,
        address: address(way.listen),
        filter_chains: [{ ...downstreamTls(below), filters: [httpFilter(way)] }],
      })),
      clusters: ways.map(({ to }) => ({
        name: `to-${to}`,
        type: "STATIC",
        connect_timeout: "2s",
        ...upstreamTls(above),
        typed_extension_protocol_options: {
          "envoy.extensions.upstreams.http.v3.HttpProtocolOptions": {
            ...typeOf("upstreams.http.v3.HttpProtocolOptions"),
            explicit_http_config: { http2_protocol_options: {} },
          },
        },
        load_assignment: {
          cluster_name: `to-${to}`,
          endpoints: [{ lb_endpoints: [{ endpoint: { address: address(to) } }] }],
        },
      })),
    },
  };
}

function downstreamTls(context: object | undefined): object {
  if (!context) return {};
  const name = "transport_sockets.tls.v3.DownstreamTlsContext";
  const tls = { ...typeOf(name), common_tls_context: context, require_client_certificate: true };
  return { transport_socket: { name: "tls", typed_config: tls } };
}

function upstreamTls(context: object | undefined): object {
  if (!context) return {};
  const tls = {
    ...typeOf("transport_sockets.tls.v3.UpstreamTlsContext"),
    ...{ common_tls_context: context, sni: "finflow" },
  };
  return { transport_socket: { name: "tls", typed_config: tls } };
}

function httpFilter({ listen, to }: Way): object {
  const route = { match: { prefix: "/" }, route: { cluster: `to-${to}`, timeout: "0s" } };
  return {
    name: "http",
    typed_config: {
      ...typeOf("filters.network.http_connection_manager.v3.HttpConnectionManager"),
      ...{ stat_prefix: `in-${listen}`, codec_type: "HTTP2" },
      route_config: { virtual_hosts: [{ name: "all", domains: ["*"], routes: [route] }] },
      http_filters: [{ name: "router", typed_config: typeOf("filters.http.router.v3.Router") }],
    },
  };
}
