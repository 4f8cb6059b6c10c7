-- The log of the solo profile. Numbers are taken under the topic's lock, so their order is the order of commits.
create table log_events (
  topic text not null,
  sequence bigint generated always as identity,
  user_id uuid not null,
  source text not null,
  id uuid not null,
  type text not null,
  time timestamptz not null,
  traceparent text,
  data bytea not null,
  appended_at timestamptz not null default clock_timestamp(),
  primary key (topic, sequence)
);
create unique index log_events_once on log_events (user_id, source, id);
create index log_events_age on log_events (topic, appended_at);

-- Up to where a topic was pruned: a consumer behind it has missed something.
create table log_topics (
  topic text primary key,
  pruned_through bigint not null default 0
);

-- What consumers said of their position, for pruning only: the truth is in each consumer's own store.
create table log_consumers (
  consumer text not null,
  topic text not null,
  position bigint not null,
  seen_at timestamptz not null default now(),
  primary key (consumer, topic)
);

create table log_watermarks (
  source text primary key,
  at timestamptz not null
);

-- <topic>.dlq: what a consumer could not take, and why.
create table log_dead_letters (
  user_id uuid not null,
  topic text not null,
  consumer text not null,
  source text not null,
  id uuid not null,
  type text not null,
  time timestamptz not null,
  traceparent text,
  data bytea not null,
  cause text not null,
  failed_at timestamptz not null default now(),
  primary key (user_id, topic, consumer, source, id)
);
create index log_dead_letters_newest on log_dead_letters (topic, failed_at desc);

-- Whose events are refused: an outbox may still hold some when the user is erased.
create table log_erased_users (
  user_id uuid primary key
);
