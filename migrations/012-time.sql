-- When offices are open, when people work, and when they are away: what decides on which days meetings are held and who can come.

-- The days of a municipality's own, beside weekends and national holidays. Without a row its offices close from 29 December to 3 January.
create table office_calendar (
  id                uuid primary key,
  agency_id         uuid not null unique references agency,
  turn_of_year_from text not null check (turn_of_year_from ~ '^1[12]-[0-3][0-9]$'),
  turn_of_year_to   text not null check (turn_of_year_to ~ '^01-[0-3][0-9]$'),
  version           int not null
);

create table closing_day (
  id           uuid primary key,
  agency_id    uuid not null references agency,
  held_on      date not null,
  name         text not null check (btrim(name) <> ''),
  withdrawn_at timestamptz,
  version      int not null
);
create unique index one_closing_day_each on closing_day (agency_id, held_on) where withdrawn_at is null;

-- A person's week at one agency, from a day on (川越市: 月・水・金 8:45–17:15). Who works for two agencies has two.
create table working_week (
  id        uuid primary key,
  staff_id  uuid not null references staff,
  agency_id uuid not null references agency,
  since     date not null,
  until     date check (until >= since - 1),
  version   int not null
);
create unique index one_working_week_at_a_time on working_week (staff_id, agency_id) where until is null;
create index working_week_by_staff on working_week (staff_id);

create table working_hours (
  id      uuid primary key,
  week_id uuid not null references working_week,
  weekday text not null check (weekday in ('MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN')),
  opens   text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes  text not null check (closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and closes > opens),
  version int not null,
  unique (week_id, weekday)
);

-- Days on which somebody is away. Not why: that is nobody's business here.
create table absence (
  id           uuid primary key,
  staff_id     uuid not null references staff,
  agency_id    uuid not null references agency,
  since        date not null,
  until        date not null check (until >= since),
  withdrawn_at timestamptz,
  version      int not null
);
create index absence_by_staff on absence (staff_id) where withdrawn_at is null;

grant select, insert, update on office_calendar, closing_day, working_week, working_hours, absence to tsunagi_app;

-- The closing days of the municipality to which an agency belongs; those of a body outside every municipality are ordinary.
create function office_of(place uuid) returns jsonb language sql stable security definer set search_path = public as $$
  select jsonb_build_object(
    'turnOfYear', (select jsonb_build_object('from', turn_of_year_from, 'to', turn_of_year_to) from office_calendar where agency_id = municipality_of(place)),
    'closingDays', (select coalesce(jsonb_object_agg(held_on, name), '{}') from closing_day where agency_id = municipality_of(place) and withdrawn_at is null))
$$;

do $$
declare
  routine text;
begin
  foreach routine in array array['office_of(uuid)'] loop
    execute 'revoke all on function ' || routine || ' from public';
    execute 'grant execute on function ' || routine || ' to tsunagi_app';
  end loop;
end $$;
