-- The two tables that only grow lie in parts from now on: the trail by its numbers, the log of readings by months. Whoever writes makes room long before
-- it is needed, so there is no job that could be forgotten. The parts have a schema of their own, which the product's role may not use.
-- What there was becomes the first part of each, as it lies: nothing is copied.
create schema parts;
revoke all on schema parts from public;

alter table trail set schema parts;
alter table parts.trail rename to trail_from_0;
alter table access_log set schema parts;
alter table parts.access_log rename to access_log_before;

-- A unique key of a table in parts has to contain what it is cut by. `unique (prev)` gives way to a rule that asks for more: each entry follows the very one
-- before it. The once-only of commands has a table of its own, with one row for each command instead of an index over all entries.
alter table parts.trail_from_0 drop constraint trail_prev_key, drop constraint trail_command_once, disable row level security;
drop trigger trail_no_change on parts.trail_from_0;
drop trigger access_log_no_change on parts.access_log_before;
drop trigger if exists words on parts.access_log_before;
alter table parts.access_log_before disable row level security;

create table trail (like parts.trail_from_0 including generated including constraints) partition by range (seq);
alter table trail add constraint trail_pkey primary key (seq);
create index trail_by_case on trail (case_id, seq);
create index trail_by_subject on trail (about_type, about_id, seq);
create index trail_by_addressee on trail using gin (addressed_to);
create index trail_by_session on trail (session_id, seq) where session_id is not null;
create trigger trail_no_change before update or delete on trail for each row execute function trail_is_append_only();
create trigger trail_no_truncate before truncate on trail for each statement execute function trail_is_append_only();

create table access_log (like parts.access_log_before including constraints) partition by range (at);
alter table access_log add constraint access_log_pkey primary key (at, id);
create index access_log_by_case on access_log (case_id, at);
create trigger access_log_no_change before update or delete on access_log for each row execute function access_log_is_append_only();
create trigger access_log_no_truncate before truncate on access_log for each statement execute function access_log_is_append_only();

do $$
declare
  rule record;
begin
  for rule in select *, regexp_replace(tablename, '_(from_0|before)$', '') as whole from pg_policies where schemaname = 'parts' loop
    execute format('drop policy %I on parts.%I', rule.policyname, rule.tablename);
    execute format('create policy %I on %I for %s to tsunagi_app', rule.policyname, rule.whole, rule.cmd)
      || coalesce(' using (' || rule.qual || ')', '') || coalesce(' with check (' || rule.with_check || ')', '');
  end loop;
end $$;
alter table trail enable row level security;
alter table access_log enable row level security;
revoke all on parts.trail_from_0, parts.access_log_before from tsunagi_app;
grant select on trail to tsunagi_app;
grant select, insert on access_log to tsunagi_app;

-- Which entry was the first of which command. It is written with that entry, and nothing of it changes.
create table trail_command (
  actor      text not null,
  command_id uuid not null,
  seq        bigint not null,
  constraint trail_command_once primary key (command_id, actor)
);
insert into trail_command select actor, command_id, seq from parts.trail_from_0 where ordinal = 0;
create trigger trail_command_no_change before update or delete on trail_command for each row execute function trail_is_append_only();
create trigger trail_command_no_truncate before truncate on trail_command for each statement execute function trail_is_append_only();
alter table trail_command enable row level security;
create policy own on trail_command for select to tsunagi_app using (actor = acting());
grant select on trail_command to tsunagi_app;

-- How many numbers a part of the trail holds: some 7 GiB with its indexes, which a large city fills in a decade and a prefecture in half a year.
create function entries_a_part() returns bigint language sql immutable as $$ select 5000000::bigint $$;

-- Where the parts of a table end, each as it is written in the catalogue.
create function ends_of_parts(whole regclass) returns setof text language sql stable set search_path = public as $$
  select substring(pg_get_expr(relpartbound, pg_class.oid) from $re$TO \('(.*)'\)$re$) from pg_inherits join pg_class on pg_class.oid = inhrelid where inhparent = whole
$$;

-- A part is made aside and put in its place, so that nobody who reads or writes has to wait.
create function make_part(whole text, part text, since text, until text) returns void language plpgsql volatile set search_path = public as $$
begin
  execute format('create table parts.%I (like %I including all)', part, whole);
  execute format('create trigger no_truncate before truncate on parts.%I for each statement execute function %I()', part, whole || '_is_append_only');
  execute format('alter table %I attach partition parts.%I for values from (%L) to (%L)', whole, part, since, until);
end $$;

-- Room for as many entries again as a part holds.
create function make_room_in_trail(last bigint) returns void language plpgsql volatile set search_path = public as $$
declare
  reach bigint;
begin
  loop
    select max(ending::bigint) into reach from ends_of_parts('trail') ending;
    exit when reach > last + entries_a_part();
    perform make_part('trail', 'trail_from_' || reach, reach::text, (reach + entries_a_part())::text);
  end loop;
end $$;

-- This month and the two after it, as they are counted in Japan. What no month was made for lies apart, and is read like the rest.
create function make_room_in_access_log() returns void language plpgsql volatile security definer set search_path = public as $$
declare
  this_month timestamp := date_trunc('month', tsunagi_now() at time zone 'Asia/Tokyo'); since timestamptz; until timestamptz;
begin
  if (this_month + interval '2 months') at time zone 'Asia/Tokyo' < (select max(ending::timestamptz) from ends_of_parts('access_log') ending) then return; end if;
  perform pg_advisory_xact_lock(20231114);
  for ahead in 0..2 loop
    since := (this_month + make_interval(months => ahead)) at time zone 'Asia/Tokyo';
    until := (this_month + make_interval(months => ahead + 1)) at time zone 'Asia/Tokyo';
    continue when since < (select max(ending::timestamptz) from ends_of_parts('access_log') ending)
      or exists (select from parts.access_log_apart where at >= since and at < until);
    perform make_part('access_log', to_char(since at time zone 'Asia/Tokyo', '"access_log_"YYYY_MM'), since::text, until::text);
  end loop;
end $$;

do $$
declare
  newest bigint; next_month timestamptz;
begin
  select coalesce(max(seq), 0) into newest from parts.trail_from_0;
  execute format('alter table trail attach partition parts.trail_from_0 for values from (minvalue) to (%s)', (newest / entries_a_part() + 1) * entries_a_part());
  select (date_trunc('month', greatest(tsunagi_now(), max(at)) at time zone 'Asia/Tokyo') + interval '1 month') at time zone 'Asia/Tokyo' into next_month from parts.access_log_before;
  execute format('alter table access_log attach partition parts.access_log_before for values from (minvalue) to (%L)', next_month);
  create table parts.access_log_apart partition of access_log default;
  create trigger no_truncate before truncate on parts.access_log_apart for each statement execute function access_log_is_append_only();
  perform make_room_in_trail(newest - entries_a_part() / 2), make_room_in_access_log();
end $$;

create or replace view access_summary with (security_invoker = true) as
  select md5(case_id::text || staff_id::text || month::text)::uuid as id, case_id, staff_id, month,
         count(distinct at)::int as times, count(distinct (about_type, about_id))::int as row_count, max(at) as last_at
    from (select *, date_trunc('month', at at time zone 'Asia/Tokyo')::date as month from access_log) logged
   group by case_id, staff_id, month;

-- Numbers without a gap and without a fork: nothing can stand in the trail but after the entry whose hash it carries.
create function trail_follows() returns trigger language plpgsql as $$
begin
  if new.prev is distinct from (case when new.seq = 1 then sha256('tsunagi') else (select hash from public.trail where seq = new.seq - 1) end) then
    raise exception using errcode = 'check_violation', message = 'an entry follows the one before it', constraint = 'trail_follows';
  end if;
  return new;
end $$;
create trigger trail_follows before insert on trail for each row execute function trail_follows();

-- As before, but with one statement for all entries of a command; and where half a part more has been filled, whoever writes then makes the next one.
create or replace function append_trail(drafts jsonb) returns bigint language plpgsql volatile security definer set search_path = public as $$
declare
  newest bigint; last_hash bytea; draft jsonb; bodies text[]; hashes bytea[]; half bigint := entries_a_part() / 2; added int := 0;
begin
  perform pg_advisory_xact_lock(20230912);
  select seq, hash into newest, last_hash from trail order by seq desc limit 1;
  newest := coalesce(newest, 0);
  hashes := array[coalesce(last_hash, sha256('tsunagi'))];
  for draft in select value from jsonb_array_elements(drafts) loop
    added := added + 1;
    bodies[added] := (draft || jsonb_build_object('seq', newest + added))::text;
    hashes[added + 1] := sha256(hashes[added] || convert_to(bodies[added], 'UTF8'));
    if draft ->> 'ordinal' = '0' then
      insert into trail_command (actor, command_id, seq) values (draft ->> 'actor', (draft ->> 'commandId')::uuid, newest + added);
    end if;
  end loop;
  if newest / half <> (newest + added) / half then perform make_room_in_trail(newest); end if;
  insert into trail (seq, body, prev, hash) select newest + place, body, hashes[place], hashes[place + 1] from unnest(bodies) with ordinality sealed(body, place);
  perform pg_notify('trail', (newest + added)::text);
  return newest + added;
end $$;

do $$
declare
  routine text;
begin
  foreach routine in array array['ends_of_parts(regclass)', 'make_part(text, text, text, text)', 'make_room_in_trail(bigint)', 'make_room_in_access_log()'] loop
    execute 'revoke all on function ' || routine || ' from public';
  end loop;
  grant execute on function make_room_in_access_log() to tsunagi_app;
end $$;
