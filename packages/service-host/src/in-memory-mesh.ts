import { Code, ConnectError, type Interceptor, type Transport } from "@connectrpc/connect";
import { createInMemoryTransport } from "@finflow/connect-grpc-js/in-memory";
import type { ServiceTokens } from "@finflow/identity/service-token";
import type { HostOptions } from "./host-options.ts";
import type { HostedService } from "./hosted-service.ts";
import { servedBy } from "./served.ts";
import { serverInterceptors } from "./server-interceptors.ts";

export type CallerOptions = {
  /** The caller's own: `clientTelemetry` and the like. */
  interceptors?: Interceptor[];
  /** Its service tokens, sent to `internal` RPCs, each for the service that is called. */
  serviceTokens?: ServiceTokens;
  /** For unary calls that name no timeout, in milliseconds. Default 10,000. */
  defaultTimeoutMs?: number;
};

export type InMemoryMesh = {
  /** Serves one more service. Does not start it. */
  add(service: HostedService): void;
  /**
   * A transport to every service of the mesh, for one caller. May be taken before the services are there, so
   * that services can be built around each other; a call to one that is not is `unavailable`.
   */
  transport(caller?: CallerOptions): Transport;
};

type Served = { service: HostedService; interceptors: Interceptor[] };

/** Services of one process that call each other through the same interceptors and limits as over the network. */
export function createInMemoryMesh(options: HostOptions): InMemoryMesh {
  const served = new Map<string, Served>();
  return {
    add(service) {
      const entry = { service, interceptors: serverInterceptors(service, options) };
      for (const { typeName: name } of servedBy(service)) {
        if (served.has(name)) throw new Error(`${name} is served twice`);
        served.set(name, entry);
      }
    },
    transport(caller = {}) {
      const made = new Map<Served, Transport>();
      const route = (typeName: string): Transport => {
        const entry = served.get(typeName);
        if (!entry) throw new ConnectError(`${typeName} is not running`, Code.Unavailable);
        let transport = made.get(entry);
        if (!transport) {
          transport = createInMemoryTransport((router) => entry.service.routes(router), {
            interceptors: [
              ...(caller.interceptors ?? []),
              ...(caller.serviceTokens ? [caller.serviceTokens.interceptor(entry.service.name)] : []),
            ],
            serverInterceptors: entry.interceptors,
            defaultTimeoutMs: caller.defaultTimeoutMs ?? 10_000,
            limits: { client: options.limits, server: options.limits },
          });
          made.set(entry, transport);
        }
        return transport;
      };
      return {
        unary: async (method, ...rest) => route(method.parent.typeName).unary(method, ...rest),
        stream: async (method, ...rest) => route(method.parent.typeName).stream(method, ...rest),
      };
    },
  };
}

/** A transport to services of this process, for tests and where no service calls another. */
export function serveInMemory(
  services: readonly HostedService[],
  options: HostOptions,
  caller?: CallerOptions,
): Transport {
  const mesh = createInMemoryMesh(options);
  for (const service of services) mesh.add(service);
  return mesh.transport(caller);
}
