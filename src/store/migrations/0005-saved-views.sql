-- A person's own saved questions to the figures: what was asked and by which codebook, never an answer.
-- `counted_from` tells whether the figures still rest on the same data: a hash, from which nothing of
-- them can be had.
create table saved_views (
  municipality_code text not null,
  account_id text not null,
  view_id text not null,
  name text not null,
  question jsonb not null,
  codebook_id text not null,
  codebook_version text not null,
  counted_from text not null,
  saved_at timestamptz not null,
  primary key (municipality_code, account_id, view_id),
  foreign key (municipality_code, account_id) references accounts
);
grant select, insert, delete on saved_views to skillnad_app;

alter table saved_views enable row level security;
alter table saved_views force row level security;
create policy own_municipality on saved_views
  using (municipality_code = current_setting('app.municipality'));
