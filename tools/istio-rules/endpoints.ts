import { hostOf } from "./mesh.ts";
import { type Resource, resource } from "./resource.ts";

/** How much one caller's proxy may have open towards a service. */
export type Limits = { connections: number; requests: number };

/** Streams of RPCs share connections: a hundred carry all that a service's pods can take. */
export const rpcLimits: Limits = { connections: 100, requests: 2_000 };
/** HTTP/1.1 takes a connection for each request, and pages that watch keep theirs. */
export const doorLimits: Limits = { connections: 4_096, requests: 8_192 };

/**
 * A failure is what a dead or hanging process looks like, through its sidecar or without: no connection, no answer in
 * time, UNAVAILABLE in the first header block (as HTTP: 502, 503, 504). Other errors are answers: whoever asks five
 * times for what is not implemented (501) must not take a replica out. Nor is UNAVAILABLE in trailers a failure: so
 * a process says that what it depends on is away (`dependencyAwayHeader`), which all its replicas would say.
 */
export const rpcFailures = { consecutiveGatewayErrors: 5 };
/**
 * Over HTTP edge has one word for a process that is dead and a service behind it that is away: 503. The second is all
 * replicas' and must take none out, so at the door what does not reach the pod counts. A dead process beside a living
 * sidecar is taken out by its probe.
 */
export const doorFailures = {
  splitExternalLocalOriginErrors: true,
  consecutiveLocalOriginFailures: 5,
  consecutiveGatewayErrors: 0,
};

/** Limits, and endpoints that fail left alone for a while. */
export function destinationRule(service: string, limits: Limits, failures: object): Resource {
  return resource("DestinationRule", service, {
    host: hostOf(service),
    trafficPolicy: {
      connectionPool: {
        tcp: {
          maxConnections: limits.connections,
          connectTimeout: "2s",
          tcpKeepalive: { time: "60s", interval: "15s", probes: 4 },
        },
        http: { http1MaxPendingRequests: 512, http2MaxRequests: limits.requests, maxRetries: 32 },
      },
      loadBalancer: {
        simple: "LEAST_REQUEST",
        localityLbSetting: {
          enabled: true,
          failoverPriority: ["topology.kubernetes.io/region", "topology.kubernetes.io/zone"],
        },
      },
      outlierDetection: {
        ...failures,
        consecutive5xxErrors: 0,
        interval: "5s",
        baseEjectionTime: "30s",
        maxEjectionPercent: 50,
      },
    },
  });
}
