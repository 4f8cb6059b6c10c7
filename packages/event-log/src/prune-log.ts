import { transaction } from "@finflow/postgres/transaction";
import type { Pool } from "pg";

/**
 * Removes events that every known consumer has passed and that are older than seven days, and dead letters older
 * than 30 days. A consumer not seen for 30 days no longer holds anything back: it must be rebuilt when it returns.
 *
 * @returns how many events went
 */
export async function pruneLog(pool: Pool): Promise<number> {
  return transaction(pool, async ({ $client }) => {
    await $client.query("delete from log_consumers where seen_at < now() - interval '30 days'");
    await $client.query("delete from log_dead_letters where failed_at < now() - interval '30 days'");
    const { rows } = await $client.query<{ pruned: number }>(
      `with bounds as (
         select topic, min(position) as passed from log_consumers group by topic
       ), gone as (
         delete from log_events event using bounds
          where event.topic = bounds.topic and event.sequence <= bounds.passed
            and event.appended_at < now() - interval '7 days'
         returning event.topic, event.sequence
       ), noted as (
         insert into log_topics (topic, pruned_through)
         select topic, max(sequence) from gone group by topic
         on conflict (topic) do update set pruned_through = greatest(log_topics.pruned_through, excluded.pruned_through)
       )
       select count(*)::int as pruned from gone`,
    );
    return rows[0]?.pruned ?? 0;
  });
}
