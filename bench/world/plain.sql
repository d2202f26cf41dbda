-- The same world as a hand-written service would keep it: what is in the product's tables, in the fewest tables and columns that answer the four
-- questions, with the indexes that they want.
create schema plain;
create table plain.agency as select id, name from agency;
create table plain.staff as select staff.id, posting.agency_id, staff.name, posting.profession as role from staff join posting on posting.staff_id = staff.id;
create table plain.client_case as
  select c.id, c.number, c.headline, m.name as client_name, c.status, k.staff_id as key_person_id,
         (select body from record r where r.case_id = c.id and r.category = 'HEALTH') as health_note,
         (select body from record r where r.case_id = c.id and r.category = 'EMPLOYMENT') as employment_note
    from support_case c join household_member m on m.household_id = c.household_id join key_person_term k on k.case_id = c.id;
create table plain.case_member as select id, case_id, staff_id, profession as role from seat;
create table plain.conference as select id, case_id, starts_at as held_at, staff_id as key_person_id from conference_session;
create table plain.decision as select id, session_id as conference_id, what as body from decision;
create table plain.task as select id, case_id, what as title, staff_id as owner_id, agency_id, due_on, status, version from task;
alter table plain.task add column is_open boolean generated always as (status <> 'DONE') stored;
create table plain.trail (
  id bigint generated always as identity primary key, at timestamptz not null default now(), staff_id uuid not null, case_id uuid not null, task_id uuid,
  action text not null, before jsonb, after jsonb);

do $$
declare kept text;
begin
  foreach kept in array array['agency', 'staff', 'client_case', 'case_member', 'conference', 'decision', 'task'] loop
    execute format('alter table plain.%I add primary key (id)', kept);
  end loop;
end $$;
alter table plain.staff add foreign key (agency_id) references plain.agency;
alter table plain.client_case add foreign key (key_person_id) references plain.staff;
alter table plain.case_member add foreign key (case_id) references plain.client_case, add foreign key (staff_id) references plain.staff;
alter table plain.conference add foreign key (case_id) references plain.client_case, add foreign key (key_person_id) references plain.staff;
alter table plain.decision add foreign key (conference_id) references plain.conference;
alter table plain.task add foreign key (case_id) references plain.client_case, add foreign key (owner_id) references plain.staff,
  add foreign key (agency_id) references plain.agency;
create index on plain.staff (agency_id);
create index on plain.client_case (key_person_id);
create unique index on plain.case_member (case_id, staff_id);
create unique index on plain.case_member (staff_id, case_id);
create index on plain.conference (case_id, held_at desc);
create index on plain.conference (key_person_id);
create index on plain.decision (conference_id);
create index on plain.task (case_id, is_open, due_on);
create index on plain.task (owner_id, is_open, due_on, id);
create index on plain.task (agency_id);
create index on plain.trail (case_id, at);
