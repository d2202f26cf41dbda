-- Much of what happens to a task leaves it open. What finds open tasks rests on that alone, and not on how they stand: where the page has room, the next
-- version of a row takes the place of the one before it in every index.
alter table task set (fillfactor = 85);
alter table task add is_open boolean not null generated always as (status in ('OFFERED', 'ACCEPTED', 'IN_PROGRESS')) stored;
drop index task_by_staff, task_by_agency, task_open_by_case;
create index task_by_staff on task (staff_id, due_on) where is_open;
create index task_by_agency on task (agency_id, due_on) where is_open;
create index task_open_by_case on task (case_id, due_on) include (category) where is_open;

-- Whoever changes a row has to reach it as a reader and as a writer. Where both ask the same, the second lock asks once: what brings out the ledger reads, and
-- changes nothing with or without this.
do $$
declare
  subject text;
begin
  for subject in select tablename from pg_policies one where schemaname = 'public' and policyname = 'ledger_out' and cmd = 'SELECT' and exists (
      select from pg_policies where schemaname = 'public' and tablename = one.tablename and policyname = 'reach' and cmd = 'ALL' and with_check is null) loop
    execute format('create policy ledger_changes_nothing on %I for update to tsunagi_app using (acting() = ''system:ledger'') with check (false)', subject);
  end loop;
end $$;
