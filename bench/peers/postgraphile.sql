-- Permissions as PostGraphile wants them: a database role for each profession, column grants for what is not for everyone, row policies by
-- membership. In this peer's own copy of the world.
set search_path = plain;
do $$ declare named text; begin
  foreach named in array array['bench_member', 'bench_caseworker', 'bench_public_health_nurse', 'bench_hello_work_navigator', 'bench_consultation_support_worker',
      'bench_single_parent_support_worker'] loop
    if not exists (select from pg_roles where rolname = named) then execute format('create role %I nologin', named); end if;
    if named <> 'bench_member' then execute format('grant bench_member to %I', named); end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'bench_login') then create role bench_login login noinherit password 'bench-login'; end if;
end $$;
grant bench_caseworker, bench_public_health_nurse, bench_hello_work_navigator, bench_consultation_support_worker, bench_single_parent_support_worker to bench_login;
grant usage on schema plain to bench_member, bench_login;
grant select on agency, staff, case_member, conference, decision, task to bench_member;
grant select (id, number, headline, client_name, status, key_person_id) on client_case to bench_member;
grant select (health_note) on client_case to bench_public_health_nurse;
grant select (employment_note) on client_case to bench_caseworker, bench_hello_work_navigator, bench_consultation_support_worker, bench_single_parent_support_worker;
grant update (status, version) on task to bench_member;
grant insert on trail to bench_member;

-- The caller's cases, read once for each statement and table: as a hashed set where the planner needs a fair estimate, as an array (cheaper) elsewhere.
create function my_cases() returns setof uuid language sql stable security definer rows 80 set search_path = plain
  as $$ select case_id from case_member where staff_id = current_setting('app.staff_id')::uuid $$;
create function my_case_ids() returns uuid[] language sql stable security definer set search_path = plain
  as $$ select array_agg(case_id) from case_member where staff_id = current_setting('app.staff_id')::uuid $$;
create function my_staff_id() returns uuid language sql stable as $$ select current_setting('app.staff_id')::uuid $$;
comment on function my_cases() is E'@omit';
comment on function my_case_ids() is E'@omit';
alter table client_case enable row level security;
alter table case_member enable row level security;
alter table conference enable row level security;
alter table decision enable row level security;
alter table task enable row level security;
alter table trail enable row level security;
create policy mine on client_case using (id in (select my_cases()));
create policy mine on case_member using (case_id = any ((select my_case_ids())::uuid[]));
create policy mine on conference using (case_id = any ((select my_case_ids())::uuid[]));
create policy mine on decision using (exists (select from conference f where f.id = conference_id));
create policy mine on task using (case_id in (select my_cases()));
create policy mine on trail for insert with check (case_id = any ((select my_case_ids())::uuid[]) and staff_id = my_staff_id());

create view case_overview with (security_invoker = true) as
  select c.id, c.number, c.headline, c.status, c.key_person_id, x.open, x.overdue, x.next_due_on
    from case_member m join client_case c on c.id = m.case_id, lateral (
      select count(*)::int as open, (count(*) filter (where due_on < (now() at time zone 'Asia/Tokyo')::date))::int as overdue, min(due_on) as next_due_on
        from task t where t.case_id = m.case_id and t.is_open) x
   where m.staff_id = my_staff_id();
comment on view case_overview is E'@primaryKey id\n@foreignKey (key_person_id) references staff (id)';
grant select on case_overview to bench_member;

create function start_task(task_id uuid, expected_version int) returns task language plpgsql set search_path = plain as $$
declare was task; now_is task;
begin
  select * into was from task where id = task_id for update;
  if was.id is null then raise exception 'not found' using errcode = 'NTFND'; end if;
  if was.version <> expected_version then raise exception 'conflict' using errcode = 'CNFLT'; end if;
  update task set status = 'IN_PROGRESS', version = was.version + 1 where id = task_id returning * into now_is;
  insert into trail (staff_id, case_id, task_id, action, before, after) values (my_staff_id(), now_is.case_id, now_is.id, 'task.started',
    jsonb_build_object('status', was.status, 'version', was.version), jsonb_build_object('status', now_is.status, 'version', now_is.version));
  return now_is;
end $$;
