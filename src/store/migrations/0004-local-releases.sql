-- A municipality's own half-yearly figures: protected, audited and frozen. Only ever added to: what has
-- been shown is neither changed nor taken back, and a half-year is frozen once.
create table local_releases (
  municipality_code text not null,
  half_year text not null check (half_year ~ '^[0-9]{4}-H[12]$'),
  codebook_id text not null,
  -- protected tables with their specifications, and the auditor's verdict; nothing of a single case
  content jsonb not null,
  -- of the content as canonical JSON
  sha256 text not null,
  frozen_by text not null,
  frozen_at timestamptz not null,
  primary key (municipality_code, half_year),
  foreign key (municipality_code, frozen_by) references accounts
);
grant select, insert on local_releases to skillnad_app;

alter table local_releases enable row level security;
alter table local_releases force row level security;
create policy own_municipality on local_releases
  using (municipality_code = current_setting('app.municipality'));
