-- Files that belong to a case: signed forms, papers of a meeting, letters. The bytes lie in the storage, sealed under a key of their own;
-- here stands what they are, and that key, sealed by the product's keyring.

create table attachment (
  id              uuid primary key,
  case_id         uuid not null references support_case,
  category        text not null,
  -- What it was before a shield made it a matter of safety.
  before_shield   text,
  record_id       uuid references record,
  consent_id      uuid references consent,
  session_id      uuid references conference_session,
  -- The session under a statute among whose members it stays.
  confined_to     uuid references conference_session,
  name            text not null,
  kind            text not null check (kind in ('PDF', 'PNG', 'JPEG')),
  bytes           int not null check (bytes > 0),
  -- The file as it was handed in, and as it lies in the storage. Bytes, so that no search for a number finds one in them.
  digest          bytea not null check (length(digest) = 32),
  sealed_digest   bytea not null check (length(sealed_digest) = 32),
  sealed_key      bytea,
  staff_id        uuid not null references staff,
  agency_id       uuid not null references agency,
  attached_at     timestamptz not null,
  withdrawn_at    timestamptz,
  withdrawn_by_id uuid references staff,
  reason_id       uuid references note,
  version         int not null,
  constraint withdrawal_says_who_and_why check ((withdrawn_at is null) = (withdrawn_by_id is null) and (withdrawn_at is null) = (reason_id is null))
);
create index attachment_by_case on attachment (case_id, attached_at desc);
create index attachment_by_record on attachment (record_id);
create index attachment_by_consent on attachment (consent_id);
create index attachment_by_session on attachment (session_id);

-- Nobody looks into a photograph or a scan for an address. So while a household is shielded, its files are a matter of safety as a whole.
create function attachments_are_shielded() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform hold_texts(household_of(to_jsonb(new)), false);
  if new.category <> 'SAFETY' and is_shielded(household_of(to_jsonb(new))) then
    raise exception using errcode = 'check_violation', message = 'a file of a shielded household is of SAFETY', constraint = 'shielded_attachment_is_safety';
  end if;
  return new;
end $$;
create trigger shielded before insert on attachment for each row execute function attachments_are_shielded();

create function shield_covers_attachments() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update attachment set before_shield = category, category = 'SAFETY', version = version + 1
   where category <> 'SAFETY' and case_id in (select id from support_case where household_id = new.household_id);
  return null;
end $$;
create trigger covers_attachments after insert on address_shield for each row execute function shield_covers_attachments();

-- What was handed in under the shield stays of SAFETY.
create function shield_leaves_attachments() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update attachment set category = before_shield, before_shield = null, version = version + 1
   where before_shield is not null and case_id in (select id from support_case where household_id = new.household_id);
  return null;
end $$;
create trigger leaves_attachments after update on address_shield for each row when (old.until is null and new.until is not null)
  execute function shield_leaves_attachments();

-- The name of a file of SAFETY is read by those who read the file.
create or replace function is_for_safety(about text, row_of jsonb) returns boolean language sql immutable set search_path = public as $$
  select row_of ->> 'category' = 'SAFETY' and (about in ('record', 'statement', 'other_party', 'attachment') or (about = 'note' and row_of ->> 'kind' = 'RESULT'))
$$;

-- Of these ids, those under which nothing is kept any more: what an upload left behind that nobody attached, or what was erased.
create function files_nobody_keeps(ids uuid[]) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(stored.id), '{}') from unnest(ids) stored(id)
   where not exists (select from attachment where attachment.id = stored.id and sealed_key is not null)
$$;

alter table access_log drop constraint access_log_channel_check,
  add constraint access_log_channel_check check (channel in ('GRAPHQL', 'MINUTES', 'CSV', 'FILE', 'EXPORT'));

alter table attachment enable row level security;
create policy reach on attachment to tsunagi_app using (case_id = any ((select reachable_cases())::uuid[]));
-- What was handed in is never edited.
grant select, insert, update (withdrawn_at, withdrawn_by_id, reason_id, version) on attachment to tsunagi_app;
select guard_texts();

do $$
declare routine text;
begin
  foreach routine in array array['attachments_are_shielded()', 'shield_covers_attachments()', 'shield_leaves_attachments()', 'is_for_safety(text, jsonb)', 'files_nobody_keeps(uuid[])'] loop
    execute 'revoke all on function ' || routine || ' from public';
    execute 'grant execute on function ' || routine || ' to tsunagi_app';
  end loop;
end $$;
