-- How people come in, and prove who they are.

-- The seed of the six digits, sealed under a key that is not in the database; and the last step of time
-- that was used, so that nobody uses it again.
alter table accounts
  add column totp_sealed text,
  add column totp_last_step bigint,
  -- The day alone: whether an account is still in use, and not when somebody works.
  add column last_sign_in_on date,
  -- Browsers that she signed in by before this are strangers again.
  add column known_devices_from timestamptz;

-- A password opens nothing any more without the six digits: those who had one alone come in by a link.
alter table accounts no force row level security;
update accounts set password_hash = null;
alter table accounts force row level security;
alter table accounts add check (password_hash is null or totp_sealed is not null);

-- Failures are counted for keyed hashes: people write their passwords where their names should stand.
-- Browsers that are known by their owners have a count of their own.
truncate sign_in_attempts;
alter table sign_in_attempts
  drop constraint sign_in_attempts_kind_check,
  add constraint sign_in_attempts_kind_check check (kind in ('account', 'address', 'device'));

-- When the person last proved who she is: what asks for more than a session asks for this. How, and with
-- which kind of program, is what she recognises the session by.
alter table sessions
  add column proved_at timestamptz,
  add column method text not null default 'password'
    check (method in ('password', 'passkey', 'provider', 'demo')),
  add column device text not null default '';

-- Opens an account once: for somebody invited, or somebody who has lost her way in. Only the hash is kept.
create table account_links (
  municipality_code text not null references municipalities,
  link_hash text not null,
  account_id text not null,
  purpose text not null check (purpose in ('invitation', 'recovery')),
  -- null: the program itself, at its first start or by its operator.
  made_by_account_id text,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (municipality_code, link_hash),
  foreign key (municipality_code, account_id) references accounts,
  foreign key (municipality_code, made_by_account_id) references accounts
);
create index account_links_of_account on account_links (municipality_code, account_id);
grant select, insert, update, delete on account_links to skillnad_app;

alter table account_links enable row level security;
alter table account_links force row level security;
create policy own_municipality on account_links
  using (municipality_code = current_setting('app.municipality'));

-- Public keys: of no use to whoever steals them.
create table passkeys (
  municipality_code text not null references municipalities,
  credential_id text not null,
  account_id text not null,
  name text not null,
  public_key text not null,
  sign_count bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (municipality_code, credential_id),
  foreign key (municipality_code, account_id) references accounts
);
create index passkeys_of_account on passkeys (municipality_code, account_id);
grant select, insert, update, delete on passkeys to skillnad_app;

alter table passkeys enable row level security;
alter table passkeys force row level security;
create policy own_municipality on passkeys
  using (municipality_code = current_setting('app.municipality'));

-- Who an account is with a provider of identities: a keyed hash, since some providers name people by
-- their personal numbers.
create table provider_identities (
  municipality_code text not null references municipalities,
  issuer text not null,
  subject_key text not null,
  account_id text not null,
  linked_at timestamptz not null,
  primary key (municipality_code, issuer, subject_key),
  foreign key (municipality_code, account_id) references accounts
);
create index provider_identities_of_account on provider_identities (municipality_code, account_id);
grant select, insert, delete on provider_identities to skillnad_app;

alter table provider_identities enable row level security;
alter table provider_identities force row level security;
create policy own_municipality on provider_identities
  using (municipality_code = current_setting('app.municipality'));

-- A way back in, asked for by one administrator and allowed by another.
create table recoveries (
  municipality_code text not null references municipalities,
  recovery_id text not null,
  account_id text not null,
  asked_by_account_id text not null,
  asked_at timestamptz not null,
  allowed_by_account_id text,
  settled_at timestamptz,
  is_allowed boolean,
  primary key (municipality_code, recovery_id),
  foreign key (municipality_code, account_id) references accounts,
  foreign key (municipality_code, asked_by_account_id) references accounts,
  foreign key (municipality_code, allowed_by_account_id) references accounts,
  check (allowed_by_account_id is null or allowed_by_account_id <> asked_by_account_id)
);
grant select, insert, update on recoveries to skillnad_app;

alter table recoveries enable row level security;
alter table recoveries force row level security;
create policy own_municipality on recoveries
  using (municipality_code = current_setting('app.municipality'));

-- How far the first run has come; no row where nobody has begun one.
create table first_runs (
  municipality_code text primary key references municipalities,
  begun_at timestamptz not null,
  codebook_seen_at timestamptz,
  finished_at timestamptz
);
grant select, insert, update on first_runs to skillnad_app;

alter table first_runs enable row level security;
alter table first_runs force row level security;
create policy own_municipality on first_runs
  using (municipality_code = current_setting('app.municipality'));
