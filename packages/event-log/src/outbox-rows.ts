import type { ClientBase } from "pg";
import type { LogEvent, Topic } from "./event.ts";

export type OutboxRow = { readonly sequence: string; readonly event: LogEvent };

type Row = {
  now: Date;
  sequence: string | null;
  id: string;
  topic: Topic;
  type: string;
  user_id: string;
  time: Date;
  traceparent: string | null;
  data: Buffer;
};

/** Bytes of data in a batch, unless a single row has more. */
const largestBatch = 4_000_000;

/**
 * The first unsent rows. Not those past the last one sent: a transaction that took a low number may commit after
 * one with a higher number was sent.
 *
 * @returns the rows, and the time of the snapshot they were seen in: without rows, everything committed before
 *   it has been sent
 */
export async function outboxBatch(
  client: ClientBase,
  source: string,
  limit: number,
): Promise<{ rows: OutboxRow[]; snapshotTime: Date }> {
  // now() is taken before the snapshot of the statement that stands alone.
  const { rows } = await client.query<Row>(
    `select now() as now, unsent.*
       from (values (1)) as always
       left join lateral (
         select sequence, id, topic, type, user_id, time, traceparent, data
           from (
             select *, sum(length(data)) over (order by sequence) - length(data) as bytes_before
               from (select * from outbox where sent_at is null order by sequence limit $1) first_ones
           ) measured
          where bytes_before < $2
       ) unsent on true
      order by sequence`,
    [limit, largestBatch],
  );
  const found = rows.flatMap((row): OutboxRow[] =>
    row.sequence === null
      ? []
      : [
          {
            sequence: row.sequence,
            event: {
              id: row.id,
              topic: row.topic,
              type: row.type,
              source,
              userId: row.user_id,
              time: row.time,
              traceparent: row.traceparent ?? undefined,
              data: row.data,
            },
          },
        ],
  );
  return { rows: found, snapshotTime: rows[0]?.now ?? new Date(0) };
}

export async function markSent(client: ClientBase, rows: readonly OutboxRow[]): Promise<void> {
  await client.query(
    `update outbox set sent_at = now()
       from unnest($1::uuid[], $2::bigint[]) as sent (user_id, sequence)
      where outbox.user_id = sent.user_id and outbox.sequence = sent.sequence`,
    [rows.map(({ event }) => event.userId), rows.map(({ sequence }) => sequence)],
  );
}

/** Removes what was sent seven days ago: long enough to look at what happened, and to send it again by hand. */
export async function pruneSent(client: ClientBase): Promise<void> {
  await client.query("delete from outbox where sent_at < now() - interval '7 days'");
}
