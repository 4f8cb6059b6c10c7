import { consumerGauges, relayGauges } from "@finflow/event-log/event-gauges";
import { createMetrics } from "@finflow/telemetry/metrics";
import { requestMetrics } from "../../../edge/src/http/request-metrics.ts";
import { poolGauge } from "../../../packages/service-host/src/pool-gauge.ts";
import { jobGauge } from "../../../services/upload/src/work/job-gauge.ts";
import { readingMetrics } from "../../../services/upload/src/work/reading-metrics.ts";

/** What Prometheus adds to every target, by the PodMonitor, and to its own figures. */
export const targetLabels = ["namespace", "job", "pod"];

/** Every metric of every process with its labels, by the names that Prometheus stores. */
export function exportedMetrics(): Map<string, string[]> {
  const metrics = createMetrics();
  requestMetrics(metrics);
  readingMetrics(metrics);
  jobGauge(metrics);
  poolGauge(metrics);
  relayGauges(metrics);
  consumerGauges(metrics);
  const exported = new Map<string, string[]>([["up", []]]);
  // prom-client keeps a metric's own labels to itself; its types do not show them.
  const registered = metrics.registry.getMetricsAsArray() as unknown as {
    name: string;
    type: string;
    labelNames: string[];
  }[];
  for (const { name, type, labelNames } of registered) {
    exported.set(name, labelNames);
    if (type !== "histogram") continue;
    for (const part of ["sum", "count"]) exported.set(`${name}_${part}`, labelNames);
    exported.set(`${name}_bucket`, [...labelNames, "le"]);
  }
  return exported;
}
