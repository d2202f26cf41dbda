-- Agencies, staff and their dated postings; local accounts and sessions.

create table agency (
  id         uuid primary key,
  parent_id  uuid references agency,
  name       text not null,
  kind       text not null check (kind in ('MUNICIPALITY', 'DEPARTMENT', 'OUTSIDE_BODY')),
  opened_on  date not null,
  closed_on  date check (closed_on >= opened_on),
  version    int not null
);

create table staff (
  id      uuid primary key,
  name    text not null,
  kana    text not null,
  version int not null
);

-- A person may belong to one agency and work in another (secondment, 出向).
create table posting (
  id             uuid primary key,
  staff_id       uuid not null references staff,
  agency_id      uuid not null references agency,
  home_agency_id uuid not null references agency,
  profession     text not null,
  since          date not null,
  until          date check (until >= since),
  version        int not null
);
create index posting_by_staff on posting (staff_id);
create index posting_by_agency on posting (agency_id);

create table account (
  id            uuid primary key,
  staff_id      uuid not null unique references staff,
  login         text not null unique,
  password_hash text not null,
  version       int not null
);

create table session (
  id         uuid primary key,
  staff_id   uuid not null references staff,
  token_hash bytea not null unique,
  started_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > started_at),
  ended_at   timestamptz,
  version    int not null
);
create index session_by_staff on session (staff_id) where ended_at is null;

grant select, insert, update on agency, staff, posting, account, session to tsunagi_app;
