-- Campaigns of asking about violence: how often the question was put in meetings, and what came of it.
-- What is counted is counted for good: nothing in meeting_tallies, meeting_days, meeting_receipts or
-- confidence_tallies says who noted it, about whom, when of the day or in which order.

create table campaigns (
  municipality_code text not null references municipalities,
  campaign_id text not null,
  revision integer not null check (revision > 0),
  name text not null,
  first_day date not null,
  -- null: a routine that goes on
  last_day date check (last_day >= first_day),
  units jsonb not null,
  instrument jsonb not null,
  contacts text not null,
  goals text not null,
  guide text not null,
  round_id text,
  closed_at timestamptz,
  -- who planned it
  updated_by text not null,
  updated_at timestamptz not null,
  primary key (municipality_code, campaign_id),
  foreign key (municipality_code, updated_by) references accounts
);
grant select, insert, update on campaigns to skillnad_app;

-- What the tallies of a unit's day come to, and how many of them the log has been told of: so that what is
-- told while a campaign runs is read from few rows. A note waits here while another one changes its day.
create table meeting_days (
  municipality_code text not null,
  campaign_id text not null,
  unit_id text not null,
  day date not null,
  meeting_count integer not null,
  -- of each first answer («F04=1») its meetings
  first_answers jsonb not null default '{}',
  logged_count integer not null default 0 check (logged_count >= 0),
  primary key (municipality_code, campaign_id, unit_id, day),
  foreign key (municipality_code, campaign_id) references campaigns,
  foreign key (municipality_code, unit_id) references units
);
create index meeting_days_unlogged on meeting_days (municipality_code, campaign_id, day)
  where meeting_count <> logged_count;
grant select, insert, update on meeting_days to skillnad_app;

-- So many meetings went like this. A day's rows are always written anew together, in the order of their
-- key: neither their transaction nor their place tells which of them changed last.
create table meeting_tallies (
  municipality_code text not null,
  campaign_id text not null,
  unit_id text not null,
  day date not null,
  -- the same order on every server
  combination text collate "C" not null,
  tally_count integer not null check (tally_count > 0),
  primary key (municipality_code, campaign_id, unit_id, day, combination),
  foreign key (municipality_code, campaign_id) references campaigns,
  foreign key (municipality_code, unit_id) references units
);
grant select, insert, delete on meeting_tallies to skillnad_app;

-- What has been counted already, by hashes of what the sender alone knows: what is sent twice is counted
-- once, and can be taken back.
create table meeting_receipts (
  municipality_code text not null,
  campaign_id text not null,
  receipt_key text not null,
  content text not null,
  -- when it can be forgotten; a pile's is kept until the campaign is closed
  day date not null,
  is_pile boolean not null,
  is_undone boolean not null,
  primary key (municipality_code, campaign_id, receipt_key),
  foreign key (municipality_code, campaign_id) references campaigns
);
grant select, insert, update, delete on meeting_receipts to skillnad_app;

-- The staff's own confidence in asking: rewritten as meeting_tallies are.
create table confidence_tallies (
  municipality_code text not null,
  campaign_id text not null,
  moment text not null check (moment in ('before', 'after')),
  answer text collate "C" not null,
  tally_count integer not null check (tally_count > 0),
  primary key (municipality_code, campaign_id, moment, answer),
  foreign key (municipality_code, campaign_id) references campaigns
);
grant select, insert, delete on confidence_tallies to skillnad_app;

-- What stood in the way of asking, and what is done about it.
create table obstacle_actions (
  municipality_code text not null,
  action_id text not null,
  revision integer not null check (revision > 0),
  campaign_id text not null,
  obstacle smallint not null,
  intention text not null,
  responsible text not null,
  due_on date,
  outcome text not null,
  state text not null check (state in ('planned', 'done', 'dropped')),
  -- the earlier campaign's that it carries on
  carried_from text,
  updated_by text not null,
  updated_at timestamptz not null,
  primary key (municipality_code, action_id),
  foreign key (municipality_code, campaign_id) references campaigns,
  foreign key (municipality_code, updated_by) references accounts
);
grant select, insert, update on obstacle_actions to skillnad_app;

-- What a unit does when somebody tells of violence, and whom it turns to.
create table unit_checklists (
  municipality_code text not null,
  unit_id text not null,
  revision integer not null check (revision > 0),
  steps text not null,
  contacts text not null,
  updated_by text not null,
  updated_at timestamptz not null,
  primary key (municipality_code, unit_id),
  foreign key (municipality_code, unit_id) references units,
  foreign key (municipality_code, updated_by) references accounts
);
grant select, insert, update on unit_checklists to skillnad_app;

-- The municipality's own words for the questions, and by what right it uses them.
create table text_packs (
  municipality_code text not null references municipalities,
  pack_id text not null,
  name text not null,
  version text not null,
  licence text not null check (licence <> ''),
  introduction text not null,
  questions text[] not null,
  loaded_by text not null,
  loaded_at timestamptz not null,
  primary key (municipality_code, pack_id),
  foreign key (municipality_code, loaded_by) references accounts
);
grant select, insert, update, delete on text_packs to skillnad_app;

-- The municipality's protected figures, as they were when the campaign was closed.
create table campaign_results (
  municipality_code text not null,
  campaign_id text not null,
  codebook_id text not null,
  content jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  kept_at timestamptz not null,
  primary key (municipality_code, campaign_id),
  foreign key (municipality_code, campaign_id) references campaigns
);
grant select, insert on campaign_results to skillnad_app;

-- Row-level security, the second wall ---------------------------------------------------------------

alter table campaigns enable row level security;
alter table campaigns force row level security;
create policy own_municipality on campaigns
  using (municipality_code = current_setting('app.municipality'));

alter table meeting_days enable row level security;
alter table meeting_days force row level security;
create policy own_municipality on meeting_days
  using (municipality_code = current_setting('app.municipality'));

alter table meeting_tallies enable row level security;
alter table meeting_tallies force row level security;
create policy own_municipality on meeting_tallies
  using (municipality_code = current_setting('app.municipality'));

alter table meeting_receipts enable row level security;
alter table meeting_receipts force row level security;
create policy own_municipality on meeting_receipts
  using (municipality_code = current_setting('app.municipality'));

alter table confidence_tallies enable row level security;
alter table confidence_tallies force row level security;
create policy own_municipality on confidence_tallies
  using (municipality_code = current_setting('app.municipality'));

alter table obstacle_actions enable row level security;
alter table obstacle_actions force row level security;
create policy own_municipality on obstacle_actions
  using (municipality_code = current_setting('app.municipality'));

alter table unit_checklists enable row level security;
alter table unit_checklists force row level security;
create policy own_municipality on unit_checklists
  using (municipality_code = current_setting('app.municipality'));

alter table text_packs enable row level security;
alter table text_packs force row level security;
create policy own_municipality on text_packs
  using (municipality_code = current_setting('app.municipality'));

alter table campaign_results enable row level security;
alter table campaign_results force row level security;
create policy own_municipality on campaign_results
  using (municipality_code = current_setting('app.municipality'));
