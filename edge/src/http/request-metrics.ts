import type { Metrics } from "@finflow/telemetry/metrics";

/** How long requests take, by what they asked for (of a closed list) and the status of their answer. */
export function requestMetrics(metrics: Metrics) {
  return metrics.histogram("http_server_request_duration_seconds", "HTTP requests answered", [
    "route",
    "status",
  ]);
}
