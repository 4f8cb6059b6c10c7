-- The read model and the conversations of chatbot. Every key begins with the user, so that it can be sharded by user.

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
  -- Rises with every applied chunk.
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

-- Rows by merchant, or the tombstone of one (date is null then).
create table merchant_rows (
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
  -- Major units.
  amount numeric(24, 4),
  -- What is grouped by: the name, folded.
  merchant_key text,
  merchant text,
  primary key (user_id, generation, transaction_id)
);
create index merchant_rows_by_date on merchant_rows (user_id, generation, date) where date is not null;

create table conversations (
  user_id uuid not null references users,
  conversation_id uuid not null,
  title text not null,
  create_time timestamptz not null,
  update_time timestamptz not null,
  -- The last plan that was understood: what a question goes on from.
  plan jsonb,
  primary key (user_id, conversation_id)
);
create index conversations_by_use on conversations (user_id, update_time desc, conversation_id desc);

create table turns (
  user_id uuid not null,
  conversation_id uuid not null,
  turn int not null,
  question text not null,
  -- finflow.chatbot.v1.AskResponse.
  response bytea not null,
  ask_time timestamptz not null,
  -- AIP-155: the same request is answered once.
  request_id uuid,
  primary key (user_id, conversation_id, turn),
  foreign key (user_id, conversation_id) references conversations on delete cascade
);
create unique index turns_by_request on turns (user_id, request_id) where request_id is not null;

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
