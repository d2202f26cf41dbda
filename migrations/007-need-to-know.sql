-- On which basis an agency may know what: consent, statute, or internal use within the municipality. And who needs to know.

create table consent (
  id               uuid primary key,
  case_id          uuid not null references support_case,
  category         text not null,
  member_id        uuid not null references household_member,
  agency_id        uuid not null references agency,
  staff_id         uuid not null references staff,
  provision        text not null check (provision in ('PERMIT', 'DENY')),
  evidence         text not null check (evidence in ('SIGNED_FORM', 'VERBAL_WITH_WITNESS')),
  witness_staff_id uuid references staff,
  purpose          text not null,
  given_on         date not null,
  until_on         date check (until_on >= given_on),
  recorded_at      timestamptz not null,
  version          int not null,
  constraint verbal_consent_has_a_witness check (evidence <> 'VERBAL_WITH_WITNESS' or witness_staff_id is not null)
);
create index consent_by_case on consent (case_id);

-- One row for each agency that a consent names, and for each statute, emergency or internal use that stands by itself.
create table basis (
  id           uuid primary key,
  case_id      uuid not null references support_case deferrable initially deferred,
  category     text not null,
  kind         text not null,
  consent_id   uuid references consent,
  provision    text not null check (provision in ('PERMIT', 'DENY')),
  agency_id    uuid not null references agency,
  categories   text[] not null check (cardinality(categories) > 0),
  purpose      text not null,
  necessity_id uuid references note,
  told         text not null check (told in ('CONSENTED', 'TOLD', 'NOT_TOLD', 'NOT_NEEDED')),
  told_on      date,
  told_how_id  uuid references note,
  staff_id     uuid not null references staff,
  since        timestamptz not null,
  until        timestamptz check (until > since),
  version      int not null,
  constraint consent_basis_names_consent check ((kind = 'CONSENT') = (consent_id is not null)),
  constraint statute_says_why_needed check (kind in ('CONSENT', 'INTERNAL_USE') or necessity_id is not null),
  constraint telling_says_when_or_why_not check (
    (told = 'TOLD' and told_on is not null) or (told = 'NOT_TOLD' and told_how_id is not null) or told in ('CONSENTED', 'NOT_NEEDED'))
);
create index basis_by_case on basis (case_id, agency_id);
create unique index one_internal_use on basis (case_id, agency_id) where kind = 'INTERNAL_USE';

-- An end is a new record, never an edit of what was agreed.
create table basis_end (
  id        uuid primary key,
  case_id   uuid not null references support_case,
  category  text not null,
  basis_id  uuid not null unique references basis,
  agency_id uuid not null references agency,
  why       text not null check (why in ('WITHDRAWN', 'ENDED')),
  reason_id uuid not null references note,
  staff_id  uuid not null references staff,
  ended_at  timestamptz not null,
  version   int not null
);
create index basis_end_by_case on basis_end (case_id);

-- Neither is ever changed, whoever asks.
create function a_basis_stays_as_it_was() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', message = 'a basis is never edited', constraint = 'a_basis_stays_as_it_was';
end $$;
create trigger unchanged before update or delete on consent for each row execute function a_basis_stays_as_it_was();
create trigger unchanged before update or delete on basis for each row execute function a_basis_stays_as_it_was();
create trigger unchanged before update or delete on basis_end for each row execute function a_basis_stays_as_it_was();

-- A municipality's own need-to-know table: each row replaces a cell of the one that ships, from an instant on.
create table need_to_know (
  id         uuid primary key,
  profession text not null,
  about      text not null,
  level      text not null check (level in ('NONE', 'HEADLINE', 'READ', 'WRITE')),
  reason     text not null check (btrim(reason) <> ''),
  staff_id   uuid not null references staff,
  since      timestamptz not null,
  until      timestamptz check (until > since),
  version    int not null
);
create unique index one_level_at_a_time on need_to_know (profession, about) where until is null;
grant select, insert, update on need_to_know to tsunagi_app;

-- The categories that an agency may know of a case at an instant: what is permitted and not denied.
create function shared_categories(subject uuid, agencies uuid[], moment timestamptz) returns text[] language sql stable security definer set search_path = public as $$
  with live as (
    select basis.provision, named from basis cross join unnest(basis.categories) named
     where basis.case_id = subject and basis.agency_id = any (agencies) and basis.since <= moment and (basis.until is null or basis.until > moment)
       and not exists (select from basis_end where basis_end.basis_id = basis.id and basis_end.ended_at <= moment))
  select coalesce(array_agg(distinct named order by named), '{}') from live
   where provision = 'PERMIT' and not exists (select from live denied where denied.provision = 'DENY' and denied.named = live.named)
$$;

create or replace function seated_cases(person uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(case_id), '{}') from live_seats(person) seat
   where cardinality(shared_categories(seat.case_id, array[seat.agency_id], tsunagi_now())) > 0
$$;

create or replace function overseen_cases(person uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  with held as (select agencies_held(person, '{MANAGER}') as ids)
  select case when (select cardinality(ids) from held) = 0 then '{}'::uuid[] else (
    select coalesce(array_agg(id), '{}') from (
      select id from support_case where lead_agency_id = any ((select ids from held)::uuid[])
      union
      select case_id from seat where agency_id = any ((select ids from held)::uuid[])) overseen
     where cardinality(shared_categories(id, (select ids from held), tsunagi_now())) > 0) end
$$;

create function case_has_no_basis(subject uuid) returns boolean language sql stable security definer set search_path = public as $$
  select not exists (select from basis where case_id = subject)
$$;

do $$
declare scoped text;
begin
  foreach scoped in array array['consent', 'basis', 'basis_end'] loop
    execute format('alter table %I enable row level security', scoped);
    execute format('create policy reach on %I to tsunagi_app using (case_id = any ((select reachable_cases())::uuid[]))', scoped);
    -- Locking a row asks for the right to update it; the trigger refuses the update itself.
    execute format('grant select, insert, update on %I to tsunagi_app', scoped);
  end loop;
end $$;
create policy first_basis on basis for insert to tsunagi_app with check (staff_id = acting_staff() and kind = 'INTERNAL_USE' and case_has_no_basis(case_id));

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
    'needToKnow', (select coalesce(jsonb_agg(jsonb_build_object('profession', profession, 'about', about, 'level', level)), '[]') from need_to_know
       where since <= tsunagi_now() and (until is null or until > tsunagi_now())))
  from staff where staff.id = person
$$;
