-- The grounds that hold at this instant. Whoever asks for the categories of cases joins them, in sets: a prohibition is stronger than any permission.
create function live_basis() returns table (case_id uuid, agency_id uuid, provision text, categories text[]) language sql stable as $$
  select case_id, agency_id, provision, categories from basis
   where since <= (select tsunagi_now()) and (until is null or until > (select tsunagi_now()))
     and not exists (select from basis_end where basis_end.basis_id = basis.id and basis_end.ended_at <= (select tsunagi_now()))
$$;
revoke all on function live_basis() from public;
grant execute on function live_basis() to tsunagi_app;

create or replace function seats_with_shared(person uuid) returns table (seat_id uuid, case_id uuid, agency_id uuid, profession text, shared text[])
  language sql stable security definer set search_path = public as $$
  select seat.id, seat.case_id, seat.agency_id, seat.profession, coalesce(known.shared, '{}')
    from live_seats(person) seat cross join lateral (
      select array_agg(named order by named) as shared from (
        select named from live_basis() cross join unnest(categories) named
         where live_basis.case_id = seat.case_id and live_basis.agency_id = seat.agency_id
         group by named having bool_and(provision = 'PERMIT')) permitted) known
   where known.shared is not null or invited_under_statute(seat.id)
$$;
create or replace function overseen_with_shared(person uuid) returns table (case_id uuid, household_id uuid, shared text[])
  language sql stable security definer set search_path = public as $$
  with held as materialized (select agencies_held(person, '{MANAGER}') as ids),
  overseen as materialized (
    select id, household_id from support_case where lead_agency_id = any ((select ids from held)::uuid[])
    union
    select id, household_id from support_case where id in (select seat.case_id from seat where agency_id = any ((select ids from held)::uuid[]))),
  permitted as (
    select overseen.id, overseen.household_id, named
      from overseen join live_basis() on live_basis.case_id = overseen.id and live_basis.agency_id = any ((select ids from held)::uuid[]) cross join unnest(categories) named
     group by overseen.id, overseen.household_id, named having bool_and(provision = 'PERMIT'))
  select id, household_id, array_agg(named order by named) from permitted group by id, household_id
$$;

-- Said in one place now. Only functions of the database, which are stated anew above, ever asked for either.
-- contracts: not needed since 50
drop view live_basis;
drop function shared_categories(uuid, uuid[], timestamptz);

-- A part of the product whose name is as long as an id is nobody.
create or replace function acting_staff() returns uuid language sql stable as $$ select case when length(acting()) = 36 and acting() not like 'system:%' then acting()::uuid end $$;
