-- A question that a participant of a registration session goes through in her cases, one after the
-- other: her answers to it belong to the session, also in cases that she has not taken there.
create table session_questions (
  municipality_code text not null,
  session_id text not null,
  account_id text not null,
  variable_id text not null,
  opened_at timestamptz not null,
  primary key (municipality_code, session_id, account_id, variable_id),
  foreign key (municipality_code, session_id) references registration_sessions,
  foreign key (municipality_code, account_id) references accounts
);
grant select, insert on session_questions to skillnad_app;

alter table session_questions enable row level security;
alter table session_questions force row level security;
create policy own_municipality on session_questions
  using (municipality_code = current_setting('app.municipality'));
