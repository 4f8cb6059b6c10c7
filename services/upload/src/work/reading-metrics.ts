import type { Metrics } from "@finflow/telemetry/metrics";
import type { ReadingResult } from "./reading-result.ts";

export type ReadingMetrics = { read(result: ReadingResult, seconds: number): void };

/** From a small statement on an idle machine to the reader's limits, in seconds. */
const buckets = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 90, 120];

/** How files end, by result, and how long they take. */
export function readingMetrics(metrics: Metrics): ReadingMetrics {
  const results = metrics.counter("finflow_upload_readings_total", "Files taken up, by result", ["result"]);
  const seconds = metrics.histogram(
    "finflow_upload_reading_seconds",
    "From taking a file up to its commit",
    [],
    buckets,
  );
  return {
    read: (result, taken) => {
      results.inc({ result });
      seconds.observe(taken);
    },
  };
}
