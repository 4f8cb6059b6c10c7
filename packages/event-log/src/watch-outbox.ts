import type { Metrics } from "@finflow/telemetry/metrics";
import type { Pool } from "pg";
import { relayGauges } from "./event-gauges.ts";
import { pause } from "./wait.ts";

export type OutboxWatch = { pool: Pool; source: string; metrics: Metrics; everyMs: number };

/** Rows that are counted at most: the index of unsent rows is read for each. */
const mostCounted = 100_000;

/**
 * Measures an outbox until aborted. On a connection of its own each time, since the relay's is busy exactly when rows
 * wait. An outbox that cannot be asked has no figures rather than old ones.
 */
export async function watchOutbox(
  { pool, source, metrics, everyMs }: OutboxWatch,
  onProblem: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  const { unsent, oldest } = relayGauges(metrics);
  while (!signal.aborted) {
    try {
      const { rows } = await pool.query<{ count: number; seconds: number }>(
        `select (select count(*)::int from (select from outbox where sent_at is null limit $1) unsent) as count,
                coalesce((select greatest(0, extract(epoch from clock_timestamp() - time))::float8
                            from outbox where sent_at is null order by sequence limit 1), 0) as seconds`,
        [mostCounted],
      );
      unsent.set({ source }, rows[0]?.count ?? 0);
      oldest.set({ source }, rows[0]?.seconds ?? 0);
    } catch (error) {
      for (const gauge of [unsent, oldest]) gauge.remove({ source });
      if (!signal.aborted) onProblem(error);
    }
    await pause(everyMs, signal);
  }
}
