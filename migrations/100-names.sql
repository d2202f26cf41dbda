-- Answers take the names of staff from the directory, which is as of a stamp. Agencies count their changes already.
create trigger access_changed after insert or delete or update or truncate on staff for each statement execute function access_changed();

-- As in migration 097, in one question instead of two.
create or replace function stands(token bytea, described bigint, since timestamptz, until timestamptz) returns boolean language plpgsql stable security definer set search_path = public as $$
declare
  moment timestamptz := tsunagi_now();
  -- As of which stamp the kept copy may be believed: nothing for none, where none is kept, and NULL where the description does not hold.
  believed text := case when moment >= since and moment < until and described = (select coalesce(sum(changes), 0)::bigint from access_change) and (
      exists (select from session where token_hash = token and ended_at is null and expires_at > moment and last_seen_at + make_interval(mins => idle_minutes) > moment)
      or exists (select from api_token where token_hash = token and revoked_at is null and expires_at > moment))
    then case when exists (
      select from standing kept where kept.staff_id = acting_staff() and moment >= kept.since and moment < kept.until) then described::text else '' end end;
  told text := set_config('tsunagi.stamp', coalesce(believed, ''), true);
begin
  return believed is not null;
end $$;
