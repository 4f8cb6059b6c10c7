-- Keys begin with the user, so that the store can be cut by user.

create table users (
  user_id uuid primary key,
  -- Gapless; only a change of rows takes the next one. This row's lock is the user's lock.
  revision integer not null default 0 check (revision >= 0),
  -- Set for ever once the user is erased: nothing is written for them any more.
  erased_at timestamptz
);

create table documents (
  user_id uuid not null references users,
  document_id uuid not null,
  file_name text not null,
  size_bytes integer not null check (size_bytes > 0),
  sha256 bytea not null check (length(sha256) = 32),
  status text not null check (status in ('PENDING', 'UPLOADED', 'EXTRACTING', 'COMPLETED', 'FAILED')),
  -- Raised by every change: what watchers compare.
  version integer not null default 1,
  -- Part of the job's id; raised before each job is added.
  attempt integer not null default 0,
  -- How often a worker took it up since it was last asked for.
  tries integer not null default 0,
  claim bigint,
  heartbeat_at timestamptz,
  expires_at timestamptz,
  failure text,
  verdict text check (verdict in ('RECONCILED', 'DISCREPANT', 'UNVERIFIABLE')),
  pages integer not null default 0,
  transaction_count integer not null default 0,
  new_transaction_count integer not null default 0,
  same_statement_as uuid,
  said_currency text,
  said_year integer,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (user_id, document_id),
  foreign key (user_id, same_statement_as) references documents on delete set null (same_statement_as),
  check ((status = 'EXTRACTING') = (claim is not null)),
  check ((status = 'EXTRACTING') = (heartbeat_at is not null)),
  check ((status = 'PENDING') = (expires_at is not null)),
  check ((status = 'FAILED') = (failure is not null))
);
create unique index documents_bytes on documents (user_id, sha256);
create index documents_same_statement on documents (user_id, same_statement_as) where same_statement_as is not null;
-- What the sweeper looks for, over all users.
create index documents_waiting on documents (status, updated_at) where status in ('PENDING', 'UPLOADED', 'EXTRACTING');

-- For objects, whose keys know no user.
create index documents_by_id on documents (document_id);

create sequence document_claims as bigint;

create table document_passwords (
  user_id uuid not null,
  document_id uuid not null,
  key_id text not null,
  sealed bytea not null,
  primary key (user_id, document_id),
  foreign key (user_id, document_id) references documents on delete cascade
);

create table accounts (
  user_id uuid not null references users,
  account_id uuid not null,
  institution text not null,
  institution_key text not null,
  -- The whole number where it is printed, "*1234" where it is masked, '' where there is none. Never shown.
  number_key text not null,
  masked_number text not null,
  currency text not null,
  name text not null default '',
  primary key (user_id, account_id)
);
create unique index accounts_identity on accounts (user_id, institution_key, number_key, currency);

create table statements (
  user_id uuid not null,
  statement_id uuid not null,
  document_id uuid not null,
  ordinal integer not null,
  account_id uuid not null,
  -- Of currency, institution, period, balances and rows.
  identity bytea not null,
  verdict text not null check (verdict in ('RECONCILED', 'DISCREPANT', 'UNVERIFIABLE')),
  opening bigint,
  closing bigint,
  period_from date,
  period_to date,
  warnings text[] not null,
  checks jsonb not null,
  transaction_count integer not null,
  primary key (user_id, statement_id),
  foreign key (user_id, document_id) references documents on delete cascade,
  foreign key (user_id, account_id) references accounts
);
create unique index statements_of_document on statements (user_id, document_id, ordinal);
create index statements_identity on statements (user_id, identity);
create index statements_account on statements (user_id, account_id);

create table transactions (
  user_id uuid not null references users,
  transaction_id uuid not null,
  -- The revision that last changed it, and the one it came with.
  revision integer not null,
  created_revision integer not null,
  created_ordinal integer not null,
  account_id uuid not null,
  verdict text not null check (verdict in ('RECONCILED', 'DISCREPANT', 'UNVERIFIABLE')),
  -- The source whose values it shows.
  statement_id uuid not null,
  ordinal integer not null,
  possible_duplicate_of uuid,
  -- Taken out of every figure by the person.
  removed boolean not null default false,
  primary key (user_id, transaction_id)
);
create index transactions_revision on transactions (user_id, revision, transaction_id);

-- What a document printed, as it was extracted: never changed, replaced only when the file is read again.
create table transaction_sources (
  user_id uuid not null,
  statement_id uuid not null,
  ordinal integer not null,
  document_id uuid not null,
  transaction_id uuid not null,
  -- Of currency, date, type, amount and folded description.
  row_key bytea not null,
  page integer not null,
  box double precision[] not null,
  date date not null,
  description text not null,
  type text not null check (type in ('DEBIT', 'CREDIT')),
  amount bigint not null check (amount >= 0),
  balance bigint,
  category text not null,
  flow text not null check (flow in ('SPENDING', 'INCOME', 'TRANSFER')),
  confidence double precision not null,
  merchant text not null,
  primary key (user_id, statement_id, ordinal),
  foreign key (user_id, statement_id) references statements on delete cascade
);
create index transaction_sources_row_key on transaction_sources (user_id, row_key);
create index transaction_sources_transaction on transaction_sources (user_id, transaction_id);
create index transaction_sources_document on transaction_sources (user_id, document_id);

-- What the person changed, over the extracted values.
create table corrections (
  user_id uuid not null references users,
  transaction_id uuid not null,
  category text,
  flow text check (flow in ('SPENDING', 'INCOME', 'TRANSFER')),
  date date,
  description text,
  type text check (type in ('DEBIT', 'CREDIT')),
  amount bigint check (amount >= 0),
  removed boolean not null default false,
  updated_at timestamptz not null default now(),
  -- Set when the document was read again and no longer has the row: the row as it was, and its document.
  left_over jsonb,
  left_over_document uuid,
  primary key (user_id, transaction_id),
  foreign key (user_id, left_over_document) references documents (user_id, document_id) on delete cascade,
  check ((left_over is null) = (left_over_document is null))
);
create index corrections_left_over on corrections (user_id, left_over_document) where left_over is not null;

-- Rows that are no more: read models that rebuild themselves need to hear of them.
create table tombstones (
  user_id uuid not null references users,
  transaction_id uuid not null,
  revision integer not null,
  primary key (user_id, transaction_id)
);
create index tombstones_revision on tombstones (user_id, revision, transaction_id);

-- Written by the transaction that deletes the document. Without the user: it outlives their erasure.
create table object_deletions (
  object_key text primary key,
  created_at timestamptz not null default now()
);

-- Every change of a document raises its version and tells watchers; a heartbeat is none. The notice is a
-- hint: who misses it polls. A document that is done needs no password any more, however it came to it.
create function document_changes() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    new.updated_at := now();
    if new.status in ('COMPLETED', 'FAILED') then
      delete from document_passwords where user_id = new.user_id and document_id = new.document_id;
    end if;
  end if;
  if tg_op = 'DELETE' then
    perform pg_notify('upload_documents', old.user_id::text);
    return old;
  end if;
  perform pg_notify('upload_documents', new.user_id::text);
  return new;
end $$;
create trigger document_written before insert or delete on documents
  for each row execute function document_changes();
create trigger document_updated before update of
  status, failure, verdict, pages, transaction_count, new_transaction_count, same_statement_as,
  said_currency, said_year, file_name, size_bytes on documents
  for each row execute function document_changes();
