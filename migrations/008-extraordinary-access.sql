-- Looking where one otherwise may not: in an emergency, or as a manager with a stated purpose. And who read what of the most guarded categories.

create table extraordinary_access (
  id            uuid primary key,
  case_id       uuid not null references support_case,
  category      text not null check (category = 'COORDINATION'),
  kind          text not null check (kind in ('BREAK_GLASS', 'OVERSIGHT')),
  staff_id      uuid not null references staff,
  agency_id     uuid not null references agency,
  categories    text[] not null check (cardinality(categories) > 0 and not 'COORDINATION' = any (categories)),
  -- The access comes first: only through it does its holder reach the case, and may leave the reason there.
  reason_id     uuid not null references note deferrable initially deferred,
  since         timestamptz not null,
  until         timestamptz not null,
  ended_at      timestamptz check (ended_at >= since),
  review        text not null check (review in ('PENDING', 'JUSTIFIED', 'UNJUSTIFIED')),
  review_due_on date not null,
  reviewer_id   uuid references staff,
  review_id     uuid references note,
  reviewed_at   timestamptz,
  version       int not null,
  constraint extraordinary_access_is_short check (until between since + interval '5 minutes' and since + interval '24 hours'),
  constraint review_says_who_and_why check ((review = 'PENDING') = (reviewer_id is null) and (review = 'PENDING') = (review_id is null)
    and (review = 'PENDING') = (reviewed_at is null)),
  constraint nobody_reviews_themselves check (reviewer_id <> staff_id)
);
create index extraordinary_access_by_case on extraordinary_access (case_id);
create index extraordinary_access_by_person on extraordinary_access (staff_id);

-- Words about an extraordinary access: for whoever answers for the case and for its holder, not for everyone on the case.
alter table note drop constraint note_kind_check, add constraint note_kind_check check (kind in ('REASON', 'RESULT', 'ACCESS'));

-- The municipality that an agency belongs to; none for a body outside.
create function municipality_of(subject uuid) returns uuid language sql stable security definer set search_path = public as $$
  with recursive above as (
    select id, parent_id, kind from agency where id = subject
    union
    select agency.id, agency.parent_id, agency.kind from agency join above on agency.id = above.parent_id)
  select id from above where parent_id is null and kind = 'MUNICIPALITY'
$$;

-- A case and the posting's agency through which someone may break the glass on it: of the same municipality, as somebody who works on cases.
create function case_in_emergency(called text, person uuid) returns table (case_id uuid, agency_id uuid)
language sql stable security definer set search_path = public as $$
  select support_case.id, posting.agency_id from support_case join posting on posting.staff_id = person
     and posting.profession <> all ('{MANAGER,SYSTEM_ADMINISTRATOR,INFORMATION_OFFICER}')
     and posting.since <= tsunagi_today() and (posting.until is null or posting.until >= tsunagi_today())
   where support_case.number = called and municipality_of(posting.agency_id) = municipality_of(support_case.lead_agency_id)
   order by posting.since, posting.id limit 1
$$;

-- Who answers for a case: its key person, and the managers of its lead agency and of those above.
create function answerable_for(subject uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct person), '{}') from (
    select staff_id as person from key_person_term where case_id = subject and until is null
    union
    select staff_id from posting, support_case where support_case.id = subject and profession = 'MANAGER'
       and since <= tsunagi_today() and (until is null or until >= tsunagi_today())
       and lead_agency_id = any (agencies_held(staff_id, '{MANAGER}'))) answerable
$$;

-- Live: not over, not ended, and its holder still works where they did.
create function live_accesses(person uuid) returns setof extraordinary_access language sql stable security definer set search_path = public as $$
  select access.* from extraordinary_access access where staff_id = person and ended_at is null and until > tsunagi_now() and exists (
    select from posting where posting.staff_id = person and posting.agency_id = access.agency_id
       and posting.since <= tsunagi_today() and (posting.until is null or posting.until >= tsunagi_today()))
$$;

-- One at a time, and only by whom it is for; whoever else asks at the same instant comes second.
create function extraordinary_access_begins() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.case_id::text || new.staff_id::text, 8));
  if exists (select from extraordinary_access where case_id = new.case_id and staff_id = new.staff_id and ended_at is null and until > new.since) then
    raise exception using errcode = 'check_violation', message = 'one is live', constraint = 'one_extraordinary_access_at_a_time';
  end if;
  if (new.kind = 'OVERSIGHT' and not new.case_id = any (overseen_cases(new.staff_id))) or (new.kind = 'BREAK_GLASS' and not exists (
       select from support_case, case_in_emergency(support_case.number, new.staff_id) where support_case.id = new.case_id)) then
    raise exception using errcode = 'insufficient_privilege', message = 'this case is not theirs to look into';
  end if;
  return new;
end $$;
create trigger begins before insert on extraordinary_access for each row execute function extraordinary_access_begins();

-- What was asked for stays as it was; an end and an answer are given once.
create function extraordinary_access_stays() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - '{ended_at,review,reviewer_id,review_id,reviewed_at,version}'::text[])
       <> (to_jsonb(old) - '{ended_at,review,reviewer_id,review_id,reviewed_at,version}'::text[])
     or (old.ended_at is not null and new.ended_at is distinct from old.ended_at)
     or (old.review <> 'PENDING' and (new.review, new.reviewer_id, new.review_id, new.reviewed_at)
          is distinct from (old.review, old.reviewer_id, old.review_id, old.reviewed_at)) then
    raise exception using errcode = 'check_violation', message = 'what was asked and answered stays', constraint = 'extraordinary_access_stays';
  end if;
  return new;
end $$;
create trigger stays before update on extraordinary_access for each row execute function extraordinary_access_stays();

create or replace function reachable_cases() returns uuid[] language sql stable security definer set search_path = public as $$
  select seated_cases(acting_staff()) || overseen_cases(acting_staff())
      || (select coalesce(array_agg(case_id), '{}') from live_accesses(acting_staff()))
$$;

create function own_accesses() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(id), '{}') from extraordinary_access where staff_id = acting_staff()
$$;
create function own_access_notes() returns uuid[] language sql stable security definer set search_path = public as $$
  select array_remove(coalesce(array_agg(reason_id), '{}') || coalesce(array_agg(review_id), '{}'), null)
    from extraordinary_access where staff_id = acting_staff()
$$;

alter table extraordinary_access enable row level security;
create policy reach on extraordinary_access for select to tsunagi_app using (case_id = any ((select reachable_cases())::uuid[]));
create policy change on extraordinary_access for update to tsunagi_app using (case_id = any ((select reachable_cases())::uuid[]));
create policy own on extraordinary_access for select to tsunagi_app using (staff_id = acting_staff());
create policy own_end on extraordinary_access for update to tsunagi_app using (staff_id = acting_staff());
create policy begin on extraordinary_access for insert to tsunagi_app with check (staff_id = acting_staff());
grant select, insert, update on extraordinary_access to tsunagi_app;
-- Whoever looked hears how it was judged, also when they see nothing else of the case any more.
create policy own_access on trail for select to tsunagi_app
  using (about_type = 'ExtraordinaryAccess' and about_id = any ((select own_accesses())::uuid[]));
create policy own_access on note for select to tsunagi_app using (id = any ((select own_access_notes())::uuid[]));

-- Who read which fields of which row of a restricted category, when and on what ground. Its key begins with the instant,
-- so that it can be cut into months without changing it. Like the trail it refers to no other table: a reference would have
-- the writer wait for whoever holds the row that it names.
create table access_log (
  id         uuid not null,
  at         timestamptz not null,
  staff_id   uuid not null,
  case_id    uuid,
  about_type text not null,
  about_id   uuid not null,
  category   text not null,
  fields     text[] not null,
  channel    text not null check (channel in ('GRAPHQL', 'MINUTES', 'CSV')),
  operation  text not null,
  seen_as    text not null,
  access_id  uuid,
  primary key (at, id)
);
create index access_log_by_case on access_log (case_id, at);

create function access_log_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the access log is append-only';
end $$;
create trigger access_log_no_change before update or delete on access_log for each row execute function access_log_is_append_only();
create trigger access_log_no_truncate before truncate on access_log for each statement execute function access_log_is_append_only();

-- The cases for which someone answers: as key person, or as a manager who oversees them.
create function answerable_cases() returns uuid[] language sql stable security definer set search_path = public as $$
  select overseen_cases(acting_staff()) || (
    select coalesce(array_agg(case_id), '{}') from key_person_term
     where staff_id = acting_staff() and until is null and case_id = any (seated_cases(acting_staff())))
$$;

alter table access_log enable row level security;
create policy answer on access_log for select to tsunagi_app using (case_id = any ((select answerable_cases())::uuid[]));
create policy written on access_log for insert to tsunagi_app with check (acting() = 'system:access-log');
grant select, insert on access_log to tsunagi_app;

-- Who looked at a case in a month, as seen by whoever asks: the policies of the log hold behind the view.
create view access_summary with (security_invoker = true) as
  select md5(case_id::text || staff_id::text || month::text)::uuid as id, case_id, staff_id, month,
         count(distinct at)::int as times, count(distinct (about_type, about_id))::int as row_count, max(at) as last_at
    from (select *, date_trunc('month', at at time zone 'Asia/Tokyo')::date as month from access_log) logged
   group by case_id, staff_id, month;
grant select on access_summary to tsunagi_app;

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
       where cardinality(known.shared) > 0),
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
