-- Every meeting of the sources: kinds as data, series over a caseload, sessions that belong to a case or to a series.
-- An item on the agenda of a series keeps its own case and category, and with them its own readers.

-- What the name of a meeting promises. Dated: a change is a new row with the same code; a session names the very row it was convened under.
create table meeting_kind (
  id                    uuid primary key,
  code                  text not null check (code ~ '^[A-Z][A-Z0-9_]{2,60}$'),
  name_ja               text not null,
  name_en               text not null,
  source                text not null,
  subject               text not null check (subject in ('ONE_CASE', 'CASELOAD')),
  needs_consent         boolean not null,
  -- The statute under which members may speak without consent. Never over a caseload: each of its cases would widen to everyone there.
  statute               text check (statute is null or subject = 'ONE_CASE'),
  cadence_times         int check (cadence_times > 0),
  cadence_per           text check (cadence_per in ('WEEK', 'MONTH', 'YEAR')),
  mandatory_professions text[] not null,
  mandatory_agency_ids  uuid[] not null,
  -- What cannot be decided while a mandatory member is missing; always something that the meeting may decide at all.
  needs_mandatory       text[] not null,
  decides               text[] not null,
  chair_title           text not null,
  chair_professions     text[] not null,
  recorder_professions  text[] not null,
  -- How many of those invited have to be there for a decision; NULL where nobody has said.
  quorum_percent        int check (quorum_percent between 1 and 100),
  -- What fills the agenda by itself, beside what is unfinished.
  brings                text not null check (brings in ('NOTHING', 'CASELOAD', 'WITHOUT_APPOINTMENT')),
  takes_proposals       boolean not null,
  retention_years       int not null check (retention_years between 1 and 100),
  staff_id              uuid references staff,
  reason                text,
  since                 timestamptz not null,
  until                 timestamptz check (until >= since),
  version               int not null,
  constraint cadence_has_both check ((cadence_times is null) = (cadence_per is null)),
  constraint mandatory_is_for_what_is_decided check (needs_mandatory <@ decides
    and (cardinality(needs_mandatory) > 0) = (cardinality(mandatory_professions) + cardinality(mandatory_agency_ids) > 0)),
  constraint decides_known_matters check (decides <@ '{PLAN,TASK,KEY_PERSON,PRIORITY,CLOSING}')
);
create unique index one_kind_at_a_time on meeting_kind (code) where until is null;
grant select, insert, update on meeting_kind to tsunagi_app;

-- What ships: the meetings that the sources and their statutes know. Defaults for a municipality to confirm or to replace.
insert into meeting_kind (id, code, name_ja, name_en, source, subject, needs_consent, statute, cadence_times, cadence_per, mandatory_professions, mandatory_agency_ids,
    needs_mandatory, decides, chair_title, chair_professions, recorder_professions, quorum_percent, brings, takes_proposals, retention_years, since, version)
select gen_random_uuid(), code, name_ja, name_en, source, subject, needs_consent, statute, times, per, mandatory::text[], '{}',
    needs_mandatory::text[], decides::text[], title, '{}', '{}', null, brings, subject = 'CASELOAD', 5, '2000-01-01', 1
  from (values
  ('CASE_CONFERENCE', 'カンファレンス', 'case conference', '武蔵野市', 'ONE_CASE', false, null, null::int, null, '{}', '{}', '{PLAN,TASK,KEY_PERSON,PRIORITY,CLOSING}', 'キーパーソン', 'NOTHING'),
  ('SUPPORT_ADJUSTMENT_MEETING', '支援調整会議（生活困窮者自立支援制度）', 'support adjustment meeting', '生活困窮者自立支援制度', 'ONE_CASE', true, null, null, null, '{}', '{}', '{PLAN,TASK,KEY_PERSON,PRIORITY,CLOSING}', '座長', 'NOTHING'),
  ('MULTILAYERED_SUPPORT_MEETING', '重層的支援会議', 'multilayered support meeting', '社会福祉法 第106条の4', 'ONE_CASE', true, null, null, null, '{}', '{}', '{PLAN,TASK,KEY_PERSON,PRIORITY,CLOSING}', '座長', 'NOTHING'),
  ('SUPPORT_MEETING', '支援会議（生活困窮者自立支援法 第9条）', 'support meeting (art. 9)', '生活困窮者自立支援法 第9条', 'ONE_CASE', false, 'NEEDY_ACT_9', null, null, '{}', '{}', '{PLAN,TASK,KEY_PERSON,PRIORITY,CLOSING}', '座長', 'NOTHING'),
  ('WELFARE_SUPPORT_MEETING', '支援会議（社会福祉法 第106条の6）', 'support meeting (art. 106-6)', '社会福祉法 第106条の6', 'ONE_CASE', false, 'SW_ACT_106_6', null, null, '{}', '{}', '{PLAN,TASK,KEY_PERSON,PRIORITY,CLOSING}', '座長', 'NOTHING'),
  ('INDIVIDUAL_CASE_REVIEW_MEETING', '個別ケース検討会議（要対協）', 'individual case review meeting', '児童福祉法 第25条の2', 'ONE_CASE', false, 'CHILD_WELFARE_ACT_25_2', null, null, '{}', '{}', '{PLAN,TASK,KEY_PERSON,PRIORITY,CLOSING}', '座長', 'NOTHING'),
  ('WOMEN_SUPPORT_ADJUSTMENT_MEETING', '支援調整会議（困難女性支援法 第15条）', 'support adjustment meeting for women', '困難女性支援法 第15条', 'ONE_CASE', false, 'WOMEN_ACT_15', null, null, '{}', '{}', '{PLAN,TASK,KEY_PERSON,PRIORITY,CLOSING}', '座長', 'NOTHING'),
  ('INDIVIDUAL_TEAM_MEETING', '個別チーム支援会議', 'individual team meeting', '佐賀市', 'ONE_CASE', false, null, null, null, '{}', '{}', '{PLAN,TASK,KEY_PERSON,PRIORITY}', '座長', 'NOTHING'),
  ('TOSHIMA_SUPPORT_ADJUSTMENT', '支援調整会議', 'support adjustment meeting', '豊島区', 'CASELOAD', true, null, 2, 'MONTH', '{}', '{}', '{PLAN,TASK,KEY_PERSON,PRIORITY,CLOSING}', '座長', 'NOTHING'),
  ('TOSHIMA_EMPLOYMENT_MEETING', '就労ミーティング', 'employment meeting', '豊島区', 'CASELOAD', false, null, 1, 'WEEK', '{}', '{}', '{TASK}', '座長', 'CASELOAD'),
  ('KURUME_SUPPORT_ADJUSTMENT', '支援調整会議', 'support adjustment meeting', '久留米市', 'CASELOAD', true, null, 2, 'MONTH', '{HELLO_WORK_NAVIGATOR}', '{PLAN,TASK}', '{PLAN,TASK,KEY_PERSON,PRIORITY,CLOSING}', '座長', 'NOTHING'),
  ('KASUGAI_SCHEDULING_MEETING', 'スケジュール調整会議', 'scheduling meeting', '春日井市', 'CASELOAD', false, null, 1, 'WEEK', '{}', '{}', '{TASK}', '座長', 'WITHOUT_APPOINTMENT'),
  ('SAGA_TEAM_MEETING', '就労支援チーム会議', 'employment support team meeting', '佐賀市', 'CASELOAD', false, null, null, null, '{}', '{}', '{TASK}', '座長', 'NOTHING'),
  ('CHIBA_CASE_MEETING', 'ケース会議', 'case meeting', '千葉市', 'CASELOAD', false, null, 2, 'MONTH', '{}', '{}', '{PLAN,TASK,PRIORITY}', '座長', 'CASELOAD'),
  ('KAWAGOE_LIAISON_MEETING', '情報交換会議', 'liaison meeting', '川越市', 'CASELOAD', false, null, 1, 'MONTH', '{}', '{}', '{TASK}', '座長', 'NOTHING'),
  ('KOBE_LIAISON_MEETING', '連絡会議', 'liaison meeting', '神戸市', 'CASELOAD', false, null, 1, 'MONTH', '{}', '{}', '{TASK}', '座長', 'NOTHING'),
  ('SAGAMIHARA_MONTHLY_MEETING', '月例会議', 'monthly meeting', '相模原市', 'CASELOAD', false, null, 1, 'MONTH', '{}', '{}', '{TASK}', '座長', 'NOTHING')
) as ships (code, name_ja, name_en, source, subject, needs_consent, statute, times, per, mandatory, needs_mandatory, decides, title, brings);

create table meeting_series (
  id            uuid primary key,
  kind_id       uuid not null references meeting_kind,
  agency_id     uuid not null references agency,
  name          text not null,
  place         text not null,
  started_by_id uuid not null references staff,
  since         timestamptz not null,
  until         timestamptz check (until >= since),
  version       int not null
);
create index meeting_series_by_agency on meeting_series (agency_id);

-- Whom an agency sends, as what, from when to when. The chair and the recorder are members with a part.
create table series_member (
  id         uuid primary key,
  series_id  uuid not null references meeting_series,
  staff_id   uuid not null references staff,
  agency_id  uuid not null references agency,
  profession text not null,
  part       text not null check (part in ('CHAIR', 'RECORDER', 'MEMBER')),
  since      timestamptz not null,
  until      timestamptz check (until >= since),
  version    int not null
);
create unique index one_membership_at_a_time on series_member (series_id, staff_id) where until is null;
create unique index one_chair_at_a_time on series_member (series_id) where part = 'CHAIR' and until is null;
create index series_member_by_staff on series_member (staff_id);

-- Which cases a series works through. A row of the case: whoever may not see the case does not learn that it is on the list.
create table caseload_entry (
  id        uuid primary key,
  case_id   uuid not null references support_case,
  series_id uuid not null references meeting_series,
  category  text not null check (category = 'COORDINATION'),
  staff_id  uuid not null references staff,
  since     timestamptz not null,
  until     timestamptz check (until >= since),
  version   int not null
);
create unique index one_entry_at_a_time on caseload_entry (series_id, case_id) where until is null;
create index caseload_entry_by_case on caseload_entry (case_id);

-- Sessions of a case or of a series.
alter table conference_session alter column case_id drop not null, alter column conference_id drop not null,
  add column series_id uuid references meeting_series,
  add column kind_id uuid references meeting_kind;
alter table conference_session disable trigger frozen;
update conference_session set kind_id = (select id from meeting_kind where code = conference_session.kind);
alter table conference_session enable trigger frozen;
alter table conference_session alter column kind_id set not null,
  add constraint session_is_of_a_case_or_a_series check ((case_id is null) = (series_id is not null) and (conference_id is null) = (series_id is not null)),
  add constraint series_speaks_under_no_statute check (series_id is null or confined_to is null),
  add unique (series_id, number);
create index conference_session_by_series on conference_session (series_id, starts_at desc);
create unique index one_open_session_of_a_series on conference_session (series_id) where status = 'OPEN';

alter table invitation alter column case_id drop not null, alter column seat_id drop not null,
  add column series_id uuid references meeting_series,
  -- Whom this person stands in for (代理).
  add column instead_of_id uuid references invitation,
  drop constraint invitation_status_check, add constraint invitation_status_check check (status in ('INVITED', 'ACCEPTED', 'DECLINED', 'DELEGATED')),
  drop constraint invitation_attendance_check,
  add constraint invitation_attendance_check check (attendance in ('PRESENT', 'LATE', 'EXCUSED', 'ABSENT', 'DELEGATED')),
  add constraint invitation_is_of_a_case_or_a_series check ((case_id is null) = (series_id is not null) and (seat_id is null) = (series_id is not null));
create index invitation_by_series on invitation (series_id);
create unique index one_delegate_each on invitation (instead_of_id);

alter table agenda_item alter column case_id drop not null,
  add column series_id uuid references meeting_series,
  add column purpose text not null default 'OTHER' check (purpose in ('PLAN_APPROVAL', 'PROGRESS', 'ROLE_ALLOCATION', 'CLOSING_EVALUATION', 'MISSING_RESOURCES',
    'SCHEDULING', 'PRIORITY', 'KEY_PERSON', 'OTHER')),
  -- NULL while it is only proposed.
  add column taken_on_at timestamptz,
  add column minutes_planned int check (minutes_planned between 1 and 480),
  add column begun_at timestamptz,
  add column settled_at timestamptz,
  add column deferred_until date,
  drop constraint agenda_item_kind_check,
  add constraint agenda_item_kind_check check (kind in ('QUESTION', 'CARRIED_ITEM', 'CARRIED_TASK', 'CARRIED_ISSUE', 'MINUTES', 'CASELOAD')),
  drop constraint agenda_item_because_check,
  add constraint agenda_item_because_check check (because in ('OVERDUE', 'UNACCEPTED', 'DECLINED', 'UNFINISHED', 'UNRESOLVED', 'CARRIED_OVER', 'CANCELLED', 'UNCONFIRMED',
    'DEFERRED', 'UNSETTLED', 'ON_CASELOAD', 'NO_APPOINTMENT')),
  drop constraint agenda_item_outcome_check,
  add constraint agenda_item_outcome_check check (outcome in ('DECIDED', 'NOTED', 'CARRIED_OVER', 'DEFERRED', 'NOT_TAKEN_ON', 'UNSETTLED')),
  add constraint deferred_says_until_when check ((outcome is not distinct from 'DEFERRED') = (deferred_until is not null)),
  add constraint item_is_of_a_case_or_a_series check (case_id is not null or series_id is not null);
alter table agenda_item alter column purpose drop default;
alter table agenda_item disable trigger frozen;
update agenda_item set taken_on_at = added_at;
alter table agenda_item enable trigger frozen;
create index agenda_item_by_series on agenda_item (series_id) where case_id is null;
create index agenda_item_by_source on agenda_item (from_id);

alter table statement add column item_id uuid references agenda_item;
alter table issue add column item_id uuid references agenda_item;
alter table role_allocation add column item_id uuid references agenda_item;

alter table minutes alter column case_id drop not null, add column series_id uuid references meeting_series,
  add constraint minutes_are_of_a_case_or_a_series check ((case_id is null) = (series_id is not null));
alter table minutes_confirmation alter column case_id drop not null, add column series_id uuid references meeting_series,
  add constraint confirmation_is_of_a_case_or_a_series check ((case_id is null) = (series_id is not null));
alter table note alter column case_id drop not null, add column series_id uuid references meeting_series,
  add constraint note_is_of_a_case_or_a_series check ((case_id is null) = (series_id is not null));
create index note_by_series on note (series_id);

-- What closed minutes say wrongly is put right beside them, with the reason, and never in them.
create table minutes_correction (
  id           uuid primary key,
  case_id      uuid references support_case,
  series_id    uuid references meeting_series,
  category     text not null,
  session_id   uuid not null references conference_session,
  minutes_id   uuid not null references minutes,
  item_id      uuid references agenda_item,
  staff_id     uuid not null references staff,
  agency_id    uuid not null references agency,
  body         text not null,
  reason       text not null,
  corrected_at timestamptz not null,
  confined_to  uuid references conference_session,
  version      int not null,
  constraint correction_is_of_a_case_or_a_series check (case_id is not null or series_id is not null)
);
create index minutes_correction_by_case on minutes_correction (case_id);
create index minutes_correction_by_minutes on minutes_correction (minutes_id);

create function correction_stays() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not only_masks(to_jsonb(old), to_jsonb(new)) then
    raise exception using errcode = 'check_violation', message = 'a correction is never edited', constraint = 'closed_session_is_frozen';
  end if;
  return new;
end $$;
create trigger stays before update on minutes_correction for each row execute function correction_stays();

-- To which series and session an entry belongs: whoever watches a session is pointed to what they may see of it.
alter table trail add column series_id uuid generated always as (trail_uuid((body::jsonb) ->> 'seriesId')) stored,
  add column session_id uuid generated always as (trail_uuid((body::jsonb) ->> 'sessionId')) stored;
create index trail_by_session on trail (session_id, seq) where session_id is not null;

create or replace function number_session() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(coalesce(new.conference_id, new.series_id)::text, 11));
  new.number := 1 + (select count(*) from conference_session where conference_id = new.conference_id or series_id = new.series_id);
  return new;
end $$;

-- Somebody is a member while they are still posted as what they were named as.
create function live_memberships(person uuid) returns setof series_member language sql stable security definer set search_path = public as $$
  select member.* from series_member member where staff_id = person and until is null and exists (
    select from posting where posting.staff_id = person and posting.agency_id = member.agency_id and posting.profession = member.profession
       and posting.since <= tsunagi_today() and (posting.until is null or posting.until >= tsunagi_today()))
$$;

-- Sessions of a series to which somebody is asked, member or not: a delegate sees that session and no other.
create function guest_sessions(person uuid) returns table (session_id uuid, series_id uuid) language sql stable security definer set search_path = public as $$
  select invitation.session_id, invitation.series_id from invitation where staff_id = person and invitation.series_id is not null and exists (
    select from posting where posting.staff_id = person and posting.agency_id = invitation.agency_id and posting.profession = invitation.profession
       and posting.since <= tsunagi_today() and (posting.until is null or posting.until >= tsunagi_today()))
$$;

create function managed_series(person uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  with held as (select agencies_held(person, '{MANAGER}') as ids)
  select coalesce(array_agg(id), '{}') from meeting_series where agency_id = any ((select ids from held)::uuid[])
$$;

create function reachable_series() returns uuid[] language sql stable security definer set search_path = public as $$
  select managed_series(acting_staff()) || (select coalesce(array_agg(series_id), '{}') from live_memberships(acting_staff()))
      || (select coalesce(array_agg(series_id), '{}') from guest_sessions(acting_staff()))
$$;

-- Whoever starts a series writes its first members, also where they are not among them.
create function starts_series(subject uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from meeting_series where id = subject and started_by_id = acting_staff() and until is null)
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
    'series', (select coalesce(jsonb_agg(jsonb_build_object('seriesId', series_id, 'agencyId', agency_id, 'runs', part <> 'MEMBER') order by series_id), '[]')
       from live_memberships(person)),
    'guestOf', (select coalesce(jsonb_agg(jsonb_build_object('seriesId', guest.series_id, 'sessionId', guest.session_id) order by guest.session_id), '[]')
       from guest_sessions(person) guest where not exists (select from live_memberships(person) member where member.series_id = guest.series_id)),
    'managedSeriesIds', to_jsonb(managed_series(person)),
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

-- The second lock over what belongs to a series. A row of a case stays behind the lock of its case, also on the agenda of a series.
do $$
declare scoped text;
begin
  foreach scoped in array array['conference_session', 'invitation', 'agenda_item', 'minutes', 'minutes_confirmation', 'note'] loop
    execute format('create policy meeting on %I to tsunagi_app using (case_id is null and series_id = any ((select reachable_series())::uuid[]))', scoped);
  end loop;
  foreach scoped in array array['caseload_entry', 'minutes_correction'] loop
    execute format('alter table %I enable row level security', scoped);
    execute format('create policy reach on %I to tsunagi_app using (case_id = any ((select reachable_cases())::uuid[]))', scoped);
    execute format('grant select, insert, update on %I to tsunagi_app', scoped);
  end loop;
end $$;
create policy meeting on minutes_correction to tsunagi_app using (case_id is null and series_id = any ((select reachable_series())::uuid[]));

alter table meeting_series enable row level security;
create policy reach on meeting_series to tsunagi_app using (id = any ((select reachable_series())::uuid[]));
create policy found on meeting_series for insert to tsunagi_app with check (started_by_id = acting_staff());
grant select, insert, update on meeting_series to tsunagi_app;

alter table series_member enable row level security;
create policy reach on series_member to tsunagi_app using (series_id = any ((select reachable_series())::uuid[]));
create policy found on series_member for insert to tsunagi_app with check (starts_series(series_id));
grant select, insert, update on series_member to tsunagi_app;

drop policy reach on trail;
create policy reach on trail for select to tsunagi_app using (
  acting() in ('system:live', 'system:setup')
  or case_id = any ((select reachable_cases())::uuid[])
  or actor = acting()
  or (case_id is null and series_id = any ((select reachable_series())::uuid[]))
  or (case_id is null and series_id is null
      and cardinality((select agencies_held(acting_staff(), '{MANAGER,SYSTEM_ADMINISTRATOR,INFORMATION_OFFICER}'))) > 0));

select guard_texts();

do $$
declare
  routine text;
begin
  for routine in select oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f' loop
    execute 'revoke all on function ' || routine || ' from public';
    execute 'grant execute on function ' || routine || ' to tsunagi_app';
  end loop;
  foreach routine in array array['mask_texts(uuid)', 'household_forms(uuid)', 'guard_texts()', 'only_masks(jsonb, jsonb)'] loop
    execute 'revoke all on function ' || routine || ' from tsunagi_app';
  end loop;
end $$;
