-- What a reviewer of the log has looked at. Reviews follow each other without a gap in the log.
create table log_reviews (
  municipality_code text not null references municipalities,
  -- 1, 2, 3 …
  review_number integer not null check (review_number > 0),
  -- the log's lines that it covers, and when the first and the last of them were written
  from_sequence bigint not null,
  through_sequence bigint not null check (through_sequence >= from_sequence),
  from_at timestamptz not null,
  through_at timestamptz not null,
  -- reads of cases among them that no sign is about, which the sample was drawn from, and what it can be drawn with again
  read_count integer not null,
  seed bigint not null,
  begun_by text not null,
  begun_at timestamptz not null,
  signed_by text,
  signed_at timestamptz,
  primary key (municipality_code, review_number),
  foreign key (municipality_code, begun_by) references accounts,
  foreign key (municipality_code, signed_by) references accounts
);
grant select, insert, update on log_reviews to skillnad_app;

-- Who was given which role and let in how, among all that the log holds.
create index audit_log_of_power on audit_log (municipality_code, sequence)
  where action in (
    'person.invited', 'person.changed', 'person.came-back', 'recovery.asked', 'recovery.allowed'
  );

-- A sign or a line of the sample, and what the reviewer says of it.
create table log_review_marks (
  municipality_code text not null,
  review_number integer not null,
  mark_number integer not null check (mark_number > 0),
  kind text not null check (
    kind in (
      'colleague', 'restricted', 'bulk', 'night', 'again', 'crowd', 'answers', 'power', 'refused',
      'sample'
    )
  ),
  -- whom it is about; null: a case that many have opened. No foreign key: the log outlives what it speaks of
  account_id text,
  day date not null,
  -- the log's lines behind it
  sequences bigint[] not null,
  -- different cases in them
  case_count integer not null,
  verdict text check (verdict in ('in-order', 'follow-up')),
  note text,
  settled_by text,
  settled_at timestamptz,
  primary key (municipality_code, review_number, mark_number),
  foreign key (municipality_code, review_number) references log_reviews,
  foreign key (municipality_code, settled_by) references accounts
);
grant select, insert, update on log_review_marks to skillnad_app;

-- What is signed stays, also for the owner, whom no grant stops.
create function refuse_to_change_a_signed_review() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'log_reviews' then
    if old.signed_at is null then return coalesce(new, old); end if;
  elsif not exists (
    select from log_reviews
    where municipality_code = old.municipality_code and review_number = old.review_number
      and signed_at is not null
  ) then
    return coalesce(new, old);
  end if;
  raise exception 'a signed review of the log is never changed' using errcode = 'insufficient_privilege';
end
$$;
create trigger signed_review_stays before update or delete on log_reviews
  for each row execute function refuse_to_change_a_signed_review();
create trigger signed_review_stays before update or delete on log_review_marks
  for each row execute function refuse_to_change_a_signed_review();

alter table log_reviews enable row level security;
alter table log_reviews force row level security;
create policy own_municipality on log_reviews
  using (municipality_code = current_setting('app.municipality'));
alter table log_review_marks enable row level security;
alter table log_review_marks force row level security;
create policy own_municipality on log_review_marks
  using (municipality_code = current_setting('app.municipality'));
