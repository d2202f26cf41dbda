-- Links for signing in go out by mail where somebody can be reached by it. What waits to be mailed lies sealed by the product's keys, beside the
-- digest of the link that it holds, and goes with it.
alter table account
  add column link_letter bytea,
  add constraint account_letter_holds_a_link check (link_letter is null or link_hash is not null);

alter table mail_letter
  drop constraint mail_letter_kind_check,
  add constraint mail_letter_kind_check check (kind in ('NOTICE', 'REMINDER', 'REQUEST', 'CANCEL', 'LINK')),
  drop constraint notice_is_about_an_entry,
  add constraint notice_or_link_is_about_an_entry check ((kind in ('NOTICE', 'LINK')) = (seq is not null));
create unique index one_link_of_an_entry on mail_letter (staff_id, seq) where kind = 'LINK';

-- Whether somebody has said where their mail goes: an administrator may have a link sent there without being told where that is.
create function has_mail_address(person uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from mail_choice where staff_id = person)
$$;
revoke all on function has_mail_address(uuid) from public;
grant execute on function has_mail_address(uuid) to tsunagi_app;
