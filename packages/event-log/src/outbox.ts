import { randomUUIDv7 } from "node:crypto";
import type { Database } from "@finflow/postgres/database";
import { context, isSpanContextValid, trace } from "@opentelemetry/api";
import { erasureTopics, type NewEvent } from "./event.ts";

/**
 * The outbox's table, to be put into a migration of the service that owns it. The channel's name is the
 * table's: NOTIFY stays within a database.
 */
export const outboxDdl = `
create table outbox (
  user_id uuid not null,
  sequence bigint generated always as identity,
  id uuid not null,
  topic text not null,
  type text not null,
  time timestamptz not null default clock_timestamp(),
  traceparent text,
  data bytea not null,
  sent_at timestamptz,
  primary key (user_id, sequence)
);
create index outbox_unsent on outbox (sequence) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;
`;

/**
 * Adds events to the outbox of the transaction's database, in this order; they are published when it commits.
 * Whoever writes for a user holds that user's lock, so that the order of rows is the order of changes.
 */
export async function enqueue(tx: Database, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const current = currentTraceparent();
  await tx.$client.query(
    `insert into outbox (user_id, id, topic, type, traceparent, data)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bytea[])`,
    [
      events.map(({ userId }) => userId),
      events.map(() => randomUUIDv7()),
      events.map(({ topic }) => topic),
      events.map(({ type }) => type),
      events.map(({ traceparent }) => traceparent ?? current),
      events.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
    ],
  );
  await tx.$client.query("notify outbox");
}

/** Removes what the outbox holds of a user, sent or not, but for events that tell of erasing. */
export async function eraseFromOutbox(tx: Database, userId: string): Promise<void> {
  await tx.$client.query("delete from outbox where user_id = $1 and topic <> all($2)", [
    userId,
    erasureTopics,
  ]);
}

/** W3C Trace Context, version 00. */
function currentTraceparent(): string | undefined {
  const span = trace.getSpanContext(context.active());
  if (span === undefined || !isSpanContextValid(span)) return undefined;
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, "0")}`;
}
