-- Households, cases, who holds a seat, who is key person, and what is recorded.

create table household (
  id      uuid primary key,
  version int not null
);

create table household_member (
  id           uuid primary key,
  household_id uuid not null references household,
  category     text not null,
  relation     text not null check (relation in ('SUBJECT', 'CHILD', 'OTHER')),
  name         text not null,
  kana         text not null,
  born_on      date,
  version      int not null
);
create index household_member_by_household on household_member (household_id);
create unique index household_has_one_subject on household_member (household_id) where relation = 'SUBJECT';

create table schooling (
  id           uuid primary key,
  household_id uuid not null references household,
  member_id    uuid not null references household_member,
  category     text not null,
  kind         text not null check (kind in ('NURSERY', 'KINDERGARTEN', 'ELEMENTARY', 'JUNIOR_HIGH', 'HIGH_SCHOOL', 'OTHER')),
  school_name  text not null,
  since        date not null,
  until        date check (until >= since),
  version      int not null
);
create index schooling_by_member on schooling (member_id);

create table support_case (
  id             uuid primary key,
  number         text not null unique,
  household_id   uuid not null references household,
  category       text not null,
  headline       text not null,
  lead_agency_id uuid not null references agency,
  status         text not null check (status in ('OPEN', 'CLOSED')),
  opened_at      timestamptz not null,
  closed_at      timestamptz,
  closing_reason_id uuid,
  version        int not null,
  check ((status = 'CLOSED') = (closed_at is not null))
);
create unique index one_active_case_per_household on support_case (household_id) where status = 'OPEN';
create index support_case_by_lead_agency on support_case (lead_agency_id);
create sequence support_case_number;
-- People say the number aloud: the year and a counter.
create function number_case() returns trigger language plpgsql security definer set search_path = public as $$
begin
  new.number := to_char(tsunagi_today(), 'YYYY') || '-' || lpad(nextval('support_case_number')::text, 4, '0');
  return new;
end $$;
create trigger numbered before insert on support_case for each row when (new.number = '') execute function number_case();

create table seat (
  id         uuid primary key,
  case_id    uuid not null references support_case deferrable initially deferred,
  category   text not null,
  staff_id   uuid not null references staff,
  agency_id  uuid not null references agency,
  profession text not null,
  since      timestamptz not null,
  until      timestamptz check (until >= since),
  version    int not null
);
create unique index one_live_seat_per_person on seat (case_id, staff_id) where until is null;
create index seat_by_staff on seat (staff_id);
create index seat_by_agency on seat (agency_id);

create table key_person_term (
  id        uuid primary key,
  case_id   uuid not null references support_case deferrable initially deferred,
  category  text not null,
  seat_id   uuid not null references seat,
  staff_id  uuid not null references staff,
  agency_id uuid not null references agency,
  since     timestamptz not null,
  until     timestamptz check (until >= since),
  version   int not null
);
create unique index one_key_person_at_a_time on key_person_term (case_id) where until is null;
create unique index key_person_terms_follow on key_person_term (case_id, since);

create table key_person_handover (
  id            uuid primary key,
  case_id       uuid not null references support_case,
  category      text not null,
  from_staff_id uuid not null references staff,
  staff_id      uuid not null references staff,
  agency_id     uuid not null references agency,
  seat_id       uuid not null references seat,
  reason_id     uuid not null,
  answer_id     uuid,
  status        text not null check (status in ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  offered_at    timestamptz not null,
  answered_at   timestamptz,
  version       int not null
);
create unique index one_handover_at_a_time on key_person_handover (case_id) where status = 'OFFERED';

-- Words that explain an entry of the trail. They live here so that they can be redacted while the chain still verifies.
create table note (
  id         uuid primary key,
  case_id    uuid not null references support_case,
  category   text not null,
  kind       text not null check (kind in ('REASON', 'RESULT')),
  body       text not null,
  version    int not null
);
create index note_by_case on note (case_id);

create table record (
  id            uuid primary key,
  case_id       uuid not null references support_case,
  category      text not null,
  kind          text not null check (kind in ('NOTE', 'OBSERVATION', 'CONTACT')),
  channel       text check (channel in ('IN_PERSON', 'PHONE', 'VISIT', 'MAIL', 'ACCOMPANIMENT')),
  place         text,
  happened_on   date not null,
  body          text not null,
  staff_id      uuid not null references staff,
  agency_id     uuid not null references agency,
  written_at    timestamptz not null,
  corrects_id   uuid unique references record,
  version       int not null
);
create index record_by_case on record (case_id, happened_on desc);

-- At commit an open case has exactly one key person, and each term begins where the one before it ended.
create function key_person_has_no_gap() returns trigger language plpgsql security definer set search_path = public as $$
declare
  subject uuid := case when tg_table_name = 'support_case' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'case_id')::uuid end;
begin
  if exists (select from support_case where id = subject and status = 'OPEN')
     and not exists (select from key_person_term where case_id = subject and until is null) then
    raise exception using errcode = 'check_violation', message = 'an open case needs a key person', constraint = 'key_person_has_no_gap';
  end if;
  if exists (select from (select until, lead(since) over (order by since) as next_since from key_person_term where case_id = subject) term
             where next_since is not null and until is distinct from next_since) then
    raise exception using errcode = 'check_violation', message = 'key person terms leave a gap', constraint = 'key_person_has_no_gap';
  end if;
  return null;
end $$;
create constraint trigger case_has_key_person after insert or update on support_case deferrable initially deferred
  for each row execute function key_person_has_no_gap();
create constraint trigger key_person_terms_meet after insert or update on key_person_term deferrable initially deferred
  for each row execute function key_person_has_no_gap();
