import type { Metrics } from "@finflow/telemetry/metrics";

/** Several relays and consumers of a process share its gauges, told apart by their labels. */
function oncePerProcess<Gauges>(make: (metrics: Metrics) => Gauges): (metrics: Metrics) => Gauges {
  const made = new WeakMap<Metrics, Gauges>();
  return (metrics) => {
    const gauges = made.get(metrics) ?? make(metrics);
    made.set(metrics, gauges);
    return gauges;
  };
}

/** Every process with a relay tells the same of an outbox, so that it is seen also where none of them sends. */
export const relayGauges = oncePerProcess((metrics) => ({
  unsent: metrics.gauge(
    "finflow_outbox_unsent_rows",
    "Rows of the outbox that the log does not have, counted up to 100,000; every replica says the same",
    ["source"],
  ),
  oldest: metrics.gauge(
    "finflow_outbox_oldest_seconds",
    "For how long the first unsent row has waited, 0 where all are sent; every replica says the same",
    ["source"],
  ),
  isLeader: metrics.gauge("finflow_relay_is_leader", "1 in the process whose relay sends", ["source"]),
}));

export type ConsumerGauges = ReturnType<typeof consumerGauges>;

export const consumerGauges = oncePerProcess((metrics) => ({
  lag: metrics.gauge(
    "finflow_consumer_lag_records",
    "Records after what the consumer has committed, in all partitions; every replica says the same",
    ["consumer", "topic"],
  ),
  lastProgress: metrics.gauge(
    "finflow_consumer_last_progress_seconds",
    "Unix time at which this process last took a batch, or had nothing left to take",
    ["consumer", "topic"],
  ),
}));
