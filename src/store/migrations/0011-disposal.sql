-- Disposal («gallring»): the rule, what is held back, what was proposed and done, and what must stay
-- behind for others to be safe. Nothing here but a hold names a case for longer than its disposal takes.

-- A new rule is a new row: a protocol says by which one it was.
create table disposal_rules (
  municipality_code text not null references municipalities,
  rule_number integer not null check (rule_number > 0),
  -- after a case was closed, or after the last step of one that was left open
  years smallint not null check (years between 1 and 20),
  -- who decided it in the municipality (a post or a committee), when, and where it is filed
  decided_by text not null,
  decided_on date not null,
  reference text not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (municipality_code, rule_number),
  foreign key (municipality_code, set_by) references accounts
);
grant select, insert on disposal_rules to skillnad_app;

-- A case that is kept, and why: a legal dispute, research that has been decided.
create table disposal_holds (
  municipality_code text not null,
  case_id text not null,
  reason text not null,
  held_by text not null,
  held_at timestamptz not null,
  primary key (municipality_code, case_id),
  foreign key (municipality_code, case_id) references cases,
  foreign key (municipality_code, held_by) references accounts
);
grant select, insert, delete on disposal_holds to skillnad_app;

create table disposals (
  municipality_code text not null,
  disposal_number integer not null check (disposal_number > 0),
  rule_number integer not null,
  case_count integer not null check (case_count > 0),
  -- over the ids of its cases in order: whoever executes it does what was looked at
  list_sha256 text not null check (list_sha256 ~ '^[0-9a-f]{64}$'),
  proposed_by text not null,
  proposed_at timestamptz not null,
  withdrawn_at timestamptz,
  executed_by text,
  executed_at timestamptz,
  -- counts, and no case
  protocol jsonb,
  -- null: backups can still be read back
  keys_erased_at timestamptz,
  primary key (municipality_code, disposal_number),
  foreign key (municipality_code, rule_number) references disposal_rules,
  foreign key (municipality_code, proposed_by) references accounts,
  foreign key (municipality_code, executed_by) references accounts,
  check ((executed_at is null) = (executed_by is null)),
  check ((executed_at is null) = (protocol is null)),
  check (executed_at is null or withdrawn_at is null)
);
-- One at a time is looked at.
create unique index disposals_open on disposals (municipality_code)
  where executed_at is null and withdrawn_at is null;
grant select, insert, update on disposals to skillnad_app;

-- A protocol stays as it was written, also for the owner, whom no grant stops.
create function refuse_to_change_a_protocol() returns trigger language plpgsql as $$
begin
  if old.executed_at is not null
    and to_jsonb(new) - 'keys_erased_at' <> to_jsonb(old) - 'keys_erased_at' then
    raise exception 'the protocol of a disposal is never changed'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger protocol_stays before update on disposals
  for each row execute function refuse_to_change_a_protocol();

-- What an executed disposal takes away; the rows go when the cases' keys are erased.
create table disposal_cases (
  municipality_code text not null,
  disposal_number integer not null,
  case_id text not null,
  primary key (municipality_code, disposal_number, case_id),
  foreign key (municipality_code, disposal_number) references disposals
);
create index disposal_cases_by_case on disposal_cases (municipality_code, case_id);
grant select, insert, delete on disposal_cases to skillnad_app;

-- So little of a code's hash that some 25 codes share it: enough to draw no code that stands in
-- somebody's file already, too little to tell which codes there have been.
create table disposed_code_marks (
  municipality_code text not null references municipalities,
  mark integer not null,
  primary key (municipality_code, mark)
);
grant select, insert on disposed_code_marks to skillnad_app;

-- That a client's answers were here: of which questions, and never what she said. The unit's figures
-- change by five answers at a time, and would else tell hers when they go.
create table survey_gaps (
  municipality_code text not null,
  unit_id text not null,
  arrival_number integer not null,
  codebook_id text not null,
  questions text[] not null,
  primary key (municipality_code, unit_id, arrival_number),
  foreign key (municipality_code, unit_id) references units
);
grant select, insert on survey_gaps to skillnad_app;

-- The rows of a delivery that held a disposed case are taken away; its first line stays.
alter table made_deliveries add column content_disposed_at timestamptz;

create index made_delivery_cases_of_case on made_delivery_cases (municipality_code, case_id);
create index session_cases_of_case on session_cases (municipality_code, case_id);
create index look_alike_dismissals_of_other on look_alike_dismissals (municipality_code, other_case_id);

-- Taking cases away ---------------------------------------------------------------------------------
-- Nothing of a case can be deleted but in a transaction that has said which disposal it carries out, and
-- of that disposal's cases alone. The policies are restrictive: they narrow the municipality's own.

grant delete on cases, case_revisions, access_reasons, survey_answers, session_cases,
  look_alike_dismissals to skillnad_app;

create policy disposed_alone on cases as restrictive for delete using (exists (
  select from disposal_cases listed where listed.municipality_code = cases.municipality_code
    and listed.case_id = cases.case_id
    and listed.disposal_number::text = current_setting('app.disposal', true)));
create policy disposed_alone on case_revisions as restrictive for delete using (exists (
  select from disposal_cases listed where listed.municipality_code = case_revisions.municipality_code
    and listed.case_id = case_revisions.case_id
    and listed.disposal_number::text = current_setting('app.disposal', true)));
create policy disposed_alone on access_reasons as restrictive for delete using (exists (
  select from disposal_cases listed where listed.municipality_code = access_reasons.municipality_code
    and listed.case_id = access_reasons.case_id
    and listed.disposal_number::text = current_setting('app.disposal', true)));
create policy disposed_alone on survey_answers as restrictive for delete using (exists (
  select from disposal_cases listed where listed.municipality_code = survey_answers.municipality_code
    and listed.case_id = survey_answers.case_id
    and listed.disposal_number::text = current_setting('app.disposal', true)));
create policy disposed_alone on session_cases as restrictive for delete using (exists (
  select from disposal_cases listed where listed.municipality_code = session_cases.municipality_code
    and listed.case_id = session_cases.case_id
    and listed.disposal_number::text = current_setting('app.disposal', true)));
create policy disposed_alone on look_alike_dismissals as restrictive for delete using (exists (
  select from disposal_cases listed
  where listed.municipality_code = look_alike_dismissals.municipality_code
    and listed.case_id in (look_alike_dismissals.case_id, look_alike_dismissals.other_case_id)
    and listed.disposal_number::text = current_setting('app.disposal', true)));

-- Row-level security, the second wall ---------------------------------------------------------------

alter table disposal_rules enable row level security;
alter table disposal_rules force row level security;
create policy own_municipality on disposal_rules
  using (municipality_code = current_setting('app.municipality'));

alter table disposal_holds enable row level security;
alter table disposal_holds force row level security;
create policy own_municipality on disposal_holds
  using (municipality_code = current_setting('app.municipality'));

alter table disposals enable row level security;
alter table disposals force row level security;
create policy own_municipality on disposals
  using (municipality_code = current_setting('app.municipality'));

alter table disposal_cases enable row level security;
alter table disposal_cases force row level security;
create policy own_municipality on disposal_cases
  using (municipality_code = current_setting('app.municipality'));

alter table disposed_code_marks enable row level security;
alter table disposed_code_marks force row level security;
create policy own_municipality on disposed_code_marks
  using (municipality_code = current_setting('app.municipality'));

alter table survey_gaps enable row level security;
alter table survey_gaps force row level security;
create policy own_municipality on survey_gaps
  using (municipality_code = current_setting('app.municipality'));
