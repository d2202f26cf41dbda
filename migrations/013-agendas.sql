-- What comes on an agenda by itself. Whoever opens a meeting need not see all of it, so the database brings it: each item keeps the case and
-- category of what it is about, and with them its own readers.

alter table agenda_item add column rank int generated always as (
  case when kind = 'MINUTES' then 0 when kind in ('QUESTION', 'CASELOAD') then 2 else 1 end) stored;

-- When a client is next seen, by whom and where. 「もれなく」 (春日井市): nobody is left without one.
create table appointment (
  id         uuid primary key,
  case_id    uuid not null references support_case,
  category   text not null check (category = 'COORDINATION'),
  staff_id   uuid not null references staff,
  agency_id  uuid not null references agency,
  starts_at  timestamptz not null,
  place      text not null,
  channel    text not null check (channel in ('IN_PERSON', 'PHONE', 'VISIT', 'MAIL', 'ACCOMPANIMENT')),
  status     text not null check (status in ('AGREED', 'KEPT', 'MISSED', 'CANCELLED')),
  item_id    uuid references agenda_item,
  made_by_id uuid not null references staff,
  made_at    timestamptz not null,
  reason_id  uuid references note,
  version    int not null
);
create index appointment_by_case on appointment (case_id, starts_at);
create index appointment_by_staff on appointment (staff_id, starts_at);

alter table appointment enable row level security;
create policy reach on appointment to tsunagi_app using (case_id = any ((select reachable_cases())::uuid[]));
grant select, insert, update on appointment to tsunagi_app;
select guard_texts();

create function client_consents(subject uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from basis where case_id = subject and kind = 'CONSENT' and provision = 'PERMIT' and since <= tsunagi_now()
     and (until is null or until > tsunagi_now())
     and not exists (select from basis_end where basis_end.basis_id = basis.id and basis_end.ended_at <= tsunagi_now()))
$$;

-- Everything that is unfinished for a session, in the order in which it comes back. A thing comes back once: a task as itself, not also as
-- the item that carried it.
create function unfinished_for(meeting uuid) returns table (case_id uuid, category text, agency_id uuid, kind text, purpose text, what text, from_id uuid, because text, confined_to uuid)
language sql stable security definer set search_path = public as $$
  with this as (select session.*, meeting_kind.brings, meeting_kind.needs_consent from conference_session session join meeting_kind on meeting_kind.id = session.kind_id where session.id = meeting),
  earlier as (select session.* from conference_session session, this
     where session.id <> this.id and (session.conference_id = this.conference_id or session.series_id = this.series_id)),
  last_closed as (select * from earlier where status = 'CLOSED' order by closed_at desc limit 1),
  minutes_open as (
    select 0 as turn, minutes.case_id, 'COORDINATION' as category, minutes.agency_id, 'MINUTES' as kind, 'OTHER' as purpose,
           case when minutes.series_id is null then format('第%s回カンファレンスの会議録の確認', last_closed.number) else format('第%s回の会議録の確認', last_closed.number) end as what,
           minutes.id as from_id, 'UNCONFIRMED' as because, minutes.confined_to, last_closed.closed_at as at
      from minutes join last_closed on last_closed.id = minutes.session_id
     where exists (select from minutes_confirmation asked where asked.minutes_id = minutes.id and asked.status <> 'CONFIRMED')),
  ours as (
    select task.* from task, this where task.case_id = this.case_id
       or exists (select from decision join earlier on earlier.id = decision.session_id where decision.id = task.decision_id and this.series_id is not null)),
  tasks as (
    select case when status = 'DECLINED' then 2 else 1 end as turn, case_id, category, agency_id, 'CARRIED_TASK', 'PROGRESS', what, id as from_id,
           case when status = 'DECLINED' then 'DECLINED' when due_on < tsunagi_today() then 'OVERDUE' when status = 'OFFERED' then 'UNACCEPTED' else 'UNFINISHED' end,
           null::uuid as confined_to, due_on::timestamptz as at
      from ours where status in ('OFFERED', 'ACCEPTED', 'IN_PROGRESS') or (status = 'DECLINED' and not exists (
        select from agenda_item item join earlier on earlier.id = item.session_id and earlier.status = 'CLOSED'
         where item.from_id = ours.id and item.because = 'DECLINED' and item.added_at >= coalesce(ours.answered_at, ours.offered_at)))),
  issues as (
    select 3, issue.case_id, issue.category, issue.agency_id, 'CARRIED_ISSUE', 'PROGRESS', issue.what, issue.id, 'UNRESOLVED', issue.confined_to, issue.named_at
      from issue, this where issue.status = 'OPEN' and (issue.case_id = this.case_id
        or (this.series_id is not null and exists (select from earlier where earlier.id = issue.session_id)))),
  known as (select from_id from minutes_open union all select from_id from tasks union all select id from issues),
  items as (
    select case when earlier.status = 'CLOSED' then 4 else 5 end, item.case_id, item.category, item.agency_id, 'CARRIED_ITEM', item.purpose, item.what, item.id,
           case when earlier.status = 'CLOSED' then item.outcome else 'CANCELLED' end, item.confined_to, item.added_at
      from agenda_item item join earlier on earlier.id = item.session_id, this
     where (item.from_id is null or item.from_id not in (select from_id from known))
       and not exists (select from agenda_item later join conference_session held on held.id = later.session_id
          where later.from_id = item.id and held.status <> 'CANCELLED' and held.id <> meeting)
       and case when earlier.status = 'CLOSED' then item.outcome in ('CARRIED_OVER', 'UNSETTLED')
                  or (item.outcome = 'DEFERRED' and item.deferred_until <= (this.starts_at at time zone 'Asia/Tokyo')::date)
                else earlier.status = 'CANCELLED' and item.kind = 'QUESTION' end),
  clients as (
    select 6, entry.case_id, 'COORDINATION', support_case.lead_agency_id, 'CASELOAD', case this.brings when 'CASELOAD' then 'PROGRESS' else 'SCHEDULING' end,
           case this.brings when 'CASELOAD' then '進捗の確認' else '次回の予定' end, entry.id, case this.brings when 'CASELOAD' then 'ON_CASELOAD' else 'NO_APPOINTMENT' end,
           null::uuid, entry.since
      from caseload_entry entry join this on this.series_id = entry.series_id join support_case on support_case.id = entry.case_id
     where entry.until is null and support_case.status = 'OPEN' and (this.brings = 'CASELOAD' or (this.brings = 'WITHOUT_APPOINTMENT' and not exists (
        select from appointment where appointment.case_id = entry.case_id and appointment.status = 'AGREED' and appointment.starts_at > tsunagi_now())))),
  found as (select * from minutes_open union all select * from tasks union all select * from issues union all select * from items union all select * from clients)
  select found.case_id, found.category, found.agency_id, found.kind, found.purpose, found.what, found.from_id, found.because, found.confined_to
    from found, this where found.case_id is null or not this.needs_consent or client_consents(found.case_id)
   order by turn, at, from_id
$$;

-- Puts what is unfinished on the agenda of a session that has not ended, and says anew why what is there already is back. Answers both.
create function bring_back(subject uuid) returns setof agenda_item language plpgsql volatile security definer set search_path = public as $$
declare
  host conference_session; found record; place int := 0; moment timestamptz := tsunagi_now();
begin
  select * into host from conference_session where id = subject and status in ('CONVENED', 'OPEN')
     and (case_id = any (reachable_cases()) or series_id = any (reachable_series()));
  if host.id is null then return; end if;
  for found in select * from unfinished_for(subject) loop
    place := place + 1;
    if exists (select from agenda_item where session_id = subject and from_id = found.from_id) then
      return query update agenda_item item set because = found.because, version = item.version + 1
         where item.session_id = subject and item.from_id = found.from_id and item.outcome is null and item.kind = 'CARRIED_TASK' and item.because <> found.because returning item.*;
    else
      return query insert into agenda_item (id, case_id, series_id, category, session_id, agency_id, kind, purpose, what, from_id, because, added_at, taken_on_at, confined_to, version)
        values (gen_random_uuid(), found.case_id, host.series_id, found.category, subject, found.agency_id, found.kind, found.purpose, found.what, found.from_id, found.because,
          moment + place * interval '1 microsecond', moment, coalesce(found.confined_to, host.confined_to), 1) returning *;
    end if;
  end loop;
end $$;

-- The next session of a series that has not opened yet: what is unfinished waits there.
create function next_session_of(series uuid) returns uuid language sql stable security definer set search_path = public as $$
  select id from conference_session where series_id = series and status = 'CONVENED' order by starts_at, number limit 1
$$;

-- What whoever closes a session could not see, and nobody settled, is left unsettled and comes back: nothing tells them that it is there.
create function leave_unsettled(subject uuid) returns setof agenda_item language sql volatile security definer set search_path = public as $$
  update agenda_item item set outcome = 'UNSETTLED', settled_at = tsunagi_now(), version = item.version + 1 from conference_session session
   where session.id = subject and item.session_id = subject and session.status = 'OPEN' and item.outcome is null
     and (session.case_id = any (reachable_cases()) or session.series_id = any (reachable_series())) returning item.*
$$;

do $$
declare
  routine text;
begin
  for routine in select oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f' loop
    execute 'revoke all on function ' || routine || ' from public';
    execute 'grant execute on function ' || routine || ' to tsunagi_app';
  end loop;
  foreach routine in array array['mask_texts(uuid)', 'household_forms(uuid)', 'guard_texts()', 'only_masks(jsonb, jsonb)', 'unfinished_for(uuid)'] loop
    execute 'revoke all on function ' || routine || ' from tsunagi_app';
  end loop;
end $$;
