import type { LogEvent, Topic } from "./event.ts";

export const eventColumns = "user_id, source, id, topic, type, time, traceparent, data";

/** Eight arrays as rows, numbered: {@link columnsOf} fills them. */
export const unnestEvents =
  "unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::bytea[]) with ordinality";

export type EventRow = {
  user_id: string;
  source: string;
  id: string;
  topic: Topic;
  type: string;
  time: Date;
  traceparent: string | null;
  data: Buffer;
};

export function eventOf(row: EventRow): LogEvent {
  return {
    userId: row.user_id,
    source: row.source,
    id: row.id,
    topic: row.topic,
    type: row.type,
    time: row.time,
    traceparent: row.traceparent ?? undefined,
    data: row.data,
  };
}

/** The parameters of {@link unnestEvents}. */
export function columnsOf(events: readonly LogEvent[]): unknown[] {
  return [
    events.map(({ userId }) => userId),
    events.map(({ source }) => source),
    events.map(({ id }) => id),
    events.map(({ topic }) => topic),
    events.map(({ type }) => type),
    events.map(({ time }) => time),
    events.map(({ traceparent }) => traceparent ?? null),
    events.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
  ];
}
