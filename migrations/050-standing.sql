-- Where each person stands: which cases and households they reach, worked out once by the functions that always did and kept until something
-- changes who may see what. Neither lock trusts a copy that is older than the last change.

-- How often anything that says who may see what has changed. Several rows, so that changes at the same instant seldom wait for each other;
-- their sum grows with every commit, and two readers who find the same sum have read the same facts.
create table access_change (slot int primary key, changes bigint not null) with (fillfactor = 20);

create function access_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into access_change values (pg_backend_pid() % 16, 1) on conflict (slot) do update set changes = access_change.changes + 1;
  -- Whoever makes the change sees its effect at once.
  perform set_config('tsunagi.stamp', '', true);
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

-- How far a token reaches is part of what is described.
create trigger access_changed after delete or truncate or update of staff_id, access, subjects on api_token
  for each statement execute function access_changed();

-- A person acts under their id, a part of the product under a name. Said without a pattern: each row-level policy asks.
create or replace function acting_staff() returns uuid language sql stable as $$ select case when length(acting()) = 36 then acting()::uuid end $$;

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

-- Nobody but these functions writes it. A replica reads it too.
create table standing (
  staff_id   uuid primary key,
  stamp      bigint not null,
  since      timestamptz not null,
  until      timestamptz not null,
  cases      uuid[] not null,
  households uuid[] not null
) with (toast_tuple_target = 8160);
alter table standing alter column cases set storage external, alter column households set storage external;
alter table standing enable row level security;
create policy own on standing for select to tsunagi_app using (staff_id = acting_staff());
grant select on standing to tsunagi_app;

-- What agencies know of cases at this instant, in sets: the same as `shared_categories` says of each. A prohibition is stronger than any permission.
create view live_basis with (security_invoker = true) as
  select case_id, agency_id, provision, categories from basis
   where since <= (select tsunagi_now()) and (until is null or until > (select tsunagi_now()))
     and not exists (select from basis_end where basis_end.basis_id = basis.id and basis_end.ended_at <= (select tsunagi_now()));

create function seats_with_shared(person uuid) returns table (seat_id uuid, case_id uuid, agency_id uuid, profession text, shared text[])
  language sql stable security definer set search_path = public as $$
  select seat.id, seat.case_id, seat.agency_id, seat.profession, coalesce(known.shared, '{}')
    from live_seats(person) seat cross join lateral (
      select array_agg(named order by named) as shared from (
        select named from live_basis cross join unnest(categories) named
         where live_basis.case_id = seat.case_id and live_basis.agency_id = seat.agency_id
         group by named having bool_and(provision = 'PERMIT')) permitted) known
   where known.shared is not null or invited_under_statute(seat.id)
$$;
create function overseen_with_shared(person uuid) returns table (case_id uuid, household_id uuid, shared text[])
  language sql stable security definer set search_path = public as $$
  with held as materialized (select agencies_held(person, '{MANAGER}') as ids),
  overseen as materialized (
    select id, household_id from support_case where lead_agency_id = any ((select ids from held)::uuid[])
    union
    select id, household_id from support_case where id in (select seat.case_id from seat where agency_id = any ((select ids from held)::uuid[]))),
  permitted as (
    select overseen.id, overseen.household_id, named
      from overseen join live_basis on live_basis.case_id = overseen.id and live_basis.agency_id = any ((select ids from held)::uuid[]) cross join unnest(categories) named
     group by overseen.id, overseen.household_id, named having bool_and(provision = 'PERMIT'))
  select id, household_id, array_agg(named order by named) from permitted group by id, household_id
$$;
create or replace function seated_cases(person uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(case_id), '{}') from seats_with_shared(person)
$$;
create or replace function overseen_cases(person uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(case_id), '{}') from overseen_with_shared(person)
$$;

-- A person as the rules want to know them, as in migration 011: seats and overseen cases are read in sets.
create or replace function describe_actor(person uuid) returns jsonb language sql stable security definer set search_path = public as $$
  select jsonb_build_object(
    'staffId', staff.id,
    'postings', (select coalesce(jsonb_agg(jsonb_build_object('agencyId', agency_id, 'profession', profession) order by since, id), '[]') from posting
       where staff_id = person and since <= tsunagi_today() and (until is null or until >= tsunagi_today())),
    'seats', (select coalesce(jsonb_agg(jsonb_build_object('caseId', seat.case_id, 'householdId', support_case.household_id, 'agencyId', seat.agency_id,
         'profession', seat.profession, 'isKeyPerson', term.id is not null, 'shared', to_jsonb(seat.shared)) order by seat.seat_id), '[]')
       from seats_with_shared(person) seat join support_case on support_case.id = seat.case_id
       left join key_person_term term on term.case_id = seat.case_id and term.seat_id = seat.seat_id and term.until is null),
    'meetings', (select coalesce(jsonb_agg(jsonb_build_object('caseId', seat.case_id, 'householdId', support_case.household_id, 'sessionId', held.id,
         'covers', to_jsonb(held.covers), 'profession', seat.profession, 'isKeyPerson', term.id is not null) order by held.id), '[]')
       from live_seats(person) seat join support_case on support_case.id = seat.case_id
       join invitation on invitation.seat_id = seat.id join conference_session held on held.id = invitation.session_id
       left join key_person_term term on term.case_id = seat.case_id and term.seat_id = seat.id and term.until is null
       where held.confined_to is not null and held.status <> 'CANCELLED'),
    'series', (select coalesce(jsonb_agg(jsonb_build_object('seriesId', series_id, 'agencyId', agency_id, 'runs', part <> 'MEMBER') order by series_id), '[]')
       from live_memberships(person)),
    'guestOf', (select coalesce(jsonb_agg(jsonb_build_object('seriesId', guest.series_id, 'sessionId', guest.session_id) order by guest.session_id), '[]')
       from guest_sessions(person) guest where not exists (select from live_memberships(person) member where member.series_id = guest.series_id)),
    'managedSeriesIds', to_jsonb(managed_series(person)),
    'managedAgencyIds', to_jsonb(agencies_held(person, '{MANAGER}')),
    'overseen', (select coalesce(jsonb_agg(jsonb_build_object('caseId', case_id, 'householdId', household_id, 'shared', to_jsonb(shared))), '[]')
       from overseen_with_shared(person)),
    'extraordinary', (select coalesce(jsonb_agg(jsonb_build_object('accessId', access.id, 'kind', access.kind, 'caseId', access.case_id,
         'householdId', support_case.household_id, 'categories', to_jsonb(access.categories),
         'leftMs', extract(epoch from access.until - tsunagi_now()) * 1000) order by access.id), '[]')
       from live_accesses(person) access join support_case on support_case.id = access.case_id),
    'ownAccesses', (select jsonb_build_object('accessIds', to_jsonb(coalesce(array_agg(id), '{}')), 'noteIds',
         to_jsonb(array_remove(coalesce(array_agg(reason_id), '{}') || coalesce(array_agg(review_id), '{}'), null)))
       from extraordinary_access where staff_id = person),
    'needToKnow', (select coalesce(jsonb_agg(jsonb_build_object('profession', profession, 'about', about, 'level', level)), '[]') from need_to_know
       where since <= tsunagi_now() and (until is null or until > tsunagi_now())))
  from staff where staff.id = person
$$;

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

create function standing_cases() returns uuid[] language plpgsql stable security definer set search_path = public as $$
declare known uuid[];
begin
  select cases into known from standing where staff_id = acting_staff() and stamp = access_stamp() and tsunagi_now() >= since and tsunagi_now() < until;
  if known is null then return work_out_cases(acting_staff()); end if;
  return known;
end $$;
create function standing_households() returns uuid[] language plpgsql stable security definer set search_path = public as $$
declare known uuid[];
begin
  select households into known from standing where staff_id = acting_staff() and stamp = access_stamp() and tsunagi_now() >= since and tsunagi_now() < until;
  if known is null then return households_of(work_out_cases(acting_staff())); end if;
  return known;
end $$;

-- What the second lock compares each row with. Where `stands` has just looked, it has left for this transaction as of which stamp the copy may be
-- believed, so that a statement over ten tables does not prove it ten times. Whoever could set that could as well say that they are somebody else.
create or replace function reachable_cases() returns uuid[] language sql stable security definer set search_path = public as $$ select standing_cases() $$;
create or replace function reachable_households() returns uuid[] language sql stable security definer set search_path = public as $$ select standing_households() $$;
do $$
declare
  policy record;
  reach text;
begin
  for policy in select * from pg_policies where schemaname = 'public' and qual ~ 'reachable_(cases|households)' loop
    reach := policy.qual;
    reach := replace(reach, 'SELECT reachable_cases() AS reachable_cases',
      'select coalesce((select cases from standing where staff_id = acting_staff() and stamp = nullif(current_setting(''tsunagi.stamp'', true), '''')::bigint), standing_cases())');
    reach := replace(reach, 'SELECT reachable_households() AS reachable_households',
      'select coalesce((select households from standing where staff_id = acting_staff() and stamp = nullif(current_setting(''tsunagi.stamp'', true), '''')::bigint), standing_households())');
    -- It filters rows that something else finds: no index is searched for all that somebody reaches.
    execute format('alter policy %I on %I using ((%s) is true)', policy.policyname, policy.tablename, reach);
  end loop;
end $$;

-- Whether whoever acts stands as they were described: what they came with lives, a session or a token, under the very conditions of describe_session
-- and describe_token, and nothing has changed who may see what since.
create function stands(token bytea, described bigint, since timestamptz, until timestamptz) returns boolean language plpgsql stable security definer set search_path = public as $$
declare
  moment timestamptz := tsunagi_now();
begin
  perform set_config('tsunagi.stamp', '', true);
  if moment < since or moment >= until or described <> (select coalesce(sum(changes), 0)::bigint from access_change) then return false; end if;
  if not exists (
       select from session where token_hash = token and ended_at is null and expires_at > moment and last_seen_at + make_interval(mins => idle_minutes) > moment
       union all
       select from api_token where token_hash = token and revoked_at is null and expires_at > moment) then return false; end if;
  if exists (select from standing where staff_id = acting_staff() and moment >= standing.since and moment < standing.until) then
    perform set_config('tsunagi.stamp', described::text, true);
  end if;
  return true;
end $$;

-- Open tasks of a case, by deadline: what the lists of cases count.
create index task_open_by_case on task (case_id, due_on) include (category) where status in ('OFFERED', 'ACCEPTED', 'IN_PROGRESS');

do $$
declare
  routine text;
begin
  foreach routine in array array['access_changed()', 'access_stamp()', 'next_change_of_access()', 'seats_with_shared(uuid)', 'overseen_with_shared(uuid)', 'work_out_cases(uuid)',
      'households_of(uuid[])', 'keep_standing(uuid)', 'standing_cases()', 'standing_households()', 'reachable_cases()', 'reachable_households()',
      'stands(bytea, bigint, timestamptz, timestamptz)'] loop
    execute 'revoke all on function ' || routine || ' from public';
    execute 'grant execute on function ' || routine || ' to tsunagi_app';
  end loop;
end $$;
