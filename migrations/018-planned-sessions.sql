-- When a series of meetings meets: its recurrence, and the sessions that follow from it up to its end. A planned session costs nobody an
-- invitation; it becomes a session when it is convened.

create table recurrence (
  id          uuid primary key,
  series_id   uuid not null references meeting_series,
  -- RRULE of RFC 5545 in whole days, always with an end.
  rule        text not null check (rule ~ '(^|;)(UNTIL|COUNT)='),
  begins_on   date not null,
  opens       text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes      text not null check (closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and closes > opens),
  when_closed text not null check (when_closed in ('SKIP', 'BEFORE', 'AFTER')),
  set_by_id   uuid not null references staff,
  since       timestamptz not null,
  until       timestamptz check (until >= since),
  version     int not null
);
create unique index one_recurrence_at_a_time on recurrence (series_id) where until is null;

create table planned_session (
  id            uuid primary key,
  series_id     uuid not null references meeting_series,
  -- NULL for one that is held beside the recurrence (随時).
  recurrence_id uuid references recurrence,
  -- The day that the rule names: it stays when the session is moved.
  planned_on    date,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null check (ends_at > starts_at),
  place         text not null,
  status        text not null check (status in ('PLANNED', 'CONVENED', 'CANCELLED', 'REPLACED')),
  -- Somebody moved it, called it off or added it: a change of the recurrence leaves it alone.
  is_touched    boolean not null,
  reason_id     uuid references note,
  session_id    uuid unique references conference_session,
  version       int not null,
  constraint planned_by_a_rule_or_by_hand check ((recurrence_id is null) = (planned_on is null)),
  constraint convened_as_a_session check ((status = 'CONVENED') = (session_id is not null))
);
create index planned_session_by_series on planned_session (series_id, starts_at);

do $$
declare scoped text;
begin
  foreach scoped in array array['recurrence', 'planned_session'] loop
    execute format('alter table %I enable row level security', scoped);
    execute format('create policy reach on %I to tsunagi_app using (series_id = any ((select reachable_series())::uuid[]))', scoped);
    execute format('grant select, insert, update on %I to tsunagi_app', scoped);
  end loop;
end $$;

create trigger words before insert or update on planned_session for each row execute function shielded_words_stay_out('place');

-- What keeps people from coming to a meeting between two instants: their weeks, absences, sessions and what is planned for the series that
-- they take part in, whoever asks. Which session it is stays in the product, unless whoever asks may see it.
create function diaries_of(people uuid[], first timestamptz, last timestamptz) returns table (staff_id uuid, diary jsonb)
language sql stable security definer set search_path = public as $$
  select staff.id, jsonb_build_object(
    'office', (select office_of(posting.agency_id) from posting where posting.staff_id = staff.id and posting.since <= tsunagi_today()
       and (posting.until is null or posting.until >= tsunagi_today()) order by municipality_of(posting.agency_id) is null, posting.since, posting.id limit 1),
    'weeks', (select coalesce(jsonb_agg(jsonb_build_object('since', week.since, 'until', week.until, 'hours',
         (select coalesce(jsonb_agg(jsonb_build_object('weekday', weekday, 'opens', opens, 'closes', closes) order by opens, weekday), '[]')
            from working_hours where week_id = week.id)) order by week.since, week.id), '[]')
       from working_week week where week.staff_id = staff.id and exists (
         select from posting where posting.staff_id = staff.id and posting.agency_id = week.agency_id
            and posting.since <= tsunagi_today() and (posting.until is null or posting.until >= tsunagi_today()))),
    'absences', (select coalesce(jsonb_agg(jsonb_build_object('since', since, 'until', until) order by since), '[]')
       from absence where absence.staff_id = staff.id and withdrawn_at is null),
    'engagements', (select coalesce(jsonb_agg(jsonb_build_object('sessionId', id, 'startsAt', starts_at, 'endsAt', ends_at, 'status', status) order by starts_at, id), '[]')
       from (select held.id, held.starts_at, held.ends_at, invitation.status
               from invitation join conference_session held on held.id = invitation.session_id
              where invitation.staff_id = staff.id and invitation.status in ('INVITED', 'ACCEPTED') and invitation.withdrawn_at is null and held.status in ('CONVENED', 'OPEN')
             union all
             select planned.id, planned.starts_at, planned.ends_at, 'PLANNED'
               from live_memberships(staff.id) member join planned_session planned on planned.series_id = member.series_id
              where planned.status = 'PLANNED') engagement
      where starts_at < last and ends_at > first))
  from staff where staff.id = any (people)
$$;

do $$ begin
  revoke all on function diaries_of(uuid[], timestamptz, timestamptz) from public;
  grant execute on function diaries_of(uuid[], timestamptz, timestamptz) to tsunagi_app;
end $$;
