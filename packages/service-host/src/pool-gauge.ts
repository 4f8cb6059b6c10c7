import type { Metrics } from "@finflow/telemetry/metrics";

/** A pool of database connections, as `pg` counts them. */
export type CountedPool = {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
  readonly options: { readonly max?: number };
};

/**
 * `finflow_database_connections`: a process's connections, counted whenever its metrics are read. Several services of
 * one process share the gauge, told apart by `pool`.
 */
export function poolGauge(metrics: Metrics): (pool: string, counted: CountedPool) => void {
  const known = pools.get(metrics);
  if (known) return (name, counted) => void known.set(name, counted);
  const all = new Map<string, CountedPool>();
  pools.set(metrics, all);
  const gauge = metrics.gauge(
    "finflow_database_connections",
    "Connections of a pool: busy, idle, the most there may be; and those who wait for one",
    ["pool", "state"],
    () => {
      for (const [pool, { totalCount, idleCount, waitingCount, options }] of all) {
        gauge.set({ pool, state: "busy" }, totalCount - idleCount);
        gauge.set({ pool, state: "idle" }, idleCount);
        gauge.set({ pool, state: "waiting" }, waitingCount);
        if (options.max !== undefined) gauge.set({ pool, state: "most" }, options.max);
      }
    },
  );
  return (name, counted) => void all.set(name, counted);
}

const pools = new WeakMap<Metrics, Map<string, CountedPool>>();
