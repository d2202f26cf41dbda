-- A trigger that would find nothing to do is not called. What it guards is said in its condition, beside the same words in its function.

-- Whoever carried the task already has a seat: nobody leaves one under a task (leaver_leaves_no_orphan).
create or replace function owner_has_a_seat() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.staff_id is not null and new.status in ('OFFERED', 'ACCEPTED', 'IN_PROGRESS') and not seat_holds(new.case_id, new.staff_id) then
    raise exception using errcode = 'check_violation', message = 'the owner has no seat', constraint = 'owner_has_a_seat';
  end if;
  return new;
end $$;
drop trigger owned on task;
create trigger owned before insert on task for each row execute function owner_has_a_seat();
create trigger owned_anew before update of staff_id, case_id, status on task for each row
  when (new.staff_id is distinct from old.staff_id or new.case_id <> old.case_id or old.status not in ('OFFERED', 'ACCEPTED', 'IN_PROGRESS'))
  execute function owner_has_a_seat();

-- Words that stay as they are, in the category in which they were, were looked through when they were written. A code of a closed list holds none.
create function is_code(place regclass, field text) returns boolean language sql stable set search_path = public as $$
  select exists (select from pg_constraint where conrelid = place and contype = 'c' and starts_with(pg_get_constraintdef(oid), format('CHECK ((%I = ANY (ARRAY[', field)))
$$;
revoke all on function is_code(regclass, text) from public;
create or replace function guard_texts() returns void language plpgsql volatile set search_path = public as $$
declare
  named record; change text;
begin
  for named in select * from texts_of_cases() loop
    select string_agg(format('old.%I is distinct from new.%I', field, field), ' or ') into change
      from unnest(named.columns) field where field = 'category' or not is_code(named.name::regclass, field);
    execute format('create or replace trigger words before insert on %I for each row execute function shielded_words_stay_out(%s)',
      named.name, (select string_agg(quote_literal(field), ', ') from unnest(named.columns) field));
    execute format('create or replace trigger words_anew before update on %I for each row when (%s) execute function shielded_words_stay_out(%s)',
      named.name, change, (select string_agg(quote_literal(field), ', ') from unnest(named.columns) field));
  end loop;
end $$;
select guard_texts();

-- As in migration 090, with fewer statements inside of it: what is assigned is computed in place, what is performed is a statement of its own.
create or replace function append_trail(drafts jsonb) returns bigint language plpgsql volatile security definer set search_path = public as $$
declare
  locked text := pg_advisory_xact_lock(20230912)::text;
  newest bigint; last_hash bytea; draft jsonb; text_of text; next_hash bytea; half bigint := entries_a_part() / 2; first bigint; rung text;
begin
  select seq, hash into newest, last_hash from trail order by seq desc limit 1;
  newest := coalesce(newest, 0);
  last_hash := coalesce(last_hash, sha256('tsunagi'));
  first := newest + 1;
  if newest / half <> (newest + jsonb_array_length(drafts)) / half then perform make_room_in_trail(newest); end if;
  for place in 0 .. jsonb_array_length(drafts) - 1 loop
    draft := drafts -> place;
    newest := first + place;
    text_of := (draft || jsonb_build_object('seq', newest))::text;
    next_hash := sha256(last_hash || convert_to(text_of, 'UTF8'));
    if draft ->> 'ordinal' = '0' then
      insert into trail_command (actor, command_id, seq) values (draft ->> 'actor', (draft ->> 'commandId')::uuid, newest);
    end if;
    insert into trail (seq, body, prev, hash) values (newest, text_of, last_hash, next_hash);
    last_hash := next_hash;
  end loop;
  rung := pg_notify('trail', newest::text)::text;
  return newest;
end $$;
