-- As @finflow/event-log has them: outboxDdl and consumerPositionsDdl.
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

create table consumer_positions (
  consumer text not null,
  topic text not null,
  partition integer not null,
  position text not null,
  primary key (consumer, topic, partition)
);
