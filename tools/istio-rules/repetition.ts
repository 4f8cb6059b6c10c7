import type { DescMethod } from "@bufbuild/protobuf";
import { MethodOptions_IdempotencyLevel } from "@bufbuild/protobuf/wkt";
import { dependencyAwayHeader } from "@finflow/connect-grpc-js/dependency-away";
import { hostOf, type MeshService, pathOf } from "./mesh.ts";
import { type Resource, resource } from "./resource.ts";

/**
 * What a second try may follow: nothing arrived (connect-failure, refused-stream), the connection broke or the try
 * took too long before an answer began (reset), the service said that it cannot now (unavailable), or that something
 * it depends on is away (retriable-headers): another replica may have a way to it.
 */
const retryOn = "connect-failure,refused-stream,reset,unavailable,retriable-headers";

/** Istio has no field for it; a proxy takes it from the request, which its own rule has written by then. */
const headers = { request: { set: { "x-envoy-retriable-header-names": dependencyAwayHeader } } };

/** Retries after the first try, as Istio counts them. */
const attempts = 3;

/** Half a caller's usual deadline of 10 s and less, so that a second try still has time. */
const perTryTimeout = "3s";

/** The longest that a service lets an RPC take that does not stream. */
const longest = "60s";

/** Without `timeout` there is none but the caller's own deadline: Istio refuses to be told zero. */
type Kind = {
  name: string;
  holds: (method: DescMethod) => boolean;
  timeout?: string;
  retries: object;
  headers?: object;
};

const once = { attempts: 0 };

const kinds: readonly Kind[] = [
  {
    name: "may-be-repeated",
    holds: (method) => mayRepeat(method) && !streams(method),
    timeout: longest,
    retries: { attempts, perTryTimeout, retryOn },
    headers,
  },
  {
    // Only until its first message is there. A try may be as long as the stream, so it has no timeout.
    name: "stream-may-be-repeated",
    holds: (method) => mayRepeat(method) && streams(method),
    retries: { attempts, retryOn },
    headers,
  },
  {
    name: "once",
    holds: (method) => !mayRepeat(method) && !streams(method),
    timeout: longest,
    retries: once,
  },
  {
    name: "stream-once",
    holds: (method) => !mayRepeat(method) && streams(method),
    retries: once,
  },
];

/** The contract's own word for it: what says nothing must not be repeated. */
export function mayRepeat({ idempotency }: DescMethod): boolean {
  return idempotency !== MethodOptions_IdempotencyLevel.IDEMPOTENCY_UNKNOWN;
}

export function streams({ methodKind }: DescMethod): boolean {
  return methodKind !== "unary";
}

/** Which of a service's RPCs are tried again, and for how long each may take. */
export function virtualService(service: MeshService): Resource {
  const methods = service.contracts.flatMap((contract) => contract.methods);
  const port = service.grpcPort;
  const routes = kinds.flatMap(({ name, holds, ...rules }) => {
    const match = methods.filter(holds).map((method) => ({ port, uri: { exact: pathOf(method) } }));
    return match.length === 0 ? [] : [{ name, match, ...to(service.name, port), ...rules }];
  });
  // What no contract names is answered by the service itself, once.
  const others = {
    name: "others",
    match: [{ port }],
    ...to(service.name, port),
    timeout: longest,
    retries: once,
  };
  const host = hostOf(service.name);
  return resource("VirtualService", service.name, {
    hosts: [host],
    http: [...routes, others, ...keys(service)],
  });
}

/**
 * Processes fetch auth's keys, which nothing but reading them can follow. Where a replica's process is dead, its proxy
 * says so with 503.
 */
function keys({ name, adminPort }: MeshService): object[] {
  if (name !== "auth") return [];
  const match = [{ port: adminPort, method: { exact: "GET" }, uri: { exact: "/.well-known/jwks.json" } }];
  return [
    {
      name: "keys",
      match,
      ...to(name, adminPort),
      timeout: "5s",
      retries: {
        attempts,
        perTryTimeout: "1s",
        retryOn: "connect-failure,refused-stream,reset,gateway-error",
      },
    },
  ];
}

function to(service: string, port: number) {
  return { route: [{ destination: { host: hostOf(service), port: { number: port } } }] };
}
