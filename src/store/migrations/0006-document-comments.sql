-- What people of a municipality add to a document before they print it: one for each kind of document
-- and each set of figures that it tells of. About the work and never about a person.
create table document_words (
  municipality_code text not null,
  kind text not null,
  -- a half-year of the municipality's own, or a published round and a place in it
  source text not null,
  revision integer not null,
  comments text not null,
  talk_about text not null,
  updated_by text not null,
  updated_at timestamptz not null,
  primary key (municipality_code, kind, source),
  foreign key (municipality_code, updated_by) references accounts
);
grant select, insert, update on document_words to skillnad_app;

alter table document_words enable row level security;
alter table document_words force row level security;
create policy own_municipality on document_words
  using (municipality_code = current_setting('app.municipality'));
