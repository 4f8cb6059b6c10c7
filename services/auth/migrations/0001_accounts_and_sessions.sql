-- The only living person's data of this service: gone in the transaction that erases the user.
create table users (
  user_id uuid primary key,
  email text not null constraint users_email_key unique,
  password_hash text not null,
  create_time timestamptz(3) not null,
  password_time timestamptz(3) not null
);

-- Permanent: the user id only.
create table tombstones (
  user_id uuid primary key
);

create table erasures (
  user_id uuid primary key references tombstones,
  erasure_id uuid not null constraint erasures_erasure_id_key unique,
  request_time timestamptz(3) not null
);

create table erasure_services (
  user_id uuid not null references erasures,
  service text not null,
  erase_time timestamptz(3),
  primary key (user_id, service)
);

create table sessions (
  session_id uuid primary key,
  user_id uuid not null references users on delete cascade,
  create_time timestamptz(3) not null,
  last_use_time timestamptz(3) not null,
  end_time timestamptz(3) not null,
  keep_signed_in boolean not null,
  client text not null
);
create index sessions_user_id_idx on sessions (user_id, session_id);
create index sessions_end_time_idx on sessions (end_time);

-- One row per token that a session ever had: a replay is known by the row of the token it uses again.
create table refresh_tokens (
  token_hash bytea primary key,
  session_id uuid not null references sessions on delete cascade,
  use_time timestamptz(3),
  successor_salt bytea,
  successor_key_id text,
  check ((use_time is null) = (successor_key_id is null))
);
create index refresh_tokens_session_id_idx on refresh_tokens (session_id);
create index refresh_tokens_salt_idx on refresh_tokens (use_time) where successor_salt is not null;

-- Ended before their time; kept as long as an access token could still be valid. No user id.
create table revoked_sessions (
  session_id uuid primary key,
  revoke_time timestamptz(3) not null,
  is_announced boolean not null default false
);
create index revoked_sessions_revoke_time_idx on revoked_sessions (revoke_time);
create index revoked_sessions_unannounced_idx on revoked_sessions (revoke_time) where not is_announced;

-- Of an account, of an address (the other is empty then), and of an account from an address. HMACs, since an
-- unknown account's e-mail is somebody's too.
create table login_attempts (
  account bytea not null,
  address bytea not null,
  failures integer not null,
  last_time timestamptz(3) not null,
  primary key (account, address)
);
create index login_attempts_last_time_idx on login_attempts (last_time);

-- AIP-155.
create table registrations (
  request_id uuid primary key,
  user_id uuid not null references users on delete cascade,
  session_id uuid not null,
  token_salt bytea not null,
  token_key_id text not null,
  create_time timestamptz(3) not null
);
create index registrations_user_id_idx on registrations (user_id);
create index registrations_create_time_idx on registrations (create_time);

create table signing_keys (
  kid text primary key,
  sign_from timestamptz(3) not null,
  public_n text not null,
  public_e text not null,
  sealed_private_key bytea not null,
  seal_key_id text not null
);
