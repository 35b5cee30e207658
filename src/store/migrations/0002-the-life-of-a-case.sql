-- The case's life (sharing, transfer, voiding, named readers), how each unit does, registration
-- sessions, and a municipality's own variables. As in 0001, municipality_code comes first everywhere.

alter table units
  add column kind text not null default 'both' check (kind in ('authority', 'provider', 'both')),
  -- The municipalities beside its own that the unit receives people from.
  add column serves text[] not null default '{}';

-- Every municipality's cases at once, and the keys that point out of them: the owner steps past its
-- own wall, and only here.
alter table cases no force row level security;
alter table units no force row level security;
alter table accounts no force row level security;
alter table cases
  add column shared_unit_id text,
  add column shared_assignee_account_id text,
  add column served_municipality_code text,
  add column is_anonymous boolean not null default false,
  add column previous_case_code text,
  -- null: not restricted
  add column reader_account_ids text[],
  -- who voided it, when and in which revision
  add column voided jsonb,
  add foreign key (municipality_code, shared_unit_id) references units (municipality_code, unit_id),
  add foreign key (municipality_code, shared_assignee_account_id)
    references accounts (municipality_code, account_id);
update cases set served_municipality_code = municipality_code;
alter table cases force row level security;
alter table units force row level security;
alter table accounts force row level security;
alter table cases alter column served_municipality_code set not null;
create index cases_of_shared_unit on cases (municipality_code, shared_unit_id)
  where shared_unit_id is not null;
create index cases_of_shared_assignee on cases (municipality_code, shared_assignee_account_id)
  where shared_assignee_account_id is not null;
-- Lists and searches read this index alone, in the order in which they show: all that they ask about
-- stands in it. Restricted and voided cases, of which there are few, have their own.
create index cases_listed on cases (municipality_code, last_step_at desc, case_id)
  include (case_code, unit_id, shared_unit_id, assignee_account_id, shared_assignee_account_id,
    state, birth_year, started_on)
  where voided is null and reader_account_ids is null;
create index cases_restricted on cases (municipality_code, last_step_at desc)
  where reader_account_ids is not null;
create index cases_voided on cases (municipality_code, last_step_at desc) where voided is not null;

-- «Så gör vi hos oss»: how a unit judges a question. About the work, never about a person.
create table unit_guidance (
  municipality_code text not null,
  unit_id text not null,
  -- the question's concept, so that the words outlive a new version of the codebook
  concept text not null,
  guidance text not null,
  updated_by text not null,
  updated_at timestamptz not null,
  primary key (municipality_code, unit_id, concept),
  foreign key (municipality_code, unit_id) references units,
  foreign key (municipality_code, updated_by) references accounts
);
grant select, insert, update, delete on unit_guidance to skillnad_app;

-- Two cases that resemble each other, and that somebody has said are two persons' or rightly two.
create table look_alike_dismissals (
  municipality_code text not null,
  -- the smaller id first
  case_id text not null,
  other_case_id text not null,
  dismissed_by text not null,
  dismissed_at timestamptz not null,
  primary key (municipality_code, case_id, other_case_id),
  foreign key (municipality_code, case_id) references cases,
  foreign key (municipality_code, other_case_id) references cases,
  foreign key (municipality_code, dismissed_by) references accounts,
  check (case_id < other_case_id)
);
grant select, insert on look_alike_dismissals to skillnad_app;

-- Registration sessions («registreringsstuga») -----------------------------------------------------

create table registration_sessions (
  municipality_code text not null,
  session_id text not null,
  unit_id text not null,
  name text not null,
  opened_by text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (municipality_code, session_id),
  foreign key (municipality_code, unit_id) references units,
  foreign key (municipality_code, opened_by) references accounts
);
create index registration_sessions_of_unit
  on registration_sessions (municipality_code, unit_id, opened_at desc);
create index registration_sessions_open
  on registration_sessions (municipality_code, unit_id) where closed_at is null;
grant select, insert, update on registration_sessions to skillnad_app;

create table session_participants (
  municipality_code text not null,
  session_id text not null,
  account_id text not null,
  joined_at timestamptz not null,
  primary key (municipality_code, session_id, account_id),
  foreign key (municipality_code, session_id) references registration_sessions,
  foreign key (municipality_code, account_id) references accounts
);
grant select, insert on session_participants to skillnad_app;

-- A case that a participant has taken: the key lets nobody else take it in the same session.
create table session_cases (
  municipality_code text not null,
  session_id text not null,
  case_id text not null,
  account_id text not null,
  taken_at timestamptz not null,
  -- null while it is worked on
  outcome text check (outcome in ('done', 'later')),
  settled_at timestamptz,
  primary key (municipality_code, session_id, case_id),
  foreign key (municipality_code, session_id) references registration_sessions,
  foreign key (municipality_code, case_id) references cases,
  foreign key (municipality_code, account_id) references accounts,
  check ((outcome is null) = (settled_at is null))
);
-- One case at a time: a double click takes no second one.
create unique index session_cases_in_work
  on session_cases (municipality_code, session_id, account_id) where outcome is null;
grant select, insert, update on session_cases to skillnad_app;

-- «Räck upp handen»: a question that somebody wants to talk about.
create table session_hands (
  municipality_code text not null,
  session_id text not null,
  concept text not null,
  account_id text not null,
  raised_at timestamptz not null,
  primary key (municipality_code, session_id, concept, account_id),
  foreign key (municipality_code, session_id) references registration_sessions,
  foreign key (municipality_code, account_id) references accounts
);
grant select, insert, delete on session_hands to skillnad_app;

-- A municipality's own variables -------------------------------------------------------------------

-- One draft at a time: an overlay that is talked over, and may be wrong until it is published.
create table local_drafts (
  municipality_code text primary key references municipalities,
  -- counts the saves, on from one draft to the next: whoever saves tells which she saw
  revision integer not null check (revision > 0),
  -- null: published or discarded, and no new one begun
  content jsonb,
  updated_by text not null,
  updated_at timestamptz not null,
  foreign key (municipality_code, updated_by) references accounts
);
grant select, insert, update on local_drafts to skillnad_app;

create table draft_comments (
  municipality_code text not null references municipalities,
  comment_id text not null,
  variable_id text not null,
  account_id text not null,
  at timestamptz not null,
  comment text not null,
  settled_at timestamptz,
  primary key (municipality_code, comment_id),
  foreign key (municipality_code, account_id) references accounts
);
grant select, insert, update on draft_comments to skillnad_app;

-- The versions that a municipality has published, each a codebook of its own: the latest is used.
create table local_codebooks (
  municipality_code text not null references municipalities,
  codebook_id text not null,
  version text not null,
  number integer not null check (number > 0),
  -- what was published: the overlay, before it was joined with the common codebook
  overlay jsonb not null,
  note text not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (municipality_code, number),
  unique (municipality_code, codebook_id, version),
  foreign key (municipality_code, published_by) references accounts
);
grant select, insert on local_codebooks to skillnad_app;

-- Row-level security, the second wall --------------------------------------------------------------

alter table unit_guidance enable row level security;
alter table unit_guidance force row level security;
create policy own_municipality on unit_guidance
  using (municipality_code = current_setting('app.municipality'));

alter table look_alike_dismissals enable row level security;
alter table look_alike_dismissals force row level security;
create policy own_municipality on look_alike_dismissals
  using (municipality_code = current_setting('app.municipality'));

alter table registration_sessions enable row level security;
alter table registration_sessions force row level security;
create policy own_municipality on registration_sessions
  using (municipality_code = current_setting('app.municipality'));

alter table session_participants enable row level security;
alter table session_participants force row level security;
create policy own_municipality on session_participants
  using (municipality_code = current_setting('app.municipality'));

alter table session_cases enable row level security;
alter table session_cases force row level security;
create policy own_municipality on session_cases
  using (municipality_code = current_setting('app.municipality'));

alter table session_hands enable row level security;
alter table session_hands force row level security;
create policy own_municipality on session_hands
  using (municipality_code = current_setting('app.municipality'));

alter table local_drafts enable row level security;
alter table local_drafts force row level security;
create policy own_municipality on local_drafts
  using (municipality_code = current_setting('app.municipality'));

alter table draft_comments enable row level security;
alter table draft_comments force row level security;
create policy own_municipality on draft_comments
  using (municipality_code = current_setting('app.municipality'));

alter table local_codebooks enable row level security;
alter table local_codebooks force row level security;
create policy own_municipality on local_codebooks
  using (municipality_code = current_setting('app.municipality'));
