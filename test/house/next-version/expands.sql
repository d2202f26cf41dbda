-- What a next version may do while this one serves: it adds.
alter table task add column urgency text not null default 'USUAL' check (urgency in ('USUAL', 'URGENT'));
alter table trail add column via text generated always as ((body::jsonb) ->> 'via') stored;
create index task_by_urgency on task (urgency);
create table task_watch (id uuid primary key, case_id uuid not null, task_id uuid not null);
alter table task_watch enable row level security;
grant select, insert on task_watch to tsunagi_app;
