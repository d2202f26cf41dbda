-- A meeting carries its legal basis. What is said in one held without consent stays among those invited to it, also when a later meeting is
-- held with consent: its rows name the session that they are confined to.

alter table conference_session add column kind text not null default 'CASE_CONFERENCE';
alter table conference_session alter column kind drop default;
-- What its statute lets its members speak of; empty where each agency needs a basis of its own.
alter table conference_session add column covers text[] not null default '{}';
alter table conference_session alter column covers drop default;

do $$
declare confinable text;
begin
  foreach confinable in array array['conference_session', 'invitation', 'agenda_item', 'statement', 'issue', 'decision', 'minutes', 'minutes_confirmation', 'note'] loop
    execute format('alter table %I add column confined_to uuid references conference_session deferrable initially deferred', confinable);
  end loop;
end $$;
alter table conference_session add constraint statutory_session_is_confined check ((cardinality(covers) > 0) = (confined_to is not null)),
  add constraint session_is_confined_to_itself check (confined_to = id);
alter table trail add column confined_to uuid generated always as (trail_uuid((body::jsonb) ->> 'confinedTo')) stored;

-- A session is numbered among all sessions of its conference, also those that whoever convenes it may not see.
create function number_session() returns trigger language plpgsql security definer set search_path = public as $$
begin
  new.number := 1 + (select count(*) from conference_session where conference_id = new.conference_id);
  return new;
end $$;
create trigger numbered before insert on conference_session for each row execute function number_session();

-- A session that takes part under a statute keeps a seat awake, for that session alone.
create function invited_under_statute(seat_id uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from invitation join conference_session on conference_session.id = invitation.session_id
     where invitation.seat_id = $1 and conference_session.confined_to is not null and conference_session.status <> 'CANCELLED')
$$;

create or replace function seated_cases(person uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(case_id), '{}') from live_seats(person) seat
   where cardinality(shared_categories(seat.case_id, array[seat.agency_id], tsunagi_now())) > 0 or invited_under_statute(seat.id)
$$;

create or replace function describe_actor(person uuid) returns jsonb language sql stable security definer set search_path = public as $$
  select jsonb_build_object(
    'staffId', staff.id,
    'postings', (select coalesce(jsonb_agg(jsonb_build_object('agencyId', agency_id, 'profession', profession) order by since, id), '[]') from posting
       where staff_id = person and since <= tsunagi_today() and (until is null or until >= tsunagi_today())),
    'seats', (select coalesce(jsonb_agg(jsonb_build_object('caseId', seat.case_id, 'householdId', support_case.household_id, 'agencyId', seat.agency_id,
         'profession', seat.profession, 'isKeyPerson', term.id is not null, 'shared', to_jsonb(known.shared)) order by seat.id), '[]')
       from live_seats(person) seat join support_case on support_case.id = seat.case_id
       cross join lateral (select shared_categories(seat.case_id, array[seat.agency_id], tsunagi_now()) as shared) known
       left join key_person_term term on term.seat_id = seat.id and term.until is null
       where cardinality(known.shared) > 0 or invited_under_statute(seat.id)),
    'meetings', (select coalesce(jsonb_agg(jsonb_build_object('caseId', seat.case_id, 'householdId', support_case.household_id, 'sessionId', held.id,
         'covers', to_jsonb(held.covers), 'profession', seat.profession, 'isKeyPerson', term.id is not null) order by held.id), '[]')
       from live_seats(person) seat join support_case on support_case.id = seat.case_id
       join invitation on invitation.seat_id = seat.id join conference_session held on held.id = invitation.session_id
       left join key_person_term term on term.seat_id = seat.id and term.until is null
       where held.confined_to is not null and held.status <> 'CANCELLED'),
    'managedAgencyIds', to_jsonb(agencies_held(person, '{MANAGER}')),
    'overseen', (select coalesce(jsonb_agg(jsonb_build_object('caseId', id, 'householdId', household_id,
         'shared', to_jsonb(shared_categories(id, agencies_held(person, '{MANAGER}'), tsunagi_now())))), '[]') from support_case
       where id = any (overseen_cases(person))),
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

do $$
declare
  routine text;
begin
  for routine in select oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f' loop
    execute 'revoke all on function ' || routine || ' from public';
    execute 'grant execute on function ' || routine || ' to tsunagi_app';
  end loop;
end $$;
