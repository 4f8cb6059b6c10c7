import type { Metrics } from "@finflow/telemetry/metrics";
import type { ReadingQueue } from "../adapters/reading-jobs.ts";
import { repeat } from "./repeat.ts";

export type JobWatch = { queue: ReadingQueue; metrics: Metrics; everySeconds: number };

/** `finflow_upload_reading_jobs`: what waits for workers, by queue. Workers are scaled by the same lists. */
export function jobGauge(metrics: Metrics) {
  return metrics.gauge(
    "finflow_upload_reading_jobs",
    "Files that wait for a worker, and that one works on; every replica says the same",
    ["queue", "state"],
  );
}

/** Counts until aborted. A store of jobs that cannot be asked has no figures rather than old ones. */
export async function watchJobs(
  { queue, metrics, everySeconds }: JobWatch,
  onProblem: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  const gauge = gaugeOf(metrics);
  const count = async () => {
    const counts = await queue.counts();
    for (const [name, { waiting, active }] of Object.entries(counts)) {
      gauge.set({ queue: name, state: "waiting" }, waiting);
      gauge.set({ queue: name, state: "active" }, active);
    }
  };
  const forget = (error: unknown) => {
    gauge.reset();
    if (!signal.aborted) onProblem(error);
  };
  await repeat(count, { everySeconds, onProblem: forget }, signal);
}

const gauges = new WeakMap<Metrics, ReturnType<typeof jobGauge>>();

/** A service that is started again in its process finds its gauge there. */
function gaugeOf(metrics: Metrics) {
  const gauge = gauges.get(metrics) ?? jobGauge(metrics);
  gauges.set(metrics, gauge);
  return gauge;
}
