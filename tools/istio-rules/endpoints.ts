import { hostOf } from "./mesh.ts";
import { type Resource, resource } from "./resource.ts";

/** How much one caller's proxy may have open towards a service. */
export type Limits = { connections: number; requests: number };

/** Streams of RPCs share connections: a hundred carry all that a service's pods can take. */
export const rpcLimits: Limits = { connections: 100, requests: 2_000 };
/** HTTP/1.1 takes a connection for each request, and pages that watch keep theirs. */
export const doorLimits: Limits = { connections: 4_096, requests: 8_192 };

/**
 * Limits, and endpoints that fail left alone for a while. A failure is what a dead or hanging process looks like,
 * through its sidecar or without: no connection, no answer in time, UNAVAILABLE (as HTTP: 502, 503, 504). Other
 * errors are answers: whoever asks five times for what is not implemented (501) must not take a replica out.
 */
export function destinationRule(service: string, limits: Limits): Resource {
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
        consecutiveGatewayErrors: 5,
        consecutive5xxErrors: 0,
        interval: "5s",
        baseEjectionTime: "30s",
        maxEjectionPercent: 50,
      },
    },
  });
}
