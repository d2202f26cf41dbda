-- Where each person stands: which cases and households they reach, worked out once by the functions that always did and kept until something
-- changes who may see what. Neither lock trusts a copy that is older than the last change.

-- How often anything that says who may see what has changed. Several rows, so that changes at the same instant seldom wait for each other;
-- their sum grows with every commit, and two readers who find the same sum have read the same facts.
create table access_change (slot int primary key, changes bigint not null) with (fillfactor = 20);

create function access_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into access_change values (pg_backend_pid() % 16, 1) on conflict (slot) do update set changes = access_change.changes + 1;
  return null;
end $$;

-- Every table that describe_actor and the second lock read; of some of them only the columns that they read.
do $$
declare subject text;
begin
  foreach subject in array array['agency', 'posting', 'seat', 'key_person_term', 'basis', 'basis_end', 'need_to_know', 'extraordinary_access', 'meeting_series', 'series_member'] loop
    execute format('create trigger access_changed after insert or update or delete or truncate on %I for each statement execute function access_changed()', subject);
  end loop;
end $$;
create trigger access_changed after insert or delete or truncate or update of id, household_id, lead_agency_id on support_case
  for each statement execute function access_changed();
create trigger access_changed after insert or delete or truncate or update of id, case_id, series_id, status, covers, confined_to on conference_session
  for each statement execute function access_changed();
create trigger access_changed after insert or delete or truncate or update of id, session_id, series_id, seat_id, staff_id, agency_id, profession, withdrawn_at on invitation
  for each statement execute function access_changed();

create function access_stamp() returns bigint language sql stable security definer set search_path = public as $$
  select coalesce(sum(changes), 0)::bigint from access_change
$$;

-- The next instant at which who may see what changes by the clock alone. Postings begin and end with a day; the rest says its instant.
create index basis_begins on basis (since);
create index basis_is_over on basis (until) where until is not null;
create index basis_end_comes on basis_end (ended_at);
create function next_change_of_access() returns timestamptz language sql stable security definer set search_path = public as $$
  select least(
    ((tsunagi_today() + 1)::timestamp at time zone 'Asia/Tokyo'),
    (select min(since) from basis where since > (select tsunagi_now())),
    (select min(until) from basis where until > (select tsunagi_now())),
    (select min(ended_at) from basis_end where ended_at > (select tsunagi_now())),
    (select min(until) from extraordinary_access where until > (select tsunagi_now())),
    (select min(since) from need_to_know where since > (select tsunagi_now())),
    (select min(until) from need_to_know where until > (select tsunagi_now())))
$$;

-- Who takes part in a case, and to what somebody is asked: read whenever it is said who is told of something, and who may see what.
create index seat_by_case on seat (case_id);
create index invitation_by_person on invitation (staff_id);
create index invitation_by_seat on invitation (seat_id);

-- Nobody but these functions reads or writes it. It is lost in a crash, and worked out again.
create unlogged table standing (
  staff_id   uuid primary key,
  stamp      bigint not null,
  since      timestamptz not null,
  until      timestamptz not null,
  cases      uuid[] not null,
  households uuid[] not null
);
alter table standing alter column cases set storage external, alter column households set storage external;

create function work_out_cases(person uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  select seated_cases(person) || overseen_cases(person) || (select coalesce(array_agg(case_id), '{}') from live_accesses(person))
$$;
create function households_of(reached uuid[]) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(household_id), '{}') from support_case where id = any (reached)
$$;

-- One statement, so that what is kept and the stamp beside it are of one instant.
create function keep_standing(person uuid) returns void language sql volatile security definer set search_path = public as $$
  insert into standing (staff_id, stamp, since, until, cases, households)
  select person, access_stamp(), tsunagi_now(), next_change_of_access(), reached, households_of(reached) from (select work_out_cases(person) as reached offset 0) worked_out
  on conflict (staff_id) do update set stamp = excluded.stamp, since = excluded.since, until = excluded.until, cases = excluded.cases, households = excluded.households
$$;

create or replace function reachable_cases() returns uuid[] language plpgsql stable security definer set search_path = public as $$
declare known uuid[];
begin
  select cases into known from standing where staff_id = acting_staff() and stamp = (select coalesce(sum(changes), 0)::bigint from access_change) and tsunagi_now() >= since and tsunagi_now() < until;
  if known is null then return work_out_cases(acting_staff()); end if;
  return known;
end $$;
create or replace function reachable_households() returns uuid[] language plpgsql stable security definer set search_path = public as $$
declare known uuid[];
begin
  select households into known from standing where staff_id = acting_staff() and stamp = (select coalesce(sum(changes), 0)::bigint from access_change) and tsunagi_now() >= since and tsunagi_now() < until;
  if known is null then return households_of(work_out_cases(acting_staff())); end if;
  return known;
end $$;

-- Whether a session lives, and nothing has changed who may see what since its person was described.
create function stands(token bytea, described bigint, since timestamptz, until timestamptz) returns boolean language plpgsql stable security definer set search_path = public as $$
declare moment timestamptz := tsunagi_now();
begin
  return moment >= since and moment < until and described = (select coalesce(sum(changes), 0)::bigint from access_change)
     and exists (select from session where token_hash = token and ended_at is null and expires_at > moment);
end $$;

do $$
declare
  routine text;
begin
  foreach routine in array array['access_changed()', 'access_stamp()', 'next_change_of_access()', 'work_out_cases(uuid)', 'households_of(uuid[])', 'keep_standing(uuid)',
      'reachable_cases()', 'reachable_households()', 'stands(bytea, bigint, timestamptz, timestamptz)'] loop
    execute 'revoke all on function ' || routine || ' from public';
    execute 'grant execute on function ' || routine || ' to tsunagi_app';
  end loop;
end $$;
