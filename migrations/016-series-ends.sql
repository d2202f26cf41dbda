-- What a series of meetings owes to those who leave it, to shielded families, and to the targets of its year.

-- Whoever takes part no longer is asked no longer: to what is still ahead.
alter table invitation add column withdrawn_at timestamptz;

create or replace function guest_sessions(person uuid) returns table (session_id uuid, series_id uuid) language sql stable security definer set search_path = public as $$
  select invitation.session_id, invitation.series_id from invitation where staff_id = person and invitation.series_id is not null and withdrawn_at is null and exists (
    select from posting where posting.staff_id = person and posting.agency_id = invitation.agency_id and posting.profession = invitation.profession
       and posting.since <= tsunagi_today() and (posting.until is null or posting.until >= tsunagi_today()))
$$;

-- What is written in a series about nobody's case is read by people of many cases. So it holds no shielded address of any household that its
-- writer reaches: of others they know nothing, and a refusal tells them nothing.
create or replace function shielded_words_stay_out() returns trigger language plpgsql security definer set search_path = public as $$
declare
  row_of jsonb := to_jsonb(new); home uuid := household_of(row_of); homes uuid[]; forms text[]; field text;
begin
  if home is null then
    select coalesce(array_agg(household_id), '{}') into homes from address_shield where until is null and household_id = any (reachable_households());
    select coalesce(array_agg(form), '{}') into forms from unnest(homes) reached, unnest(household_forms(reached)) form;
  else
    if is_for_safety(tg_table_name, row_of) then return new; end if;
    perform hold_texts(home, false);
    if not (is_shielded(home) or tg_table_name = 'address_shield') then return new; end if;
    forms := household_forms(home);
  end if;
  foreach field in array tg_argv loop
    continue when tg_op = 'UPDATE' and to_jsonb(old) ->> field is not distinct from row_of ->> field and to_jsonb(old) -> 'category' is not distinct from row_of -> 'category';
    if holds(row_of ->> field, forms) then
      raise exception using errcode = 'check_violation', message = 'words that are shielded', constraint = 'shielded_words_stay_out',
        table = tg_table_name, column = field;
    end if;
  end loop;
  return new;
end $$;

-- The targets of a fiscal year (佐賀市: 目標の進捗), in the unit in which they are counted. What was reached is reported from day to day, never edited.
create table series_target (
  id          uuid primary key,
  series_id   uuid not null references meeting_series,
  fiscal_year int not null check (fiscal_year between 1989 and 2200),
  what        text not null,
  unit        text not null check (unit in ('PERSON', 'CASE', 'TIME', 'COMPANY', 'PERCENT')),
  target      int not null check (target > 0),
  staff_id    uuid not null references staff,
  set_at      timestamptz not null,
  version     int not null
);
create index series_target_by_series on series_target (series_id, fiscal_year);

create table target_report (
  id          uuid primary key,
  series_id   uuid not null references meeting_series,
  target_id   uuid not null references series_target,
  on_day      date not null,
  actual      int not null check (actual >= 0),
  staff_id    uuid not null references staff,
  reported_at timestamptz not null,
  version     int not null
);
create index target_report_by_target on target_report (target_id, on_day);

create function report_stays() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', message = 'a report is never edited', constraint = 'report_stays';
end $$;
create trigger stays before update on target_report for each row execute function report_stays();

create trigger words before insert or update on meeting_series for each row execute function shielded_words_stay_out('name', 'place');
create trigger words before insert or update on series_target for each row execute function shielded_words_stay_out('what');

do $$
declare scoped text; routine text;
begin
  foreach scoped in array array['series_target', 'target_report'] loop
    execute format('alter table %I enable row level security', scoped);
    execute format('create policy reach on %I to tsunagi_app using (series_id = any ((select reachable_series())::uuid[]))', scoped);
    execute format('grant select, insert, update on %I to tsunagi_app', scoped);
  end loop;
  for routine in select oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f' loop
    execute 'revoke all on function ' || routine || ' from public';
    execute 'grant execute on function ' || routine || ' to tsunagi_app';
  end loop;
  foreach routine in array array['mask_texts(uuid)', 'household_forms(uuid)', 'guard_texts()', 'only_masks(jsonb, jsonb)', 'unfinished_for(uuid)'] loop
    execute 'revoke all on function ' || routine || ' from tsunagi_app';
  end loop;
end $$;
