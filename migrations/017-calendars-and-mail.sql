-- A person's own calendar by a secret address, and mail. Neither carries anything about a client.

-- The address of a feed holds a secret; only its hash is kept. One at a time, until it is revoked.
create table calendar_feed (
  id         uuid primary key,
  staff_id   uuid not null references staff,
  token_hash bytea not null unique,
  opened_at  timestamptz not null,
  revoked_at timestamptz check (revoked_at >= opened_at),
  version    int not null
);
create unique index one_feed_at_a_time on calendar_feed (staff_id) where revoked_at is null;

-- Where a person wants mail, and of what.
create table mail_choice (
  id          uuid primary key,
  staff_id    uuid not null unique references staff,
  address     text not null check (address ~ '^[^@[:space:]<>,;"]+@[^@[:space:]<>,;"]+$'),
  notices     boolean not null,
  invitations boolean not null,
  reminders   text[] not null check (reminders <@ '{ON_THE_DAY,DAY_BEFORE,WEEK_BEFORE,START_OF_WEEK}'),
  version     int not null
);

-- What is to be mailed, and what became of it: who, about which entry, day or session. What a letter says is found when it is sent.
create table mail_letter (
  id          uuid primary key,
  staff_id    uuid not null references staff,
  kind        text not null check (kind in ('NOTICE', 'REMINDER', 'REQUEST', 'CANCEL')),
  seq         bigint,
  about_on    date,
  session_id  uuid,
  uid         uuid,
  sequence    int check (sequence >= 0),
  starts_at   timestamptz,
  ends_at     timestamptz,
  -- What an invitation told, as a hash: another one means that there is something new to tell.
  fingerprint text,
  status      text not null default 'WAITING' check (status in ('WAITING', 'SENDING', 'SENT', 'DROPPED', 'FAILED')),
  tries       int not null default 0,
  next_try_at timestamptz not null default tsunagi_now(),
  problem     text,
  written_at  timestamptz not null default tsunagi_now(),
  sent_at     timestamptz,
  constraint notice_is_about_an_entry check ((kind = 'NOTICE') = (seq is not null)),
  constraint reminder_is_about_a_day check ((kind = 'REMINDER') = (about_on is not null)),
  constraint invitation_is_to_a_session check ((kind in ('REQUEST', 'CANCEL')) = (session_id is not null and uid is not null and sequence is not null and starts_at is not null))
);
create unique index one_notice_of_an_entry on mail_letter (staff_id, seq) where kind = 'NOTICE';
create unique index one_reminder_a_day on mail_letter (staff_id, about_on) where kind = 'REMINDER';
create unique index one_invitation_of_a_sequence on mail_letter (staff_id, session_id, sequence) where session_id is not null;
create index letters_to_send on mail_letter (next_try_at) where status in ('WAITING', 'SENDING');
create index invitations_sent on mail_letter (ends_at) where kind in ('REQUEST', 'CANCEL');

-- How far the post office has read the trail.
create table mail_cursor (
  id  int primary key check (id = 1),
  seq bigint not null
);

do $$
declare scoped text;
begin
  foreach scoped in array array['calendar_feed', 'mail_choice'] loop
    execute format('alter table %I enable row level security', scoped);
    execute format('create policy own on %I to tsunagi_app using (staff_id = acting_staff())', scoped);
    execute format('grant select, insert, update on %I to tsunagi_app', scoped);
  end loop;
  create policy post on mail_choice for select to tsunagi_app using (acting() = 'system:mail');
  foreach scoped in array array['mail_letter', 'mail_cursor'] loop
    execute format('alter table %I enable row level security', scoped);
    execute format('create policy post on %I to tsunagi_app using (acting() = ''system:mail'')', scoped);
    execute format('grant select, insert, update on %I to tsunagi_app', scoped);
  end loop;
end $$;
create policy post on trail for select to tsunagi_app using (acting() = 'system:mail');

-- The person behind the address of a feed, described at this instant, while it is not revoked and they work somewhere.
create function describe_feed(token bytea) returns jsonb language sql stable security definer set search_path = public as $$
  select describe_actor(feed.staff_id) from calendar_feed feed
   where feed.token_hash = token and feed.revoked_at is null
     and exists (select from account where account.staff_id = feed.staff_id)
     and exists (select from posting where posting.staff_id = feed.staff_id
                    and posting.since <= tsunagi_today() and (posting.until is null or posting.until >= tsunagi_today()))
$$;

-- Whether the place of a session may leave the product: not when it names somebody of the household, where they live, or a home at all.
create function has_neutral_place(meeting uuid) returns boolean language sql stable security definer set search_path = public as $$
  with held as (select place, household_of(jsonb_build_object('case_id', case_id)) as home from conference_session where id = meeting)
  select not exists (select from held where place ~ '(^|[^住])宅|居所|避難先' or holds(place, household_forms(home))
     or exists (select from household_member member, regexp_split_to_table(member.name || '　' || member.kana, '[[:space:]　・]+') part
                 where member.household_id = held.home and part <> '' and strpos(plain_words(place), plain_words(part)) > 0))
$$;

-- Whoever wants invitations by mail and has a meeting ahead, or was told of one.
create function people_with_meetings() returns table (staff_id uuid) language sql stable security definer set search_path = public as $$
  select choice.staff_id from mail_choice choice where choice.invitations and (
    exists (select from invitation join conference_session held on held.id = invitation.session_id
             where invitation.staff_id = choice.staff_id and invitation.withdrawn_at is null and held.status = 'CONVENED' and held.starts_at > tsunagi_now())
    or exists (select from mail_letter letter where letter.staff_id = choice.staff_id and letter.kind = 'REQUEST' and letter.ends_at > tsunagi_now()))
   order by 1
$$;

do $$
declare
  routine text;
begin
  foreach routine in array array['describe_feed(bytea)', 'has_neutral_place(uuid)', 'people_with_meetings()'] loop
    execute 'revoke all on function ' || routine || ' from public';
    execute 'grant execute on function ' || routine || ' to tsunagi_app';
  end loop;
end $$;
