-- One occasion to answer the client's survey. What lets her in is kept as hashes, those of the digits
-- keyed by it; the rows are taken away when they can no longer be used.
create table survey_invitations (
  municipality_code text not null,
  invitation_id text not null,
  case_id text not null,
  unit_id text not null,
  mode text not null,
  language text not null,
  invited_by_account_id text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  link_hash text not null,
  link_pin_hash text not null,
  code_hash text,
  code_pin_hash text,
  pin_tries integer not null default 0,
  opened_at timestamptz,
  -- By this the opened pages are known.
  answer_key_hash text,
  closed_at timestamptz,
  is_answered boolean not null default false,
  primary key (municipality_code, invitation_id),
  unique (municipality_code, link_hash),
  unique (municipality_code, code_hash),
  unique (municipality_code, answer_key_hash),
  foreign key (municipality_code, case_id) references cases,
  foreign key (municipality_code, unit_id) references units,
  foreign key (municipality_code, invited_by_account_id) references accounts
);
create index survey_invitations_of_case on survey_invitations (municipality_code, case_id);
grant select, insert, update, delete on survey_invitations to skillnad_app;

alter table survey_invitations enable row level security;
alter table survey_invitations force row level security;
create policy own_municipality on survey_invitations
  using (municipality_code = current_setting('app.municipality'));

-- Which languages clients may meet here: somebody has read every word and answers for it.
create table language_approvals (
  municipality_code text not null references municipalities,
  language text not null,
  text_hash text not null,
  approved_by text not null,
  approved_at timestamptz not null,
  primary key (municipality_code, language)
);
grant select, insert, update, delete on language_approvals to skillnad_app;

alter table language_approvals enable row level security;
alter table language_approvals force row level security;
create policy own_municipality on language_approvals
  using (municipality_code = current_setting('app.municipality'));

-- Whom a client can ask: stands on what she is given to take home.
create table client_contacts (
  municipality_code text primary key references municipalities,
  contact text not null,
  data_protection text not null
);
grant select, insert, update on client_contacts to skillnad_app;

alter table client_contacts enable row level security;
alter table client_contacts force row level security;
create policy own_municipality on client_contacts
  using (municipality_code = current_setting('app.municipality'));
