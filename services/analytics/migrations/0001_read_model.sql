-- The read model of analytics. Every key begins with the user, so that it can be sharded by user.

-- One row per user ever heard of; it stays when the user is erased, and is then the tombstone.
create table users (
  user_id uuid primary key,
  -- The generation that answers.
  generation int not null default 1,
  -- A generation being rebuilt beside it, which live changes reach too.
  building int,
  -- How many things of this user's could not be applied; figures are incomplete until a rebuild.
  damage int not null default 0,
  erased boolean not null default false
);
create index users_to_rebuild on users (user_id) where damage > 0 or building is not null;

-- How far a generation of a user has come.
create table progress (
  user_id uuid not null references users,
  generation int not null,
  -- Every revision up to this one is wholly in.
  applied_revision int not null default 0,
  -- The highest revision of which anything was seen.
  seen_revision int not null default 0,
  -- Rises with every applied chunk: part of the keys of cached answers.
  changes bigint not null default 0,
  -- Commit time of the last applied change.
  applied_time timestamptz,
  primary key (user_id, generation)
);

-- Chunks of revisions above applied_revision; gone once the revision is applied.
create table chunks (
  user_id uuid not null,
  generation int not null,
  revision int not null,
  chunk int not null,
  chunks int not null,
  primary key (user_id, generation, revision, chunk)
);

-- A row as it stands, or the tombstone of one (state is null then).
create table rows (
  user_id uuid not null,
  generation int not null,
  transaction_id uuid not null,
  revision int not null,
  date date,
  type text,
  flow text,
  category text,
  currency text,
  account_id uuid,
  -- Major units, so that amounts of different currencies can be compared and bounded.
  amount numeric(24, 4),
  verdict text,
  documents uuid[],
  -- ' word word ' of @finflow/search-tokens, so that a prefix is found as '% prefix%'.
  search text,
  -- The words joined: what "order by description" sorts by.
  description text collate "C",
  -- The whole finflow.type.v1.Transaction.
  state bytea,
  primary key (user_id, generation, transaction_id)
);
create index rows_by_date on rows (user_id, generation, date, transaction_id) where state is not null;
create index rows_by_amount on rows (user_id, generation, amount, transaction_id) where state is not null;
create index rows_by_description on rows (user_id, generation, description, transaction_id) where state is not null;

-- Sums per day and per month, changed by the difference of a row's old and new state.
create table days (
  user_id uuid not null,
  generation int not null,
  date date not null,
  currency text not null,
  account_id uuid not null,
  category text not null,
  type text not null,
  flow text not null,
  count int not null,
  amount numeric(24, 4) not null,
  unproven_count int not null,
  unproven_amount numeric(24, 4) not null,
  primary key (user_id, generation, date, currency, account_id, category, type, flow)
);
create table months (
  user_id uuid not null,
  generation int not null,
  -- The first of the month.
  date date not null,
  currency text not null,
  account_id uuid not null,
  category text not null,
  type text not null,
  flow text not null,
  count int not null,
  amount numeric(24, 4) not null,
  unproven_count int not null,
  unproven_amount numeric(24, 4) not null,
  primary key (user_id, generation, date, currency, account_id, category, type, flow)
);

-- Up to when everything that a source committed is in.
create table watermarks (
  source text not null,
  topic text not null,
  partition int not null,
  time timestamptz not null,
  primary key (source, topic, partition)
);

-- How far this consumer has come in the log: moved in the transactions that take its batches.
create table consumer_positions (
  consumer text not null,
  topic text not null,
  partition integer not null,
  position text not null,
  primary key (consumer, topic, partition)
);
