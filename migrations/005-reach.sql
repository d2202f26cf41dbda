-- The second lock: row-level security, coarse and independent of the product's own rules. It knows cases, not categories.

-- The agencies below (and including) those where the person holds one of the professions today.
create function agencies_held(person uuid, professions text[]) returns uuid[] language sql stable security definer set search_path = public as $$
  with recursive held as (
    select agency_id as id from posting
     where staff_id = person and profession = any (professions) and since <= tsunagi_today() and (until is null or until >= tsunagi_today())
    union
    select agency.id from agency join held on agency.parent_id = held.id)
  select coalesce(array_agg(id), '{}') from held
$$;

-- Cases that a manager answers for: led by, or with a seat of, an agency of theirs.
create function overseen_cases(person uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  with held as (select agencies_held(person, '{MANAGER}') as ids)
  select case when (select cardinality(ids) from held) = 0 then '{}'::uuid[] else (
    select coalesce(array_agg(id), '{}') from (
      select id from support_case where lead_agency_id = any ((select ids from held)::uuid[])
      union
      select case_id from seat where agency_id = any ((select ids from held)::uuid[])) overseen) end
$$;

-- A seat is live while it has not ended and its holder is still posted as what they were seated as.
create function live_seats(person uuid) returns setof seat language sql stable security definer set search_path = public as $$
  select seat.* from seat where staff_id = person and until is null and exists (
    select from posting where posting.staff_id = person and posting.agency_id = seat.agency_id and posting.profession = seat.profession
       and posting.since <= tsunagi_today() and (posting.until is null or posting.until >= tsunagi_today()))
$$;

create function seated_cases(person uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(case_id), '{}') from live_seats(person)
$$;

create function reachable_cases() returns uuid[] language sql stable security definer set search_path = public as $$
  select seated_cases(acting_staff()) || overseen_cases(acting_staff())
$$;

create function reachable_households() returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(household_id), '{}') from support_case where id = any (reachable_cases())
$$;

-- A case begins with the seat of the person who opens it; until it has one, that person may write the first.
create function case_has_no_seat(subject uuid) returns boolean language sql stable security definer set search_path = public as $$
  select not exists (select from seat where case_id = subject)
$$;
create function household_has_no_case(subject uuid) returns boolean language sql stable security definer set search_path = public as $$
  select not exists (select from support_case where household_id = subject)
$$;

do $$
declare scoped text;
begin
  foreach scoped in array array['seat', 'key_person_term', 'key_person_handover', 'note', 'record', 'task', 'postponement', 'conference', 'conference_session',
      'invitation', 'agenda_item', 'statement', 'issue', 'role_allocation', 'decision', 'minutes', 'minutes_confirmation'] loop
    execute format('alter table %I enable row level security', scoped);
    execute format('create policy reach on %I to tsunagi_app using (case_id = any ((select reachable_cases())::uuid[]))', scoped);
    execute format('grant select, insert, update on %I to tsunagi_app', scoped);
  end loop;
  foreach scoped in array array['household_member', 'schooling'] loop
    execute format('alter table %I enable row level security', scoped);
    execute format('create policy reach on %I to tsunagi_app using (household_id = any ((select reachable_households())::uuid[]))', scoped);
    execute format('create policy found on %I for insert to tsunagi_app with check (acting_staff() is not null and household_has_no_case(household_id))', scoped);
    execute format('grant select, insert, update on %I to tsunagi_app', scoped);
  end loop;
end $$;

create policy first_seat on seat for insert to tsunagi_app with check (staff_id = acting_staff() and case_has_no_seat(case_id));

alter table support_case enable row level security;
create policy reach on support_case to tsunagi_app using (id = any ((select reachable_cases())::uuid[]));
create policy found on support_case for insert to tsunagi_app with check (acting_staff() is not null);
grant select, insert, update on support_case to tsunagi_app;

alter table household enable row level security;
create policy reach on household to tsunagi_app using (id = any ((select reachable_households())::uuid[]));
create policy found on household for insert to tsunagi_app with check (acting_staff() is not null);
grant select, insert, update on household to tsunagi_app;

alter table trail enable row level security;
create policy reach on trail for select to tsunagi_app using (
  acting() in ('system:live', 'system:setup')
  or case_id = any ((select reachable_cases())::uuid[])
  or actor = acting()
  or (case_id is null and cardinality((select agencies_held(acting_staff(), '{MANAGER,SYSTEM_ADMINISTRATOR,INFORMATION_OFFICER}'))) > 0));
grant select on trail to tsunagi_app;

-- Everything a request needs to know about the person who makes it, in one call.
create function describe_actor(person uuid) returns jsonb language sql stable security definer set search_path = public as $$
  select jsonb_build_object(
    'staffId', staff.id,
    'postings', (select coalesce(jsonb_agg(jsonb_build_object('agencyId', agency_id, 'profession', profession) order by since, id), '[]') from posting
       where staff_id = person and since <= tsunagi_today() and (until is null or until >= tsunagi_today())),
    'seats', (select coalesce(jsonb_agg(jsonb_build_object('caseId', seat.case_id, 'householdId', support_case.household_id, 'agencyId', seat.agency_id,
         'profession', seat.profession, 'isKeyPerson', term.id is not null) order by seat.id), '[]')
       from live_seats(person) seat join support_case on support_case.id = seat.case_id
       left join key_person_term term on term.seat_id = seat.id and term.until is null),
    'managedAgencyIds', to_jsonb(agencies_held(person, '{MANAGER}')),
    'overseen', (select coalesce(jsonb_agg(jsonb_build_object('caseId', id, 'householdId', household_id)), '[]') from support_case
       where id = any (overseen_cases(person))))
  from staff where staff.id = person
$$;

create function describe_session(token bytea) returns jsonb language sql stable security definer set search_path = public as $$
  select describe_actor(staff_id) || jsonb_build_object('sessionId', id) from session
   where token_hash = token and ended_at is null and expires_at > tsunagi_now()
$$;
