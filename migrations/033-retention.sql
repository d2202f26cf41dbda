-- How long what is known about a family is kept, and what becomes of it then. Rows, ids and the trail stay; the words go.

-- A period as it stands from a day on. A municipality sets its own; those that ship are proposals with their source.
create table retention_period (
  id          uuid primary key,
  kind        text not null check (kind in ('CASE_FILE', 'CHILD_RECORD')),
  -- Years after the case was closed, or the age of each child of the household until which it is kept.
  years       int not null check (years between 1 and 100),
  counts_from text not null check (counts_from in ('CLOSING', 'BIRTH')),
  source      text not null,
  reason      text,
  staff_id    uuid references staff,
  since       timestamptz not null,
  until       timestamptz check (until >= since),
  version     int not null
);
create unique index one_period_at_a_time on retention_period (kind) where until is null;
insert into retention_period (id, kind, years, counts_from, source, since, version) values
  ('00000000-0000-7000-8000-000000000331', 'CASE_FILE', 5, 'CLOSING', '生活保護関係文書の保存期間の基準（昭和36年社発第726号）の5年の区分', '2000-01-01', 1),
  ('00000000-0000-7000-8000-000000000332', 'CHILD_RECORD', 25, 'BIRTH', '児童記録票の保存（原則として25歳まで）', '2000-01-01', 1);

-- That a case is kept although its time is over: a court, an inquiry, a request that is not settled.
create table disposal_hold (
  id           uuid primary key,
  case_id      uuid not null references support_case,
  reason       text not null check (btrim(reason) <> ''),
  staff_id     uuid not null references staff,
  since        timestamptz not null,
  until        timestamptz check (until >= since),
  lifted_by_id uuid references staff,
  lift_reason  text,
  version      int not null,
  constraint lifting_says_who_and_why check ((until is null) = (lifted_by_id is null) and (until is null) = (lift_reason is null))
);
create index disposal_hold_by_case on disposal_hold (case_id);

-- That the words of a case are to go: one person proposes it, another carries it out.
create table disposal (
  id                uuid primary key,
  case_id           uuid not null references support_case,
  ground            text not null check (ground in ('PERIOD_OVER', 'REQUEST')),
  reason            text not null check (btrim(reason) <> ''),
  proposed_by_id    uuid not null references staff,
  proposed_at       timestamptz not null,
  carried_out_by_id uuid references staff,
  carried_out_at    timestamptz,
  withdrawn_by_id   uuid references staff,
  withdrawn_at      timestamptz,
  -- What was erased, as a kind and how many: `record:12`.
  erased            text[] not null default '{}',
  version           int not null,
  constraint disposal_ends_once check (carried_out_at is null or withdrawn_at is null),
  constraint disposal_says_who check ((carried_out_at is null) = (carried_out_by_id is null) and (withdrawn_at is null) = (withdrawn_by_id is null))
);
create unique index one_disposal_at_a_time on disposal (case_id) where withdrawn_at is null;

-- That everything held about a household was handed to the person concerned (開示請求).
create table subject_export (
  id          uuid primary key,
  case_id     uuid not null references support_case,
  reason      text not null check (btrim(reason) <> ''),
  staff_id    uuid not null references staff,
  exported_at timestamptz not null,
  until       timestamptz not null,
  version     int not null
);
create index subject_export_by_case on subject_export (case_id);

create function keeps_information() returns boolean language sql stable security definer set search_path = public as $$
  select cardinality(agencies_held(acting_staff(), '{INFORMATION_OFFICER}')) > 0
$$;

-- A case by its number, for an information officer, who sees no case, or a manager who oversees it.
create function case_to_keep(called text) returns uuid language sql stable security definer set search_path = public as $$
  select id from support_case where number = called and (keeps_information() or id = any (overseen_cases(acting_staff())))
$$;

-- What people call a case that they keep without seeing it.
create function number_to_keep(subject uuid) returns text language sql stable security definer set search_path = public as $$
  select number from support_case where id = subject and (keeps_information() or id = any (overseen_cases(acting_staff())))
$$;

-- Until when a case is kept, and which of its periods is the longest.
create function kept_until(subject uuid) returns table (due_on date, because text) language sql stable security definer set search_path = public as $$
  with this as (select id, household_id, (closed_at at time zone 'Asia/Tokyo')::date as closed_on from support_case where id = subject and status = 'CLOSED'),
  period as (select kind, years from retention_period where until is null),
  periods as (
    select (closed_on + make_interval(years => years))::date as due_on, 'CASE_FILE' as because from this, period where kind = 'CASE_FILE'
    union all
    select (born_on + make_interval(years => years))::date, 'CHILD_RECORD' from this join household_member using (household_id), period
     where relation = 'CHILD' and born_on is not null and kind = 'CHILD_RECORD'
    union all
    select ((session.closed_at at time zone 'Asia/Tokyo')::date + make_interval(years => meeting_kind.retention_years))::date, 'MEETING'
      from this join conference_session session on session.case_id = this.id join meeting_kind on meeting_kind.id = session.kind_id
     where session.closed_at is not null)
  select due_on, because from periods order by due_on desc, because limit 1
$$;

create function is_held(subject uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from disposal_hold where case_id = subject and until is null)
$$;

create function is_disposed(subject uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from disposal where case_id = subject and carried_out_at is not null)
$$;

-- What is due on a day, for whoever keeps information. Nothing happens by itself.
create function cases_due(day date) returns table (case_id uuid, number text, closed_on date, due_on date, because text, is_held boolean, disposal_id uuid)
language sql stable security definer set search_path = public as $$
  select support_case.id, number, (closed_at at time zone 'Asia/Tokyo')::date, kept.due_on, kept.because, is_held(support_case.id),
         (select disposal.id from disposal where disposal.case_id = support_case.id and withdrawn_at is null)
    from support_case cross join lateral kept_until(support_case.id) kept
   where keeps_information() and kept.due_on <= day and not is_disposed(support_case.id)
   order by kept.due_on, number
$$;

-- Whether the words of a row are to go: those of its case, or where it names none, of every case of its household.
create function is_to_be_erased(row_of jsonb) returns boolean language sql stable security definer set search_path = public as $$
  select case when row_of ? 'case_id' then is_disposed((row_of ->> 'case_id')::uuid)
    else exists (select from support_case where household_id = household_of(row_of))
     and not exists (select from support_case where household_id = household_of(row_of) and not is_disposed(id)) end
$$;

-- What stands where words stood.
create function erased_words() returns text language sql immutable as $$ select '〔消去済み〕' $$;

-- What is otherwise closed lets through that words are masked, and that they go.
create or replace function only_masks(before jsonb, after jsonb) returns boolean language sql stable security definer set search_path = public as $$
  with this as (select household_forms(household_of(before)) as known, is_to_be_erased(before) as goes)
  select before - 'version' <> after - 'version' and bool_and(
    value is not distinct from after ->> key or key = 'version' or (holds(value, known) and after ->> key = masked(value, known))
      or (goes and (after ->> key is null or after ->> key = erased_words())))
    from this, jsonb_each_text(before)
$$;

create function is_erasure(before jsonb, after jsonb) returns boolean language sql stable security definer set search_path = public as $$
  select is_to_be_erased(before) and only_masks(before, after)
$$;

create or replace function shield_needs_two() returns trigger language plpgsql security definer set search_path = public as $$
declare
  untouched text[] := array['case_id', 'version', 'masked', 'masked_texts', 'authority', 'end_asked_by_id', 'end_reason_id', 'ended_by_id', 'until'];
begin
  if is_erasure(to_jsonb(old), to_jsonb(new)) then return new; end if;
  if to_jsonb(old) - untouched <> to_jsonb(new) - untouched or old.until is not null
     or (new.authority is distinct from old.authority and not only_masks(jsonb_build_object('household_id', old.household_id, 'authority', old.authority), jsonb_build_object('household_id', old.household_id, 'authority', new.authority)))
     or (new.end_asked_by_id is distinct from old.end_asked_by_id and new.end_asked_by_id is distinct from acting_staff() and new.end_asked_by_id is not null)
     or (new.until is not null and (old.end_asked_by_id is null or new.end_asked_by_id is distinct from old.end_asked_by_id
          or new.ended_by_id is null or new.ended_by_id = old.end_asked_by_id or new.ended_by_id is distinct from acting_staff())) then
    raise exception using errcode = 'check_violation', message = 'a shield is never lifted by one person', constraint = 'shield_needs_two';
  end if;
  return new;
end $$;

-- An erased contact detail reaches nobody: none of its other rules is asked.
drop trigger sound on contact_detail;
create trigger sound before insert on contact_detail for each row execute function contact_detail_is_sound();
create trigger sound_still before update on contact_detail for each row when (new.value <> '〔消去済み〕') execute function contact_detail_is_sound();
create function contact_detail_is_erased() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not is_erasure(to_jsonb(old), to_jsonb(new)) then
    raise exception using errcode = 'check_violation', message = 'a contact detail is never edited', constraint = 'contact_detail_is_never_edited';
  end if;
  return new;
end $$;
create trigger erased before update on contact_detail for each row when (new.value = '〔消去済み〕' and old.value <> new.value) execute function contact_detail_is_erased();

-- Every text of a case or a household that people wrote: all that is not known to be a code. A column that a later migration adds is erased
-- unless it is named here; the words on which a disposal rests stay.
create function words_of_cases() returns table (name text, columns text[]) language sql stable security definer set search_path = public as $$
  select relation.relname::text, array_agg(attribute.attname::text order by attribute.attnum)
    from pg_class relation join pg_attribute attribute on attribute.attrelid = relation.oid
   where relation.relnamespace = 'public'::regnamespace and relation.relkind = 'r'
     and relation.relname not in ('trail', 'access_log', 'disposal', 'disposal_hold', 'subject_export')
     and attribute.attnum > 0 and not attribute.attisdropped and attribute.attgenerated = '' and attribute.atttypid = 'text'::regtype
     and exists (select from pg_attribute names where names.attrelid = relation.oid and names.attname in ('case_id', 'household_id'))
     and attribute.attname not in ('category', 'before_shield', 'purpose', 'profession', 'number', 'head_hash')
     and not (attribute.attname = 'kind' and relation.relname = 'conference_session')
     and not exists (select from pg_constraint held where held.conrelid = relation.oid and held.contype = 'c' and attribute.attnum = any (held.conkey)
       and pg_get_constraintdef(held.oid) ~ ('\m' || attribute.attname || '\M\)? (=|<>) (ANY|''[A-Z])'))
   group by relation.relname
$$;

-- Takes the words out of a case that is disposed of, and with its last case out of the household: answers with what, and of how many rows.
create function erase_words(subject uuid) returns text[] language plpgsql volatile security definer set search_path = public as $$
declare
  home uuid; done text[] := '{}'; named record; which text; changes text; touched int; isLast boolean;
begin
  if not exists (select from disposal where case_id = subject and carried_out_at is not null and carried_out_by_id = acting_staff() and erased = '{}') then return done; end if;
  select household_id into home from support_case where id = subject;
  perform hold_texts(home, true);
  isLast := not exists (select from support_case where household_id = home and not is_disposed(id));
  for named in select words_of_cases.name, words_of_cases.columns, exists (select from pg_attribute where attrelid = words_of_cases.name::regclass and attname = 'case_id') as of_case
      from words_of_cases() order by 1 loop
    continue when not (named.of_case or isLast or named.name = 'support_case');
    which := case when named.name = 'support_case' then 'id = $1' when named.of_case then 'case_id = $1' else 'household_id = $2' end;
    select string_agg(format('%1$I = case when %1$I is null then null else erased_words() end', field), ', ') into changes from unnest(named.columns) field;
    execute format('update %I set %s, version = version + 1 where %s', named.name, changes, which) using subject, home;
    get diagnostics touched = row_count;
    if touched > 0 then done := done || format('%s:%s', named.name, touched); end if;
  end loop;
  -- What is not text and says as much.
  update attachment set sealed_key = null, digest = decode(repeat('00', 32), 'hex') where case_id = subject;
  if isLast then
    update household_member set born_on = null where household_id = home;
    update other_party set born_on = null where household_id = home;
  end if;
  return done;
end $$;

create function erased_files(disposed uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(attachment.id), '{}') from attachment join disposal on disposal.case_id = attachment.case_id and disposal.carried_out_at is not null
   where disposal.id = disposed and sealed_key is null
$$;

-- Two people, a closed case whose time is over or whose erasure was asked for, and nothing that holds it.
create function disposal_is_sound() returns trigger language plpgsql security definer set search_path = public as $$
declare
  wrong text;
begin
  if tg_op = 'UPDATE' and old.carried_out_at is not null then
    if to_jsonb(new) - '{erased,version}'::text[] <> to_jsonb(old) - '{erased,version}'::text[] or (old.erased <> '{}' and new.erased <> old.erased) then wrong := 'disposal_is_final'; end if;
  elsif tg_op = 'UPDATE' and (new.case_id, new.ground, new.reason, new.proposed_by_id, new.proposed_at) is distinct from (old.case_id, old.ground, old.reason, old.proposed_by_id, old.proposed_at) then
    wrong := 'disposal_is_final';
  elsif new.withdrawn_at is null then
    perform from support_case where id = new.case_id for share;
    wrong := case
      when not exists (select from support_case where id = new.case_id and status = 'CLOSED') then 'disposal_of_closed_cases'
      when new.carried_out_at is not null and (new.proposed_by_id = new.carried_out_by_id or new.carried_out_by_id is distinct from acting_staff()) then 'disposal_needs_two'
      when tg_op = 'INSERT' and (new.carried_out_at is not null or new.proposed_by_id is distinct from acting_staff()) then 'disposal_needs_two'
      when is_held(new.case_id) then 'disposal_is_held'
      when new.ground = 'PERIOD_OVER' and not exists (select from kept_until(new.case_id) kept where kept.due_on <= tsunagi_today()) then 'disposal_is_due'
      when exists (select from address_shield where case_id = new.case_id and until is null) then 'disposal_under_no_shield' end;
  end if;
  if wrong is not null then raise exception using errcode = 'check_violation', message = 'this cannot be disposed of', constraint = wrong; end if;
  return new;
end $$;
create trigger sound before insert or update on disposal for each row execute function disposal_is_sound();

-- Whoever places a hold and whoever disposes do not overtake each other.
create function hold_comes_first() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform from support_case where id = new.case_id for update;
  if is_disposed(new.case_id) then raise exception using errcode = 'check_violation', message = 'its words are gone', constraint = 'hold_comes_too_late'; end if;
  return new;
end $$;
create trigger first before insert on disposal_hold for each row execute function hold_comes_first();

-- Everything that is held about a household, row by row, for the officer who exports it, within the hour. The keys of files are no part of it.
create function held_about(subject uuid) returns jsonb language plpgsql stable security definer set search_path = public as $$
declare
  this subject_export; home uuid; answer jsonb := '{}'; named record; rows jsonb;
begin
  select * into this from subject_export where id = subject and staff_id = acting_staff() and until > tsunagi_now();
  if this.id is null or not keeps_information() then return null; end if;
  select household_id into home from support_case where id = this.case_id;
  for named in
    select relname::text as name, exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'case_id') as of_case from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('trail', 'access_log', 'subject_export', 'disposal', 'disposal_hold')
       and exists (select from pg_attribute where attrelid = pg_class.oid and attname in ('case_id', 'household_id')) order by 1 loop
    execute format('select coalesce(jsonb_agg(to_jsonb(it) - ''{sealed_key,sealed_digest,digest,version}''::text[] order by id), ''[]'') from %I it where %s', named.name,
      case when named.name = 'support_case' or not named.of_case then 'household_id = $1' else 'case_id in (select id from support_case where household_id = $1)' end) into rows using home;
    if rows <> '[]' then answer := answer || jsonb_build_object(named.name, rows); end if;
  end loop;
  return jsonb_build_object('rows', answer,
    'readings', (select coalesce(jsonb_agg(jsonb_build_object('at', at, 'staff_id', staff_id, 'about_type', about_type, 'category', category, 'fields', fields, 'channel', channel) order by at), '[]')
       from access_log where case_id in (select id from support_case where household_id = home)),
    'trail', (select coalesce(jsonb_agg(body::jsonb order by seq), '[]') from trail where case_id in (select id from support_case where household_id = home)),
    'names', (select coalesce(jsonb_object_agg(id, name), '{}') from (select id, name from staff union all select id, name from agency) named));
end $$;

do $$
declare scoped text; routine text;
begin
  foreach scoped in array array['disposal', 'disposal_hold', 'subject_export'] loop
    execute format('alter table %I enable row level security', scoped);
    execute format('create policy keepers on %I to tsunagi_app using ((select keeps_information()) or case_id = any ((select overseen_cases(acting_staff()))::uuid[]))', scoped);
    execute format('grant select, insert on %I to tsunagi_app', scoped);
  end loop;
  grant update (carried_out_by_id, carried_out_at, withdrawn_by_id, withdrawn_at, erased, version) on disposal to tsunagi_app;
  grant update (until, lifted_by_id, lift_reason, version) on disposal_hold to tsunagi_app;
  grant select, insert on retention_period to tsunagi_app;
  grant update (until, version) on retention_period to tsunagi_app;
  perform guard_texts();
  foreach routine in array array['keeps_information()', 'case_to_keep(text)', 'number_to_keep(uuid)', 'kept_until(uuid)', 'is_held(uuid)', 'is_disposed(uuid)', 'cases_due(date)', 'is_to_be_erased(jsonb)',
      'erased_words()', 'erase_words(uuid)', 'erased_files(uuid)', 'held_about(uuid)', 'is_erasure(jsonb, jsonb)', 'words_of_cases()', 'contact_detail_is_erased()', 'disposal_is_sound()', 'hold_comes_first()'] loop
    execute 'revoke all on function ' || routine || ' from public';
    execute 'grant execute on function ' || routine || ' to tsunagi_app';
  end loop;
  -- What would tell or change more than the person who acts may see or do runs behind the others only.
  revoke all on function is_erasure(jsonb, jsonb), words_of_cases() from tsunagi_app;
end $$;
