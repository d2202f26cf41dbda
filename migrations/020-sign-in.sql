-- Signing in: sessions that idle out, second factors, links for a first sign-in, single sign-on, and tokens of API clients.

-- A person may have no password yet, or none at all where a provider signs them in. The identifier is what the municipality entered for them
-- with the provider; issuer and subject are what the provider calls them from their first sign-in on.
alter table account
  alter column password_hash drop not null,
  add column identifier text constraint account_identifier_key unique check (identifier = lower(identifier)),
  add column issuer text,
  add column subject text,
  add constraint account_provider_key unique (issuer, subject),
  add constraint account_link_is_whole check ((issuer is null) = (subject is null)),
  add column link_hash bytea unique,
  add column link_expires_at timestamptz,
  add constraint account_first_sign_in_is_whole check ((link_hash is null) = (link_expires_at is null)),
  add column recovery_hashes text[] not null default '{}';
alter table account alter column recovery_hashes drop default;

-- `device` is what the browser calls itself; `by` and `factor` are how its holder proved who they are.
alter table session
  add column method text not null default 'PASSWORD' check (method in ('PASSWORD', 'PASSKEY', 'PROVIDER', 'LINK')),
  add column factor text check (factor in ('TOTP', 'PASSKEY', 'RECOVERY_CODE', 'PROVIDER')),
  add column device text not null default '',
  add column is_known_device boolean not null default false,
  add column idle_minutes int not null default 60 check (idle_minutes > 0),
  add column last_seen_at timestamptz;
update session set last_seen_at = started_at;
alter table session alter column last_seen_at set not null, alter column method drop default, alter column device drop default,
  alter column is_known_device drop default, alter column idle_minutes drop default;

-- The secret of a TOTP is sealed by the product's keys; of a passkey only the public half is here. `counter` is the last time step, or the
-- authenticator's own count: it only grows.
create table second_factor (
  id            uuid primary key,
  staff_id      uuid not null references staff,
  kind          text not null check (kind in ('TOTP', 'PASSKEY')),
  name          text not null,
  secret        bytea not null,
  credential_id text,
  counter       bigint not null,
  added_at      timestamptz not null,
  last_used_at  timestamptz,
  ended_at      timestamptz check (ended_at >= added_at),
  version       int not null,
  constraint passkey_has_a_credential check ((kind = 'PASSKEY') = (credential_id is not null)),
  constraint passkey_is_added_once unique (credential_id)
);
create index second_factor_by_staff on second_factor (staff_id) where ended_at is null;

-- Which professions have to prove who they are twice. No row: they need not.
create table sign_in_rule (
  id                   uuid primary key,
  profession           text not null constraint one_rule_for_each_profession unique,
  needs_second_factor  boolean not null,
  version              int not null
);

-- A service is a member of staff that is a program: posted and seated like anybody, and signed in by tokens alone.
alter table staff add column is_service boolean not null default false;

create table api_token (
  id           uuid primary key,
  staff_id     uuid not null references staff,
  issued_by_id uuid not null references staff,
  name         text not null,
  token_hash   bytea not null unique,
  access       text not null check (access in ('READ', 'WRITE')),
  subjects     text[] not null,
  issued_at    timestamptz not null,
  expires_at   timestamptz not null check (expires_at > issued_at),
  last_used_at timestamptz,
  revoked_at   timestamptz,
  version      int not null
);
create index api_token_by_staff on api_token (staff_id) where revoked_at is null;

grant select, insert, update on second_factor, sign_in_rule, api_token to tsunagi_app;

-- With which session or token somebody read: not only who.
alter table access_log add column credential_id uuid;

create or replace function describe_session(token bytea) returns jsonb language sql stable security definer set search_path = public as $$
  select describe_actor(staff_id) || jsonb_build_object('sessionId', id, 'credentialId', id, 'unseenSeconds', extract(epoch from tsunagi_now() - last_seen_at)) from session
   where token_hash = token and ended_at is null and expires_at > tsunagi_now() and last_seen_at + make_interval(mins => idle_minutes) > tsunagi_now()
$$;

create function describe_token(token bytea) returns jsonb language sql stable security definer set search_path = public as $$
  select describe_actor(staff_id) || jsonb_build_object('credentialId', id, 'scope', jsonb_build_object('access', access, 'subjects', to_jsonb(subjects)),
           'unseenSeconds', coalesce(extract(epoch from tsunagi_now() - last_used_at), 1e9))
    from api_token where token_hash = token and revoked_at is null and expires_at > tsunagi_now()
     and exists (select from posting where posting.staff_id = api_token.staff_id
                    and posting.since <= tsunagi_today() and (posting.until is null or posting.until >= tsunagi_today()))
$$;

-- Which of these credentials still hold: what a socket came in with may have ended by the clock alone.
create function live_credentials(ids uuid[]) returns setof uuid language sql stable security definer set search_path = public as $$
  select id from session where id = any (ids) and ended_at is null and expires_at > tsunagi_now() and last_seen_at + make_interval(mins => idle_minutes) > tsunagi_now()
  union all
  select id from api_token where id = any (ids) and revoked_at is null and expires_at > tsunagi_now()
$$;

do $$
declare routine text;
begin
  foreach routine in array array['describe_token(bytea)', 'live_credentials(uuid[])'] loop
    execute 'revoke all on function ' || routine || ' from public';
    execute 'grant execute on function ' || routine || ' to tsunagi_app';
  end loop;
end $$;
