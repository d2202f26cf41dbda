-- The spine: one role that owns nothing, one clock, one append-only chained trail.

do $$ begin
  if not exists (select from pg_roles where rolname = 'tsunagi_app') then create role tsunagi_app nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
-- From PostgreSQL 16 on, whoever creates a role is its member without the right to act as it: that has to be granted.
do $$ begin
  if not pg_has_role(current_user, 'tsunagi_app', case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
    execute format('grant tsunagi_app to %I', current_user);
  end if;
end $$;
revoke all on schema public from public;
grant usage on schema public to tsunagi_app;

-- The database's clock is the only clock, whichever process asks. Milliseconds, because that is what the trail writes.
create function tsunagi_now() returns timestamptz language sql volatile as $$ select date_trunc('milliseconds', clock_timestamp()) $$;
create function tsunagi_today() returns date language sql volatile as $$ select (tsunagi_now() at time zone 'Asia/Tokyo')::date $$;

-- Who acts in this transaction: a staff id, or a named system actor such as 'system:live'.
create function acting() returns text language sql stable as $$ select coalesce(current_setting('tsunagi.actor', true), '') $$;
create function acting_staff() returns uuid language sql stable as $$ select case when acting() ~ '^[0-9a-f-]{36}$' then acting()::uuid end $$;

-- Casts that are safe to index because the text is always ours: an instant with Z, an array of strings.
create function trail_instant(text) returns timestamptz language sql immutable as $$ select $1::timestamptz $$;
create function trail_uuid(text) returns uuid language sql immutable as $$ select $1::uuid $$;

create table trail (
  seq          bigint primary key,
  body         text not null,
  prev         bytea not null unique,
  hash         bytea not null,
  at           timestamptz generated always as (trail_instant((body::jsonb) ->> 'at')) stored,
  kind         text  generated always as ((body::jsonb) ->> 'kind') stored,
  actor        text  generated always as ((body::jsonb) ->> 'actor') stored,
  actor_id     uuid  generated always as (trail_uuid(substring((body::jsonb) ->> 'actor' from '^[0-9a-f-]{36}$'))) stored,
  command_id   uuid  generated always as (trail_uuid((body::jsonb) ->> 'commandId')) stored,
  ordinal      int   generated always as (((body::jsonb) ->> 'ordinal')::int) stored,
  case_id      uuid  generated always as (trail_uuid((body::jsonb) ->> 'caseId')) stored,
  category     text  generated always as ((body::jsonb) ->> 'category') stored,
  about_type   text  generated always as ((body::jsonb) ->> 'type') stored,
  about_id     uuid  generated always as (trail_uuid((body::jsonb) ->> 'id')) stored,
  addressed_to jsonb generated always as ((body::jsonb) -> 'to') stored,
  state        jsonb generated always as ((body::jsonb) -> 'state') stored,
  data         jsonb generated always as ((body::jsonb) -> 'data') stored,
  note_id      uuid  generated always as (trail_uuid(coalesce((body::jsonb) #>> '{data,reasonId}', (body::jsonb) #>> '{data,answerId}', (body::jsonb) #>> '{data,resultId}',
    (body::jsonb) #>> '{data,outcomeId}'))) stored,
  constraint trail_seq_is_sealed check (seq = ((body::jsonb) ->> 'seq')::bigint),
  constraint trail_hash_is_of_body check (hash = sha256(prev || convert_to(body, 'UTF8'))),
  constraint trail_command_once unique (actor, command_id, ordinal)
);
create index trail_by_case on trail (case_id, seq);
create index trail_by_subject on trail (about_type, about_id, seq);
create index trail_by_addressee on trail using gin (addressed_to);

create function trail_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the trail is append-only';
end $$;
create trigger trail_no_change before update or delete on trail for each row execute function trail_is_append_only();
create trigger trail_no_truncate before truncate on trail for each statement execute function trail_is_append_only();

-- The only way in. The lock is held until commit, so that seq is gapless and in commit order.
-- Each draft is the entry without its seq; the hash is of the very text that is stored.
create function append_trail(drafts jsonb) returns bigint language plpgsql volatile security definer set search_path = public as $$
declare
  last_seq bigint; last_hash bytea; draft jsonb; sealed text;
begin
  perform pg_advisory_xact_lock(20230912);
  select seq, hash into last_seq, last_hash from trail order by seq desc limit 1;
  last_seq := coalesce(last_seq, 0);
  last_hash := coalesce(last_hash, sha256('tsunagi'));
  for draft in select value from jsonb_array_elements(drafts) loop
    last_seq := last_seq + 1;
    sealed := (draft || jsonb_build_object('seq', last_seq))::text;
    insert into trail (seq, body, prev, hash) values (last_seq, sealed, last_hash, sha256(last_hash || convert_to(sealed, 'UTF8')))
      returning hash into last_hash;
  end loop;
  perform pg_notify('trail', last_seq::text);
  return last_seq;
end $$;

-- The last entry of the chain, for whoever is to hold a copy of it. It tells nothing of what the entry says.
create function trail_head() returns table (seq bigint, hash text) language sql stable security definer set search_path = public as $$
  select last.seq, encode(last.hash, 'hex') from trail last order by last.seq desc limit 1
$$;
