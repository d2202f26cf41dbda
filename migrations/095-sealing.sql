-- The columns of an entry are read from its sealed text by the database as before, and by it alone, but from one parsing. As generated columns each of
-- them parsed the text for itself, and each expression was made ready anew for every entry: several times what the entry itself costs, under the lock of the chain.
alter table trail
  alter at drop expression, alter kind drop expression, alter actor drop expression, alter actor_id drop expression, alter command_id drop expression,
  alter ordinal drop expression, alter case_id drop expression, alter series_id drop expression, alter session_id drop expression, alter category drop expression,
  alter confined_to drop expression, alter about_type drop expression, alter about_id drop expression, alter addressed_to drop expression,
  alter state drop expression, alter data drop expression, alter note_id drop expression;

create function trail_says_its_text() returns trigger language plpgsql as $$
declare
  said jsonb := new.body::jsonb; data jsonb := said -> 'data';
begin
  new.at := said ->> 'at';
  new.kind := said ->> 'kind';
  new.actor := said ->> 'actor';
  new.actor_id := substring(said ->> 'actor' from '^[0-9a-f-]{36}$');
  new.command_id := said ->> 'commandId';
  new.ordinal := said ->> 'ordinal';
  new.case_id := said ->> 'caseId';
  new.series_id := said ->> 'seriesId';
  new.session_id := said ->> 'sessionId';
  new.category := said ->> 'category';
  new.confined_to := said ->> 'confinedTo';
  new.about_type := said ->> 'type';
  new.about_id := said ->> 'id';
  new.addressed_to := said -> 'to';
  new.state := said -> 'state';
  new.data := data;
  new.note_id := coalesce(data ->> 'reasonId', data ->> 'answerId', data ->> 'resultId', data ->> 'outcomeId');
  return new;
end $$;
create trigger trail_says_its_text before insert or update on trail for each row execute function trail_says_its_text();
-- Also while a copy is being filled, when other triggers rest.
alter table trail enable always trigger trail_says_its_text;

-- The clock for whoever had to wait for somebody else: what the second lock believes in this transaction is held against what was changed meanwhile. It is
-- volatile, so that it sees what was committed after its statement began.
create function after_waiting() returns timestamptz language plpgsql volatile security definer set search_path = public as $$
declare
  believed bigint := nullif(current_setting('tsunagi.stamp', true), '');
begin
  if believed <> (select coalesce(sum(changes), 0) from access_change) then perform set_config('tsunagi.stamp', '', true); end if;
  return tsunagi_now();
end $$;
revoke all on function after_waiting() from public;
grant execute on function after_waiting() to tsunagi_app;

-- As in migration 006, but for whoever carried the task already: their seat is there, because nobody leaves one under a task (leaver_leaves_no_orphan).
create or replace function owner_has_a_seat() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'UPDATE' then
    if new.staff_id = old.staff_id and new.case_id = old.case_id and old.status in ('OFFERED', 'ACCEPTED', 'IN_PROGRESS') then return new; end if;
  end if;
  if new.staff_id is not null and new.status in ('OFFERED', 'ACCEPTED', 'IN_PROGRESS') and not seat_holds(new.case_id, new.staff_id) then
    raise exception using errcode = 'check_violation', message = 'the owner has no seat', constraint = 'owner_has_a_seat';
  end if;
  return new;
end $$;

-- Its plan is made while the trail is short, and kept: it has to be right for a long one.
alter function trail_follows() set enable_seqscan = off;
