-- Whether a unit's day has been written anew by somebody who only looked, after the last that was noted: until
-- then the number of its transaction follows what its noter did just before.
alter table meeting_days add column is_settled boolean not null default false;

drop index meeting_days_unlogged;
create index meeting_days_restless on meeting_days (municipality_code, campaign_id, day)
  where not is_settled or meeting_count <> logged_count;
