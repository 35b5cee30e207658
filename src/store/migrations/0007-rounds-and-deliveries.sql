-- A round: what a receiver (a county, the nation) asks of those who take part, and what they send.

-- The receiver's side. `municipality_code` is the receiver's own.
create table rounds (
  municipality_code text not null,
  round_id text not null,
  -- as every participant was given it; never changed
  invitation jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  -- from then on nothing more is taken in
  ended_at timestamptz,
  primary key (municipality_code, round_id),
  foreign key (municipality_code, created_by) references accounts
);
grant select, insert, update on rounds to skillnad_app;

create table round_participants (
  municipality_code text not null,
  round_id text not null,
  participant_code text not null check (participant_code ~ '^[0-9]{4}$'),
  name text not null,
  county_code text not null check (county_code ~ '^[0-9]{2}$'),
  -- public parts (Ed25519) whose signatures are believed; none yet: nothing of it can be taken in
  signing_keys text[] not null,
  -- says that it has checked its cases and found nothing that stops
  checked_at timestamptz,
  -- when somebody last reminded it
  reminded_at timestamptz,
  left_at timestamptz,
  primary key (municipality_code, round_id, participant_code),
  foreign key (municipality_code, round_id) references rounds
);
grant select, insert, update on round_participants to skillnad_app;

-- What came, sealed as it came: also what was refused, which is evidence.
create table incoming_deliveries (
  municipality_code text not null,
  round_id text not null,
  -- SHA-256 of the delivery in it; of a package that could not be opened, of its bytes
  delivery_id text not null check (delivery_id ~ '^[0-9a-f]{64}$'),
  -- null: nobody knows whose it is
  participant_code text,
  way text not null check (way in ('network', 'file')),
  arrived_at timestamptz not null,
  package_bytes integer not null,
  -- quarantined: the program refused it; waiting: sound, a person decides
  state text not null check (state in ('quarantined', 'waiting', 'accepted', 'declined')),
  -- the delivery's first line, where it could be read
  heading jsonb,
  case_count integer,
  -- why it was refused, or what somebody who accepts it should know
  problems jsonb not null,
  -- how it differs from the one before it; nothing of a single case
  differences jsonb,
  decided_by text,
  decided_at timestamptz,
  primary key (municipality_code, round_id, delivery_id),
  foreign key (municipality_code, round_id) references rounds,
  foreign key (municipality_code, decided_by) references accounts
);
grant select, insert, update on incoming_deliveries to skillnad_app;

create table incoming_pieces (
  municipality_code text not null,
  round_id text not null,
  delivery_id text not null,
  piece_number integer not null,
  content bytea not null,
  primary key (municipality_code, round_id, delivery_id, piece_number),
  foreign key (municipality_code, round_id, delivery_id) references incoming_deliveries
);
grant select, insert on incoming_pieces to skillnad_app;

-- What has been published of a round: by a receiver, or come back to a participant. The figures lie in a
-- folder beside the database.
create table published_releases (
  municipality_code text not null,
  round_id text not null,
  -- of a round from 1
  publication integer not null,
  is_interim boolean not null,
  folder text not null,
  -- of the release's manifest
  sha256 text not null,
  -- the auditor's, in Swedish
  verdict text not null,
  -- null: came back by itself
  published_by text,
  published_at timestamptz not null,
  primary key (municipality_code, round_id, publication),
  foreign key (municipality_code, published_by) references accounts
);
grant select, insert on published_releases to skillnad_app;

-- The municipality's side. ------------------------------------------------------------------------

-- That it takes part, on what ground, and how much it lets leave.
create table agreements (
  municipality_code text not null,
  round_id text not null,
  invitation jsonb not null,
  -- as asked for, or less
  level text not null check (level in ('rows', 'coarse-rows', 'counts')),
  -- who decided it in the municipality («socialchef»), when, and where it is filed
  decided_by text not null,
  decided_on date not null,
  reference text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  ended_at timestamptz,
  primary key (municipality_code, round_id),
  foreign key (municipality_code, entered_by) references accounts
);
grant select, insert, update on agreements to skillnad_app;

-- Each delivery as it was made, kept whole; what is prepared and not sent gives way to the next.
create table made_deliveries (
  municipality_code text not null,
  round_id text not null,
  sequence integer not null check (sequence > 0),
  is_withdrawal boolean not null,
  level text not null check (level in ('rows', 'coarse-rows', 'counts')),
  stated_cases integer,
  case_count integer not null,
  -- the delivery's lines, each with its line feed
  content text not null,
  sha256 text not null,
  made_by text not null,
  made_at timestamptz not null,
  -- null: prepared, and nothing has left
  way text check (way in ('network', 'file')),
  sent_by text,
  sent_at timestamptz,
  -- what the receiver answered
  receipt jsonb,
  primary key (municipality_code, round_id, sequence),
  foreign key (municipality_code, round_id) references agreements,
  foreign key (municipality_code, made_by) references accounts,
  foreign key (municipality_code, sent_by) references accounts
);
grant select, insert, update, delete on made_deliveries to skillnad_app;

-- Which cases a delivery holds, and a hash of what was told of each: so that later differences can be shown.
create table made_delivery_cases (
  municipality_code text not null,
  round_id text not null,
  sequence integer not null,
  case_id text not null,
  digest text not null,
  primary key (municipality_code, round_id, sequence, case_id),
  foreign key (municipality_code, round_id, sequence) references made_deliveries on delete cascade,
  foreign key (municipality_code, case_id) references cases
);
grant select, insert, delete on made_delivery_cases to skillnad_app;

-- From result to action ---------------------------------------------------------------------------

-- What a municipality changes because of the figures. About the work, never about a person.
create table actions (
  municipality_code text not null,
  action_id text not null,
  revision integer not null check (revision > 0),
  -- the round whose figures it rests on, and the figure in it («V24»); null: no certain figure
  round_id text not null,
  about text,
  intention text not null,
  -- a post («enhetschef»), never a name
  responsible text not null,
  due_on date,
  state text not null check (state in ('planned', 'under-way', 'done', 'dropped')),
  -- what came of it
  outcome text not null,
  is_shared boolean not null,
  updated_by text not null,
  updated_at timestamptz not null,
  primary key (municipality_code, action_id),
  foreign key (municipality_code, updated_by) references accounts
);
grant select, insert, update, delete on actions to skillnad_app;

-- What participants have shared of theirs, with the receiver and each other.
create table shared_actions (
  municipality_code text not null,
  round_id text not null,
  participant_code text not null,
  action_id text not null,
  content jsonb not null,
  arrived_at timestamptz not null,
  primary key (municipality_code, round_id, participant_code, action_id),
  foreign key (municipality_code, round_id) references rounds
);
grant select, insert, update, delete on shared_actions to skillnad_app;

alter table rounds enable row level security;
alter table rounds force row level security;
create policy own_municipality on rounds
  using (municipality_code = current_setting('app.municipality'));
alter table round_participants enable row level security;
alter table round_participants force row level security;
create policy own_municipality on round_participants
  using (municipality_code = current_setting('app.municipality'));
alter table incoming_deliveries enable row level security;
alter table incoming_deliveries force row level security;
create policy own_municipality on incoming_deliveries
  using (municipality_code = current_setting('app.municipality'));
alter table incoming_pieces enable row level security;
alter table incoming_pieces force row level security;
create policy own_municipality on incoming_pieces
  using (municipality_code = current_setting('app.municipality'));
alter table published_releases enable row level security;
alter table published_releases force row level security;
create policy own_municipality on published_releases
  using (municipality_code = current_setting('app.municipality'));
alter table agreements enable row level security;
alter table agreements force row level security;
create policy own_municipality on agreements
  using (municipality_code = current_setting('app.municipality'));
alter table made_deliveries enable row level security;
alter table made_deliveries force row level security;
create policy own_municipality on made_deliveries
  using (municipality_code = current_setting('app.municipality'));
alter table made_delivery_cases enable row level security;
alter table made_delivery_cases force row level security;
create policy own_municipality on made_delivery_cases
  using (municipality_code = current_setting('app.municipality'));
alter table actions enable row level security;
alter table actions force row level security;
create policy own_municipality on actions
  using (municipality_code = current_setting('app.municipality'));
alter table shared_actions enable row level security;
alter table shared_actions force row level security;
create policy own_municipality on shared_actions
  using (municipality_code = current_setting('app.municipality'));
