-- A municipality may let the county see, roughly, how many meetings have been noted while a month goes on.
alter table campaigns add column tells_receiver boolean not null default false;

-- The receiver's side: what the participant told last, in tens.
alter table round_participants add column participation jsonb;
