-- The second lock finds what is kept of whoever acts by one key, which it compares with two settings as they stand: who acts, and as of which stamp
-- `stands` has found the copy to hold. Each table of a statement looks for itself, so little of it counts many times.
alter table standing add column mark text collate "C" generated always as (staff_id::text || '@' || stamp::text) stored;
create unique index standing_by_mark on standing (mark);

-- There is never more than the one row to read, so whoever reads it need not say which.
drop policy own on standing;
create policy believed on standing for select to tsunagi_app
  using (mark = current_setting('tsunagi.actor', true) || '@' || current_setting('tsunagi.stamp', true));

do $$
declare
  policy record;
  reach text;
begin
  for policy in select * from pg_policies where schemaname = 'public' and tablename <> 'standing' and qual ~ 'FROM standing' loop
    reach := regexp_replace(policy.qual, '\( SELECT COALESCE\(\( SELECT standing\.(cases|households)\s+?FROM standing\s+?WHERE .*?\), standing_\1\(\)\) AS "coalesce"\)::uuid\[\]',
      'coalesce((select \1 from standing), (select standing_\1()))');
    if reach ~ 'WHERE' then raise exception 'The policy % of % is not as expected: %', policy.policyname, policy.tablename, reach; end if;
    execute format('alter policy %I on %I using (%s)', policy.policyname, policy.tablename, reach);
  end loop;
end $$;

-- As in migration 050, in two questions instead of three.
create or replace function stands(token bytea, described bigint, since timestamptz, until timestamptz) returns boolean language plpgsql stable security definer set search_path = public as $$
declare
  moment timestamptz := tsunagi_now();
begin
  if moment < since or moment >= until or described <> (select coalesce(sum(changes), 0)::bigint from access_change) or not exists (
       select from session where token_hash = token and ended_at is null and expires_at > moment and last_seen_at + make_interval(mins => idle_minutes) > moment
       union all
       select from api_token where token_hash = token and revoked_at is null and expires_at > moment) then
    perform set_config('tsunagi.stamp', '', true);
    return false;
  end if;
  perform set_config('tsunagi.stamp', case when exists (
    select from standing where staff_id = acting_staff() and moment >= standing.since and moment < standing.until) then described::text else '' end, true);
  return true;
end $$;
