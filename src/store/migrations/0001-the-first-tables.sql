-- Only what PostgreSQL 15 has. municipality_code stands first in every primary, unique and foreign
-- key, so that every table but the reference tables can be distributed by it without change.
-- The role skillnad_app, under which every query of the program runs, exists already and owns nothing.

-- Reference tables: the same for everybody, no personal data, no row-level security. -------------

create table database_stamp (
  only_row boolean primary key default true check (only_row),
  kind text not null check (kind in ('demo', 'real')),
  created_at timestamptz not null
);
grant select on database_stamp to skillnad_app;

-- A published version is never edited: there is no grant to change or remove one.
create table codebooks (
  codebook_id text not null,
  version text not null,
  content jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  primary key (codebook_id, version)
);
grant select, insert on codebooks to skillnad_app;

-- Organisations ---------------------------------------------------------------------------------

-- Also counties ('0023' for county 23) and the nation ('0000'), whose people have accounts too.
-- Who takes part is public and stands on the sign-in page: everybody reads, each writes its own.
create table municipalities (
  municipality_code text primary key check (municipality_code ~ '^[0-9]{4}$'),
  kind text not null check (kind in ('municipality', 'county', 'nation')),
  name text not null,
  county_code text check (county_code ~ '^[0-9]{2}$')
);
grant select, insert, update on municipalities to skillnad_app;

create table municipality_settings (
  municipality_code text primary key references municipalities,
  contact text not null default ''
);
grant select, insert, update on municipality_settings to skillnad_app;

create table units (
  municipality_code text not null references municipalities,
  unit_id text not null,
  name text not null,
  -- The colleagues of a unit may open each other's cases without giving a reason.
  is_open_to_colleagues boolean not null default false,
  -- How many client surveys have come in: numbers the next one.
  survey_arrivals integer not null default 0,
  primary key (municipality_code, unit_id)
);
grant select, insert, update on units to skillnad_app;

-- People and their sessions ---------------------------------------------------------------------

create table accounts (
  municipality_code text not null references municipalities,
  account_id text not null,
  sign_in_name text not null,
  -- The name in small letters, by the program: what small letters are differs between servers.
  sign_in_key text not null,
  display_name text not null,
  password_hash text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (municipality_code, account_id),
  unique (municipality_code, sign_in_key)
);
grant select, insert, update on accounts to skillnad_app;

create table grants (
  municipality_code text not null,
  account_id text not null,
  role text not null,
  -- null: in the whole municipality
  unit_id text,
  foreign key (municipality_code, account_id) references accounts,
  foreign key (municipality_code, unit_id) references units
);
create unique index grants_once on grants (municipality_code, account_id, role, unit_id)
  nulls not distinct;
grant select, insert, delete on grants to skillnad_app;

create table sessions (
  municipality_code text not null,
  -- SHA-256 of the cookie's secret: a stolen database opens no session.
  token_hash text not null,
  account_id text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (municipality_code, token_hash),
  foreign key (municipality_code, account_id) references accounts
);
create index sessions_by_account on sessions (municipality_code, account_id);
grant select, insert, update, delete on sessions to skillnad_app;

create table sign_in_attempts (
  municipality_code text not null references municipalities,
  kind text not null check (kind in ('account', 'address')),
  key text not null,
  failures integer not null,
  last_failure_at timestamptz not null,
  primary key (municipality_code, kind, key)
);
grant select, insert, update, delete on sign_in_attempts to skillnad_app;

-- Cases -----------------------------------------------------------------------------------------

create table cases (
  municipality_code text not null references municipalities,
  case_id text not null,
  case_code text not null,
  unit_id text not null,
  assignee_account_id text,
  codebook_id text not null,
  state text not null check (state in ('open', 'closed')),
  started_on date not null,
  closed_on date,
  birth_year smallint,
  revision integer not null check (revision > 0),
  last_step_at timestamptz not null,
  survey jsonb not null,
  sheet jsonb not null,
  marks jsonb not null,
  completed jsonb not null,
  primary key (municipality_code, case_id),
  unique (municipality_code, case_code),
  foreign key (municipality_code, unit_id) references units,
  foreign key (municipality_code, assignee_account_id) references accounts,
  check ((state = 'closed') = (closed_on is not null))
);
create index cases_of_unit on cases (municipality_code, unit_id, last_step_at desc);
create index cases_of_assignee on cases (municipality_code, assignee_account_id, last_step_at desc);
grant select, insert, update on cases to skillnad_app;

-- What each decision changed, from what to what, by whom, when and why. Only ever added to.
create table case_revisions (
  municipality_code text not null,
  case_id text not null,
  revision integer not null check (revision > 0),
  at timestamptz not null,
  account_id text not null,
  reason text,
  changes jsonb not null,
  primary key (municipality_code, case_id, revision),
  foreign key (municipality_code, case_id) references cases,
  foreign key (municipality_code, account_id) references accounts
);
grant select, insert on case_revisions to skillnad_app;

create table idempotency_keys (
  municipality_code text not null,
  account_id text not null,
  key text not null,
  request_sha256 text not null,
  -- what the request was about, such as a case's code: a repeat is answered from it
  subject text not null,
  created_at timestamptz not null,
  primary key (municipality_code, account_id, key),
  foreign key (municipality_code, account_id) references accounts
);
create index idempotency_keys_by_age on idempotency_keys (municipality_code, created_at);
grant select, insert, update, delete on idempotency_keys to skillnad_app;

-- A colleague's case was opened for a reason, which the unit's manager sees.
create table access_reasons (
  municipality_code text not null,
  access_reason_id text not null,
  account_id text not null,
  case_id text not null,
  reason text not null,
  at timestamptz not null,
  until timestamptz not null,
  primary key (municipality_code, access_reason_id),
  foreign key (municipality_code, account_id) references accounts,
  foreign key (municipality_code, case_id) references cases
);
create index access_reasons_of_case on access_reasons (municipality_code, case_id, account_id, until);
create index access_reasons_by_time on access_reasons (municipality_code, at desc);
grant select, insert on access_reasons to skillnad_app;

-- The client's own answers, apart from the case and sealed: added and counted, never changed. There
-- is no time of day here, which would tell whose visit they belong to.
create table survey_answers (
  municipality_code text not null,
  response_id text not null,
  case_id text not null,
  unit_id text not null,
  arrival_number integer not null,
  mode text not null,
  answered_on date not null,
  answers jsonb not null,
  primary key (municipality_code, response_id),
  unique (municipality_code, case_id),
  unique (municipality_code, unit_id, arrival_number),
  foreign key (municipality_code, case_id) references cases,
  foreign key (municipality_code, unit_id) references units
);
grant select, insert on survey_answers to skillnad_app;

-- The audit chain -------------------------------------------------------------------------------

create table audit_log (
  municipality_code text not null references municipalities,
  sequence bigint not null check (sequence > 0),
  at timestamptz not null,
  -- no foreign keys: the log outlives what it speaks of
  account_id text,
  action text not null,
  case_id text,
  details jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (municipality_code, sequence)
);
create index audit_log_of_case on audit_log (municipality_code, case_id, sequence);
grant select, insert on audit_log to skillnad_app;

-- The last link of each chain: locked while a link is added, and what tells that links were cut off.
create table audit_heads (
  municipality_code text primary key references municipalities,
  sequence bigint not null,
  hash text not null
);
grant select, insert, update on audit_heads to skillnad_app;

-- Stops also the owner, whom no grant stops, from changing the log by mistake.
create function refuse_to_change_the_log() returns trigger language plpgsql as $$
begin
  raise exception 'audit_log is only ever added to' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_log_is_append_only before update or delete or truncate on audit_log
  for each statement execute function refuse_to_change_the_log();

-- Row-level security, the second wall ------------------------------------------------------------
-- Forced, so that it holds for the owner too. Where no municipality is set, current_setting raises
-- an error or gives an empty text: no row either way.

alter table municipalities enable row level security;
alter table municipalities force row level security;
create policy read_by_all on municipalities for select using (true);
create policy insert_own on municipalities for insert
  with check (municipality_code = current_setting('app.municipality'));
create policy update_own on municipalities for update
  using (municipality_code = current_setting('app.municipality'));

alter table municipality_settings enable row level security;
alter table municipality_settings force row level security;
create policy own_municipality on municipality_settings
  using (municipality_code = current_setting('app.municipality'));

alter table units enable row level security;
alter table units force row level security;
create policy own_municipality on units
  using (municipality_code = current_setting('app.municipality'));

alter table accounts enable row level security;
alter table accounts force row level security;
create policy own_municipality on accounts
  using (municipality_code = current_setting('app.municipality'));

alter table grants enable row level security;
alter table grants force row level security;
create policy own_municipality on grants
  using (municipality_code = current_setting('app.municipality'));

alter table sessions enable row level security;
alter table sessions force row level security;
create policy own_municipality on sessions
  using (municipality_code = current_setting('app.municipality'));

alter table sign_in_attempts enable row level security;
alter table sign_in_attempts force row level security;
create policy own_municipality on sign_in_attempts
  using (municipality_code = current_setting('app.municipality'));

alter table cases enable row level security;
alter table cases force row level security;
create policy own_municipality on cases
  using (municipality_code = current_setting('app.municipality'));

alter table case_revisions enable row level security;
alter table case_revisions force row level security;
create policy own_municipality on case_revisions
  using (municipality_code = current_setting('app.municipality'));

alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy own_municipality on idempotency_keys
  using (municipality_code = current_setting('app.municipality'));

alter table access_reasons enable row level security;
alter table access_reasons force row level security;
create policy own_municipality on access_reasons
  using (municipality_code = current_setting('app.municipality'));

alter table survey_answers enable row level security;
alter table survey_answers force row level security;
create policy own_municipality on survey_answers
  using (municipality_code = current_setting('app.municipality'));

alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy own_municipality on audit_log
  using (municipality_code = current_setting('app.municipality'));

alter table audit_heads enable row level security;
alter table audit_heads force row level security;
create policy own_municipality on audit_heads
  using (municipality_code = current_setting('app.municipality'));
