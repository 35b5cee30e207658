-- A routine («alltid fråga vid nybesök») goes on half-year by half-year, each a campaign of its own: so that its
-- answers are told. Until now it had no last day, and was never told of.

alter table campaigns add column routine text check (routine in ('goes-on', 'ends'));
-- the half-year before it, of the same routine
alter table campaigns add column follows text;

-- Of every municipality: row-level security would hide them from the owner too.
alter table campaigns no force row level security;

-- What has been noted so far is one stretch, through the half-year that it is now, or that it begins in.
update campaigns
set routine = 'goes-on',
  last_day = (date_trunc('year', latest)
    + case when extract(month from latest) <= 6 then interval '6 months' else interval '1 year' end
    - interval '1 day')::date
from (
  select municipality_code as municipality, campaign_id as id,
    greatest(first_day, (now() at time zone 'Europe/Stockholm')::date) as latest
  from campaigns
) as stretch
where last_day is null and municipality = municipality_code and id = campaign_id;

alter table campaigns alter column last_day set not null;
alter table campaigns add foreign key (municipality_code, follows) references campaigns;
alter table campaigns force row level security;

-- One at a time follows, even where two look at the same moment.
create unique index campaigns_follow on campaigns (municipality_code, follows);
