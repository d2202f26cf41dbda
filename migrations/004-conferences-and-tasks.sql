-- The conference of a client, its sessions, and the tasks that come out of it.

create table task (
  id             uuid primary key,
  case_id        uuid not null references support_case,
  category       text not null,
  what           text not null,
  owner_kind     text not null check (owner_kind in ('STAFF', 'AGENCY', 'CLIENT')),
  staff_id       uuid references staff,
  agency_id      uuid not null references agency,
  due_on         date not null,
  status         text not null check (status in ('OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'DECLINED', 'WITHDRAWN')),
  decision_id    uuid,
  offered_by_id  uuid not null references staff,
  offered_at     timestamptz not null,
  answered_at    timestamptz,
  finished_at    timestamptz,
  result_id      uuid references note,
  reason_id      uuid references note,
  version        int not null,
  -- 「誰が」: a person, an agency's pool that nobody has taken yet, or the client with an agency that follows up.
  constraint task_names_who check (
    (owner_kind = 'STAFF' and staff_id is not null)
    or (owner_kind = 'AGENCY' and (staff_id is null or status <> 'OFFERED'))
    or (owner_kind = 'CLIENT' and staff_id is null)),
  constraint task_done_has_result check (status <> 'DONE' or result_id is not null),
  constraint task_refused_has_reason check (status not in ('DECLINED', 'WITHDRAWN') or reason_id is not null)
);
create index task_by_case on task (case_id, due_on);
create index task_by_staff on task (staff_id, due_on) where status in ('OFFERED', 'ACCEPTED', 'IN_PROGRESS');
create index task_by_agency on task (agency_id, due_on) where status in ('OFFERED', 'ACCEPTED', 'IN_PROGRESS');

create table postponement (
  id           uuid primary key,
  case_id      uuid not null references support_case,
  category     text not null,
  task_id      uuid not null references task,
  staff_id     uuid not null references staff,
  agency_id    uuid not null references agency,
  from_due_on  date not null,
  to_due_on    date not null check (to_due_on > from_due_on),
  status       text not null check (status in ('REQUESTED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
  reason_id    uuid not null references note,
  answer_id    uuid references note,
  requested_at timestamptz not null,
  answered_at  timestamptz,
  version      int not null
);
create unique index one_postponement_at_a_time on postponement (task_id) where status = 'REQUESTED';
create index postponement_by_case on postponement (case_id);

-- How far each person has looked through their inbox; nobody else's business.
create table inbox_cursor (
  id       uuid primary key,
  staff_id uuid not null unique references staff,
  seq      int not null check (seq > 0),
  version  int not null
);
alter table inbox_cursor enable row level security;
create policy own on inbox_cursor to tsunagi_app using (staff_id = acting_staff());
grant select, insert, update on inbox_cursor to tsunagi_app;

-- In principle one client has one conference (武蔵野市); it meets once or at milestones.
create table conference (
  id        uuid primary key,
  case_id   uuid not null unique references support_case,
  category  text not null,
  agency_id uuid not null references agency,
  started_at timestamptz not null,
  version   int not null
);

create table conference_session (
  id            uuid primary key,
  case_id       uuid not null references support_case,
  category      text not null,
  conference_id uuid not null references conference,
  number        int not null check (number > 0),
  reason        text not null,
  place         text not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null check (ends_at > starts_at),
  status        text not null check (status in ('CONVENED', 'OPEN', 'CLOSED', 'CANCELLED')),
  staff_id      uuid not null references staff,
  agency_id     uuid not null references agency,
  opened_at     timestamptz,
  closed_at     timestamptz,
  reason_id     uuid references note,
  version       int not null,
  unique (conference_id, number)
);
create index conference_session_by_case on conference_session (case_id, starts_at desc);
create unique index one_session_at_a_time on conference_session (conference_id) where status in ('CONVENED', 'OPEN');

create table invitation (
  id          uuid primary key,
  case_id     uuid not null references support_case,
  category    text not null,
  session_id  uuid not null references conference_session,
  seat_id     uuid not null references seat,
  staff_id    uuid not null references staff,
  agency_id   uuid not null references agency,
  profession  text not null,
  status      text not null check (status in ('INVITED', 'ACCEPTED', 'DECLINED')),
  attendance  text check (attendance in ('PRESENT', 'LATE', 'EXCUSED', 'ABSENT')),
  reason_id   uuid references note,
  answered_at timestamptz,
  version     int not null,
  unique (session_id, staff_id)
);
create index invitation_by_case on invitation (case_id);
create index invitation_by_staff on invitation (staff_id) where status = 'INVITED';

create table agenda_item (
  id         uuid primary key,
  case_id    uuid not null references support_case,
  category   text not null,
  session_id uuid not null references conference_session,
  agency_id  uuid not null references agency,
  kind       text not null check (kind in ('QUESTION', 'CARRIED_ITEM', 'CARRIED_TASK', 'CARRIED_ISSUE', 'MINUTES')),
  what       text not null,
  -- Why a carried item is back: what it is about and in which state that was.
  from_id    uuid,
  because    text check (because in ('OVERDUE', 'UNACCEPTED', 'DECLINED', 'UNFINISHED', 'UNRESOLVED', 'CARRIED_OVER', 'CANCELLED', 'UNCONFIRMED')),
  outcome    text check (outcome in ('DECIDED', 'NOTED', 'CARRIED_OVER')),
  outcome_id uuid references note,
  added_at   timestamptz not null,
  version    int not null,
  constraint carried_item_says_why check ((kind = 'QUESTION') = (because is null))
);
create index agenda_item_by_case on agenda_item (case_id);
create index agenda_item_by_session on agenda_item (session_id);

create table statement (
  id         uuid primary key,
  case_id    uuid not null references support_case,
  category   text not null,
  session_id uuid not null references conference_session,
  staff_id   uuid not null references staff,
  agency_id  uuid not null references agency,
  body       text not null,
  stated_at  timestamptz not null,
  version    int not null
);
create index statement_by_session on statement (session_id);
create index statement_by_case on statement (case_id);

create table issue (
  id          uuid primary key,
  case_id     uuid not null references support_case,
  category    text not null,
  session_id  uuid not null references conference_session,
  what        text not null,
  agency_id   uuid not null references agency,
  -- Who the session agreed is responsible: what its minutes say, whoever takes over later.
  agreed_agency_id uuid not null references agency,
  status      text not null check (status in ('OPEN', 'RESOLVED')),
  named_at    timestamptz not null,
  resolved_at timestamptz,
  result_id   uuid references note,
  version     int not null
);
create index issue_by_case on issue (case_id);
create index issue_by_agency on issue (agency_id) where status = 'OPEN';

create table role_allocation (
  id         uuid primary key,
  case_id    uuid not null references support_case,
  category   text not null,
  session_id uuid not null references conference_session,
  staff_id   uuid not null references staff,
  agency_id  uuid not null references agency,
  role       text not null,
  since      timestamptz not null,
  until      timestamptz check (until >= since),
  version    int not null
);
create index role_allocation_by_case on role_allocation (case_id);

-- 「誰が、いつまでに、何をやるのか」: without all three there is no decision.
create table decision (
  id         uuid primary key,
  case_id    uuid not null references support_case,
  category   text not null,
  session_id uuid not null references conference_session,
  item_id    uuid not null references agenda_item,
  issue_id   uuid references issue,
  what       text not null check (btrim(what) <> ''),
  owner_kind text not null check (owner_kind in ('STAFF', 'AGENCY', 'CLIENT')),
  staff_id   uuid references staff,
  agency_id  uuid not null references agency,
  due_on     date not null,
  task_id    uuid not null unique references task deferrable initially deferred,
  decided_at timestamptz not null,
  version    int not null,
  constraint decision_names_who check ((owner_kind = 'STAFF') = (staff_id is not null))
);
create index decision_by_session on decision (session_id);
create index decision_by_case on decision (case_id);
alter table task add foreign key (decision_id) references decision deferrable initially deferred;

create table minutes (
  id         uuid primary key,
  case_id    uuid not null references support_case,
  category   text not null,
  session_id uuid not null unique references conference_session,
  agency_id  uuid not null references agency,
  staff_id   uuid not null references staff,
  -- The trail's head when the session closed: a copy of it in every attendee's hands.
  head_seq   int not null,
  head_hash  text not null,
  drafted_at timestamptz not null,
  version    int not null
);
create index minutes_by_case on minutes (case_id);

create table minutes_confirmation (
  id           uuid primary key,
  case_id      uuid not null references support_case,
  category     text not null,
  session_id   uuid not null references conference_session,
  minutes_id   uuid not null references minutes,
  staff_id     uuid not null references staff,
  agency_id    uuid not null references agency,
  status       text not null check (status in ('ASKED', 'CONFIRMED', 'DISPUTED')),
  reason_id    uuid references note,
  answered_at  timestamptz,
  version      int not null,
  unique (minutes_id, staff_id)
);
create index minutes_confirmation_by_case on minutes_confirmation (case_id);

-- What a closed session decided stays as it was, whoever asks.
create function closed_session_is_frozen() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from conference_session where (id = new.session_id or (tg_op = 'UPDATE' and id = old.session_id)) and status in ('CLOSED', 'CANCELLED')) then
    raise exception using errcode = 'check_violation', message = 'the session is closed', constraint = 'closed_session_is_frozen';
  end if;
  return new;
end $$;
create trigger frozen before insert or update on decision for each row execute function closed_session_is_frozen();
create trigger frozen before insert or update on statement for each row execute function closed_session_is_frozen();
create trigger frozen before insert or update on agenda_item for each row execute function closed_session_is_frozen();
create trigger frozen before insert or update on invitation for each row execute function closed_session_is_frozen();
create trigger frozen before insert or update of what, category, agreed_agency_id on issue for each row execute function closed_session_is_frozen();
create trigger frozen before insert or update of staff_id, agency_id, role, since on role_allocation for each row execute function closed_session_is_frozen();

create function ended_session_is_frozen() returns trigger language plpgsql security definer set search_path = public as $$
begin
  raise exception using errcode = 'check_violation', message = 'the session is closed', constraint = 'closed_session_is_frozen';
end $$;
create trigger frozen before update on conference_session for each row when (old.status in ('CLOSED', 'CANCELLED'))
  execute function ended_session_is_frozen();
