-- Lists of cases and of tasks go through as many rows as somebody has cases and tasks: there the second lock looks each up in a set that is made once for
-- a statement. Comparing it with one case after another cost as much as the square of the cases. Other tables are read a few rows at a time, where making
-- a set would cost more than it saves.
do $$
declare
  policy record;
  reach text;
begin
  for policy in select * from pg_policies where schemaname = 'public' and tablename in ('support_case', 'task') and qual ~ 'standing_cases' loop
    reach := regexp_replace(policy.qual, '= ANY \((COALESCE\(.*\))\)\) IS TRUE', 'in (select unnest(\1))) is true');
    if reach = policy.qual then raise exception 'The policy % of % is not as expected: %', policy.policyname, policy.tablename, reach; end if;
    execute format('alter policy %I on %I using (%s)', policy.policyname, policy.tablename, reach);
  end loop;
end $$;
