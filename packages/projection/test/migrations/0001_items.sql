-- A read model as small as one can be: the book-keeping that every one has, and a number per row.
create table users (
  user_id uuid primary key,
  generation int not null default 1,
  building int,
  damage int not null default 0,
  building_until timestamptz,
  erased boolean not null default false
);
create table progress (
  user_id uuid not null references users,
  generation int not null,
  applied_revision int not null default 0,
  seen_revision int not null default 0,
  changes bigint not null default 0,
  applied_time timestamptz,
  primary key (user_id, generation)
);
create table chunks (
  user_id uuid not null,
  generation int not null,
  revision int not null,
  chunk int not null,
  chunks int not null,
  primary key (user_id, generation, revision, chunk)
);
create table watermarks (
  source text not null,
  topic text not null,
  partition int not null,
  time timestamptz not null,
  primary key (source, topic, partition)
);
create table consumer_positions (
  consumer text not null,
  topic text not null,
  partition integer not null,
  position text not null,
  primary key (consumer, topic, partition)
);
-- A row's amount, or null for its tombstone.
create table items (
  user_id uuid not null,
  generation int not null,
  transaction_id uuid not null,
  revision int not null,
  amount text,
  primary key (user_id, generation, transaction_id)
);
