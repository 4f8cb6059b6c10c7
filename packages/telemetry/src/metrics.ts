import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** The labels of an RPC, by OpenTelemetry's RPC conventions in Prometheus' spelling. */
type RpcLabels = "rpc_system_name" | "rpc_method" | "rpc_status_code";

/** One process's metrics. */
export type Metrics = {
  /** `rpc_server_call_duration_seconds` */
  readonly serverCalls: Histogram<RpcLabels>;
  /** `rpc_client_call_duration_seconds` */
  readonly clientCalls: Histogram<RpcLabels>;
  /** `rpc_server_active_calls`: calls being handled, streams included. */
  readonly serverActive: Gauge<"rpc_method">;
  /** `rpc_client_active_calls` */
  readonly clientActive: Gauge<"rpc_method">;
  /** `finflow_dependency_up`: 1 while a dependency answers, when it was asked last. */
  readonly dependencyUp: Gauge<"service" | "dependency">;
  /** Where a service puts its own counters, gauges and histograms. */
  readonly registry: Registry;
  /** A counter of this process. Labels must come from closed lists: never an id. */
  counter<L extends string>(name: string, help: string, labels?: readonly L[]): Counter<L>;
  /** @param collect sets it, whenever metrics are read */
  gauge<L extends string>(name: string, help: string, labels?: readonly L[], collect?: () => void): Gauge<L>;
  /** In seconds, unless `buckets` says otherwise. */
  histogram<L extends string>(
    name: string,
    help: string,
    labels?: readonly L[],
    buckets?: readonly number[],
  ): Histogram<L>;
};

// OpenTelemetry's advice for call durations, in seconds.
const durationBuckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const rpcLabels: RpcLabels[] = ["rpc_system_name", "rpc_method", "rpc_status_code"];

/** A registry with RPC and process metrics (CPU, memory, event loop, open files). One per process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const metrics = {
    registry,
    counter: <L extends string>(name: string, help: string, labels: readonly L[] = []) =>
      new Counter<L>({ name, help, labelNames: labels, registers }),
    gauge: <L extends string>(name: string, help: string, labels: readonly L[] = [], collect?: () => void) =>
      new Gauge<L>({ name, help, labelNames: labels, registers, ...(collect && { collect }) }),
    histogram: <L extends string>(
      name: string,
      help: string,
      labels: readonly L[] = [],
      buckets: readonly number[] = durationBuckets,
    ) => new Histogram<L>({ name, help, labelNames: labels, buckets: [...buckets], registers }),
  };
  return {
    ...metrics,
    serverCalls: metrics.histogram("rpc_server_call_duration_seconds", "Incoming RPCs", rpcLabels),
    clientCalls: metrics.histogram("rpc_client_call_duration_seconds", "Outgoing RPCs", rpcLabels),
    serverActive: metrics.gauge("rpc_server_active_calls", "Incoming RPCs in progress", ["rpc_method"]),
    clientActive: metrics.gauge("rpc_client_active_calls", "Outgoing RPCs in progress", ["rpc_method"]),
    dependencyUp: metrics.gauge("finflow_dependency_up", "1 while a dependency answers, by service", [
      "service",
      "dependency",
    ]),
  };
}
