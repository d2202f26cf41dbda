-- Whoever is signed in stands as they were described only while what they came with lives: a session or a token, under the very conditions of
-- describe_session and describe_token. Postings are among what the stamp counts.
create or replace function stands(token bytea, described bigint, since timestamptz, until timestamptz) returns boolean language plpgsql stable security definer set search_path = public as $$
declare moment timestamptz := tsunagi_now();
begin
  return moment >= since and moment < until and described = (select coalesce(sum(changes), 0)::bigint from access_change)
     and exists (
       select from session where token_hash = token and ended_at is null and expires_at > moment and last_seen_at + make_interval(mins => idle_minutes) > moment
       union all
       select from api_token where token_hash = token and revoked_at is null and expires_at > moment);
end $$;

-- How far a token reaches is part of what is described.
create trigger access_changed after delete or truncate or update of staff_id, access, subjects on api_token
  for each statement execute function access_changed();
