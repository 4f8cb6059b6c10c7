import { transaction } from "@finflow/postgres/transaction";
import type { Pool } from "pg";
import { contentTopics, type Topic } from "./event.ts";
import { lockTopic } from "./postgres-event-log.ts";

/**
 * Removes events of people's content that every known consumer has passed and that are older than seven days, and dead letters older
 * than 30 days. A consumer not seen for 30 days no longer holds anything back: it is rebuilt when it returns.
 * What tells of erasing is only ids, and kept for good: no consumer can miss that someone was deleted.
 *
 * @returns how many events went
 */
export async function pruneLog(pool: Pool): Promise<number> {
  return transaction(pool, async ({ $client }) => {
    await $client.query("delete from log_consumers where seen_at < now() - interval '30 days'");
    await $client.query("delete from log_dead_letters where failed_at < now() - interval '30 days'");
    const { rows } = await $client.query<{ pruned: number }>(
      `with bounds as (
         select topic, min(position) as passed from log_consumers where topic = any($1) group by topic
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
      [contentTopics],
    );
    return rows[0]?.pruned ?? 0;
  });
}

/**
 * Drops everything a topic holds: its source went back to an earlier state, and what the log tells of it since then
 * did not happen. Consumers that had not read all of it find their position lost.
 */
export async function dropEvents(pool: Pool, topic: Topic): Promise<void> {
  await transaction(pool, async ({ $client }) => {
    await $client.query(lockTopic, [topic]);
    await $client.query(
      `with gone as (delete from log_events where topic = $1 returning sequence)
       insert into log_topics (topic, pruned_through)
       select $1, max(sequence) from gone having count(*) > 0
       on conflict (topic) do update set pruned_through = greatest(log_topics.pruned_through, excluded.pruned_through)`,
      [topic],
    );
    await $client.query("delete from log_dead_letters where topic = $1", [topic]);
  });
}
