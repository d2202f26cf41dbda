-- Where a family can be reached, and the shield over it (DV等支援措置): while it is live, what reaches them is of the category SAFETY,
-- and no other text of theirs holds it. The invariants stand here, so that no verb, importer or person can break them.

-- No CHECK on this table: a failed one writes the row, and with it the address, into the error and the server's log.
create table contact_detail (
  id           uuid primary key,
  household_id uuid not null references household,
  member_id    uuid not null references household_member,
  category     text not null,
  kind         text not null,
  value        text not null,
  since        date not null,
  until        date,
  version      int not null
);
create index contact_detail_by_household on contact_detail (household_id);
create index contact_detail_by_member on contact_detail (member_id);

create table address_shield (
  id              uuid primary key,
  case_id         uuid not null references support_case,
  household_id    uuid not null references household,
  category        text not null check (category = 'SAFETY'),
  member_id       uuid not null references household_member,
  staff_id        uuid not null references staff,
  agency_id       uuid not null references agency,
  requested_on    date,
  authority       text,
  reason_id       uuid not null references note,
  since           timestamptz not null,
  until           timestamptz check (until >= since),
  end_asked_by_id uuid references staff,
  end_reason_id   uuid references note,
  ended_by_id     uuid references staff,
  version         int not null,
  masked_texts    int not null default 0,
  -- Which texts lost an address to the shield, as table, id and column: for whoever audits the database.
  masked          text[] not null default '{}'
);
create unique index one_shield_at_a_time on address_shield (household_id) where until is null;
create index address_shield_by_case on address_shield (case_id);

-- The person (相手方) from whom the household is shielded.
create table other_party (
  id           uuid primary key,
  case_id      uuid not null references support_case,
  household_id uuid not null references household,
  category     text not null check (category = 'SAFETY'),
  name         text not null,
  kana         text not null,
  born_on      date,
  relation     text not null check (relation in ('SPOUSE', 'FORMER_SPOUSE', 'PARTNER', 'PARENT', 'RELATIVE', 'OTHER')),
  staff_id     uuid references staff,
  agency_id    uuid references agency,
  reason       text not null,
  since        timestamptz not null,
  until        timestamptz check (until >= since),
  version      int not null
);
create index other_party_by_household on other_party (household_id);
create index other_party_by_case on other_party (case_id);

-- That someone of the staff may be connected with the other party, and whether the key person lets them take part all the same.
create table conflict_of_interest (
  id           uuid primary key,
  case_id      uuid not null references support_case,
  household_id uuid not null references household,
  category     text not null check (category = 'SAFETY'),
  staff_id     uuid not null references staff,
  noticed_at   timestamptz not null,
  waived_by_id uuid references staff,
  waived_at    timestamptz,
  reason       text,
  version      int not null,
  constraint waiver_says_who_and_why check ((waived_at is null) = (waived_by_id is null) and (waived_at is null) = (reason is null))
);
create index conflict_by_household on conflict_of_interest (household_id, staff_id);
create index conflict_by_case on conflict_of_interest (case_id);

-- One spelling for all spellings of an address, a telephone number or a mail address.

-- 二十八 and 二八 are both 28; a zero in front stays.
create function kanji_digits(run text) returns text language sql immutable set search_path = public as $$
  select case when strpos(run, '十') = 0 then translate(run, '〇零一二三四五六七八九', '00123456789')
    else coalesce(nullif(translate(split_part(run, '十', 1), '〇零一二三四五六七八九', '00123456789'), ''), '1')
      || coalesce(nullif(translate(replace(substr(run, strpos(run, '十') + 1), '十', ''), '〇零一二三四五六七八九', '00123456789'), ''), '0') end
$$;

-- Width, script, old forms of characters, numerals, the units of an address, separators and spaces: all that people write in several ways.
create function plain_words(words text) returns text language plpgsql immutable set search_path = public as $$
declare
  plain text := lower(normalize(words, NFKC));
  run text;
begin
  plain := regexp_replace(plain, '[\u00AD\u034F\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF]', '', 'g');
  plain := translate(plain, 'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ',
                            'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ');
  plain := translate(plain, 'ヶヵガッ之邊邉澤濱濵髙﨑嵜廣龍櫻國眞惠榮冨嶋嶌條圓學檜縣瀧曾齋齊關豐鹽壽靜淺德藏舘壹貳參',
                            'ケケケツノ辺辺沢浜浜高崎崎広竜桜国真恵栄富島島条円学桧県滝曽斎斉関豊塩寿静浅徳蔵館一二三');
  -- A numeral beside a figure is another number.
  plain := regexp_replace(plain, '(\d)([〇零一二三四五六七八九十])', '\1-\2', 'g');
  plain := regexp_replace(plain, '([〇零一二三四五六七八九十])(\d)', '\1-\2', 'g');
  -- The longest first, so that no run is taken for a part of another.
  for run in select numeral[1] from regexp_matches(plain, '([〇零一二三四五六七八九十]+)', 'g') numeral group by 1 order by length(numeral[1]) desc loop
    plain := replace(plain, run, kanji_digits(run));
  end loop;
  plain := regexp_replace(plain, '(\d)(?:丁目|丁|番地|番|号室|号棟|号|ノ|[[:space:]\-\u2010-\u2015\u2043\u2212\u2500\u2501\u02D7\u30FC~\u301C・.,、。/()])+(?=\d)', '\1-', 'g');
  plain := regexp_replace(plain, '(\d)(?:丁目|番地|番|号室|号棟|号|室)', '\1', 'g');
  plain := regexp_replace(plain, '[[:space:]\u2010-\u2015\u2043\u2212\u2500\u2501\u02D7\u30FC~\u301C・.,、。/()「」『』【】〈〉《》"''`:;!?_\[\]{}]|大字|字', '', 'g');
  return regexp_replace(plain, '(?<!\d)-|-(?!\d)', '', 'g');
end $$;

-- What gives an address away: all of it, without the prefecture, without the building, town and number, building and room.
create function address_forms(value text) returns text[] language plpgsql immutable set search_path = public as $$
declare
  whole text := plain_words(regexp_replace(normalize(value, NFKC), '^\s*〒?\s*\d{3}\D?\d{4}(?!\d)\s*', ''));
  local text := regexp_replace(whole, '^(?:東京都|北海道|京都府|大阪府|[^\d]{2,3}県)', '');
  rest text := local; figures text; town text; building text;
begin
  -- One step at a time: under alternatives this dialect of regular expressions takes the longest.
  rest := regexp_replace(rest, '^[^\d]{1,6}?郡[^\d]{1,8}?[町村]', '');
  rest := regexp_replace(rest, '^[^\-]{1,6}?市', '');
  rest := regexp_replace(rest, '^[^\d]{1,4}?区', '');
  figures := coalesce(substring(rest from '\d+(?:-\d+)+'), substring(rest from '\d+'));
  if figures is null then return '{}'; end if;
  town := left(rest, strpos(rest, figures) - 1);
  if town = '' then return '{}'; end if;
  building := substr(rest, strpos(rest, figures) + length(figures));
  return array[whole, local, left(whole, strpos(whole, figures) + length(figures) - 1), left(local, strpos(local, figures) + length(figures) - 1),
      town || array_to_string((string_to_array(figures, '-'))[1:3], '-')]
      || case when length(building) >= 5 and building ~ '\d' and building ~ '\D' then array[building] else '{}' end;
end $$;

-- What a text must hold to give a contact detail away; nothing for a value that could not be recognised in a text.
create function contact_forms(kind text, value text) returns text[] language plpgsql immutable set search_path = public as $$
declare
  figures text;
begin
  if kind = 'ADDRESS' then return address_forms(value); end if;
  if kind = 'EMAIL' then
    return case when normalize(value, NFKC) ~ '^[^@\s]+@[^@\s]+\.[^@\s.]+$' then array[plain_words(value)] else '{}' end;
  end if;
  if kind not in ('PHONE', 'MOBILE') then return '{}'; end if;
  figures := regexp_replace(plain_words(value), '\D', '', 'g');
  if normalize(value, NFKC) ~ '^\s*\+81' then figures := substr(figures, 3); end if;
  figures := ltrim(figures, '0');
  return case when length(figures) between 8 and 13 then array[figures] else '{}' end;
end $$;

create function holds(words text, forms text[]) returns boolean language plpgsql immutable set search_path = public as $$
declare
  plain text; form text;
begin
  if words is null or forms is null then return false; end if;
  plain := plain_words(words);
  foreach form in array forms loop
    if form ~ '^\d+$' then
      if strpos(replace(plain, '-', ''), form) > 0 then return true; end if;
    -- 緑町2-2-2 is not in 緑町2-2-28.
    elsif form ~ '\d$' then
      if plain ~ (regexp_replace(form, '([\\.*+?^${}()|\[\]])', '\\\1', 'g') || '(?!\d)') then return true; end if;
    elsif strpos(plain, form) > 0 then return true;
    end if;
  end loop;
  return false;
end $$;

-- The text with what it holds of these taken out: as little around it as goes, and the rest of its figures.
create function masked(words text, forms text[]) returns text language plpgsql immutable set search_path = public as $$
declare
  clean text := words; form text; low int; high int; middle int; tries int := 0; ending int;
begin
  foreach form in array coalesce(forms, '{}') loop
    while holds(clean, array[form]) loop
      tries := tries + 1;
      if tries > 50 then return '［非公開の連絡先］'; end if;
      low := 1; high := length(clean);
      while low < high loop
        middle := (low + high) / 2;
        if holds(left(clean, middle), array[form]) then high := middle; else low := middle + 1; end if;
      end loop;
      ending := high;
      low := 1; high := ending;
      while low < high loop
        middle := (low + high + 1) / 2;
        if holds(substr(clean, middle, ending - middle + 1), array[form]) then low := middle; else high := middle - 1; end if;
      end loop;
      while low > 1 and form ~ '^\d+$' and normalize(substr(clean, low - 1, 1), NFKC) ~ '[\d+(]' loop low := low - 1; end loop;
      ending := ending + length(coalesce(substring(substr(clean, ending + 1) from '^(?:(?:丁目|番地|番|号室|号棟|号|室|の)*[-－‐–—−ー]?[0-9０-９]+)*(?:丁目|番地|番|号室|号棟|号|室)*'), ''));
      clean := left(clean, low - 1) || '［非公開の連絡先］' || substr(clean, ending + 1);
    end loop;
  end loop;
  -- What comes together only where something was taken out.
  return case when holds(clean, forms) then '［非公開の連絡先］' else clean end;
end $$;

create function household_forms(home uuid) returns text[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(form order by length(form) desc, form), '{}') from (
    select distinct form from contact_detail, unnest(contact_forms(kind, value)) form where household_id = home) known
$$;

create function is_shielded(home uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from address_shield where household_id = home and until is null)
$$;

-- Writers of texts share this lock and whoever changes what is shielded has it alone: neither overtakes the other.
create function hold_texts(home uuid, alone boolean) returns void language plpgsql volatile set search_path = public as $$
begin
  if alone then perform pg_advisory_xact_lock(20230914, hashtext(home::text));
  else perform pg_advisory_xact_lock_shared(20230914, hashtext(home::text));
  end if;
end $$;

-- Every text that belongs to a case or a household, as its table and columns.
create function texts_of_cases() returns table (name text, columns text[]) language sql stable security definer set search_path = public as $$
  select relation.relname::text, array_agg(attribute.attname::text order by attribute.attnum)
    from pg_class relation join pg_attribute attribute on attribute.attrelid = relation.oid
   where relation.relnamespace = 'public'::regnamespace and relation.relkind = 'r' and relation.relname not in ('trail', 'contact_detail')
     and attribute.attnum > 0 and not attribute.attisdropped and attribute.atttypid = 'text'::regtype
     and exists (select from pg_attribute names where names.attrelid = relation.oid and names.attname in ('case_id', 'household_id'))
   group by relation.relname
$$;

-- Rows that only those read who read SAFETY. The words of a task or an issue of SAFETY, and reasons, are read with its headline.
create function is_for_safety(about text, row_of jsonb) returns boolean language sql immutable set search_path = public as $$
  select row_of ->> 'category' = 'SAFETY' and (about in ('record', 'statement', 'other_party') or (about = 'note' and row_of ->> 'kind' = 'RESULT'))
$$;

create function household_of(row_of jsonb) returns uuid language sql stable security definer set search_path = public as $$
  select coalesce((row_of ->> 'household_id')::uuid, (select household_id from support_case where id = (row_of ->> 'case_id')::uuid))
$$;

-- Takes what reaches the household out of all its other texts; brings back which. Closed sessions and cases are no exception.
create function mask_texts(home uuid) returns text[] language plpgsql volatile security definer set search_path = public as $$
declare
  forms text[] := household_forms(home); named record; found record; field text; done text[] := '{}'; which text;
begin
  if cardinality(forms) = 0 then return done; end if;
  for named in select * from texts_of_cases() loop
    select string_agg(format('%I = %s', attname, case attname when 'household_id' then '$1' else 'any (array(select id from support_case where household_id = $1))' end), ' or ')
      into which from pg_attribute where attrelid = named.name::regclass and attname in ('case_id', 'household_id');
    for found in execute format('select id, to_jsonb(it) as row_of from %I it where %s', named.name, which) using home loop
      continue when is_for_safety(named.name, found.row_of);
      foreach field in array named.columns loop
        if holds(found.row_of ->> field, forms) then
          execute format('update %I set %I = $1, version = version + 1 where id = $2', named.name, field)
            using masked(found.row_of ->> field, forms), found.id;
          done := done || format('%s:%s:%s', named.name, found.id, field);
        end if;
      end loop;
    end loop;
  end loop;
  return done;
end $$;

-- Whether a change of a row only takes out what reaches the household: that much may be done to what is otherwise closed.
create function only_masks(before jsonb, after jsonb) returns boolean language sql stable security definer set search_path = public as $$
  with forms as (select household_forms(household_of(before)) as known)
  select before - 'version' <> after - 'version' and bool_and(
    value is not distinct from after ->> key or key = 'version' or (holds(value, known) and after ->> key = masked(value, known)))
    from forms, jsonb_each_text(before)
$$;

create or replace function closed_session_is_frozen() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from conference_session where (id = new.session_id or (tg_op = 'UPDATE' and id = old.session_id)) and status in ('CLOSED', 'CANCELLED'))
     and not (tg_op = 'UPDATE' and only_masks(to_jsonb(old), to_jsonb(new))) then
    raise exception using errcode = 'check_violation', message = 'the session is closed', constraint = 'closed_session_is_frozen';
  end if;
  return new;
end $$;

create or replace function ended_session_is_frozen() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not only_masks(to_jsonb(old), to_jsonb(new)) then
    raise exception using errcode = 'check_violation', message = 'the session is closed', constraint = 'closed_session_is_frozen';
  end if;
  return new;
end $$;

-- Says which column, never what stood in it.
create function shielded_words_stay_out() returns trigger language plpgsql security definer set search_path = public as $$
declare
  row_of jsonb := to_jsonb(new); home uuid := household_of(row_of); forms text[]; field text;
begin
  if home is null or is_for_safety(tg_table_name, row_of) then return new; end if;
  perform hold_texts(home, false);
  if not (is_shielded(home) or tg_table_name = 'address_shield') then return new; end if;
  forms := household_forms(home);
  foreach field in array tg_argv loop
    continue when tg_op = 'UPDATE' and to_jsonb(old) ->> field is not distinct from row_of ->> field and to_jsonb(old) -> 'category' = row_of -> 'category';
    if holds(row_of ->> field, forms) then
      raise exception using errcode = 'check_violation', message = 'words that are shielded', constraint = 'shielded_words_stay_out',
        table = tg_table_name, column = field;
    end if;
  end loop;
  return new;
end $$;

-- Sets the guard on every table that needs it: a migration that adds one calls this again.
create function guard_texts() returns void language plpgsql volatile set search_path = public as $$
declare
  named record;
begin
  for named in select * from texts_of_cases() loop
    execute format('create or replace trigger words before insert or update on %I for each row execute function shielded_words_stay_out(%s)',
      named.name, (select string_agg(quote_literal(field), ', ') from unnest(named.columns) field));
  end loop;
end $$;
select guard_texts();

create function contact_detail_is_sound() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'UPDATE' and (new.value, new.kind, new.member_id, new.household_id, new.since) is distinct from (old.value, old.kind, old.member_id, old.household_id, old.since) then
    raise exception using errcode = 'check_violation', message = 'a contact detail is never edited', constraint = 'contact_detail_is_never_edited';
  end if;
  if cardinality(contact_forms(new.kind, new.value)) = 0 then
    raise exception using errcode = 'check_violation', message = 'a contact detail cannot be recognised', constraint = 'contact_detail_is_recognised';
  end if;
  if new.until < new.since then
    raise exception using errcode = 'check_violation', message = 'a contact detail ends before it begins', constraint = 'contact_detail_ends_after_it_begins';
  end if;
  perform hold_texts(new.household_id, is_shielded(new.household_id));
  if coalesce(new.category, '') not in ('SAFETY', 'IDENTITY') or (new.category <> 'SAFETY' and is_shielded(new.household_id)) then
    raise exception using errcode = 'check_violation', message = 'a contact detail under the shield is of SAFETY', constraint = 'shielded_contact_is_safety';
  end if;
  return new;
end $$;
create trigger sound before insert or update on contact_detail for each row execute function contact_detail_is_sound();

-- A new address under a live shield is taken out of what was written before it was known here.
create function new_contact_is_shielded() returns trigger language plpgsql security definer set search_path = public as $$
declare
  done text[];
begin
  if is_shielded(new.household_id) then
    done := mask_texts(new.household_id);
    update address_shield set masked = masked || done, masked_texts = masked_texts + cardinality(done), version = version + 1
     where household_id = new.household_id and until is null and cardinality(done) > 0;
  end if;
  return null;
end $$;
create trigger shielded after insert on contact_detail for each row execute function new_contact_is_shielded();

create function shield_covers() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform hold_texts(new.household_id, true);
  update contact_detail set category = 'SAFETY', version = version + 1 where household_id = new.household_id and category <> 'SAFETY';
  new.masked := mask_texts(new.household_id);
  new.masked_texts := cardinality(new.masked);
  return new;
end $$;
create trigger covers before insert on address_shield for each row execute function shield_covers();

-- A shield changes in one way: somebody asks for its end, and somebody else ends it.
create function shield_needs_two() returns trigger language plpgsql security definer set search_path = public as $$
declare
  untouched text[] := array['case_id', 'version', 'masked', 'masked_texts', 'authority', 'end_asked_by_id', 'end_reason_id', 'ended_by_id', 'until'];
begin
  if to_jsonb(old) - untouched <> to_jsonb(new) - untouched or old.until is not null
     or (new.authority is distinct from old.authority and not only_masks(jsonb_build_object('household_id', old.household_id, 'authority', old.authority), jsonb_build_object('household_id', old.household_id, 'authority', new.authority)))
     or (new.end_asked_by_id is distinct from old.end_asked_by_id and new.end_asked_by_id is distinct from acting_staff() and new.end_asked_by_id is not null)
     or (new.until is not null and (old.end_asked_by_id is null or new.end_asked_by_id is distinct from old.end_asked_by_id
          or new.ended_by_id is null or new.ended_by_id = old.end_asked_by_id or new.ended_by_id is distinct from acting_staff())) then
    raise exception using errcode = 'check_violation', message = 'a shield is never lifted by one person', constraint = 'shield_needs_two';
  end if;
  return new;
end $$;
create trigger two before update on address_shield for each row execute function shield_needs_two();

-- What still reaches the household is ordinary again. What they left under the shield stays of SAFETY.
create function shield_is_lifted() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update contact_detail set category = 'IDENTITY', version = version + 1 where household_id = new.household_id and category = 'SAFETY' and until is null;
  return null;
end $$;
create trigger lifted after update on address_shield for each row when (old.until is null and new.until is not null) execute function shield_is_lifted();

-- A household that comes back keeps its shield: whoever works on the new case answers for it.
create function shield_goes_along() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update address_shield set case_id = new.id, version = version + 1 where household_id = new.household_id and until is null;
  update other_party set case_id = new.id, version = version + 1 where household_id = new.household_id and until is null;
  update conflict_of_interest set case_id = new.id, version = version + 1 where household_id = new.household_id;
  return null;
end $$;
create trigger shield_goes_along after insert on support_case for each row execute function shield_goes_along();

-- The other party, and those connected with them.

create function plain_kana(kana text) returns text language sql immutable set search_path = public as $$
  select regexp_replace(translate(normalize(kana, NFKC), 'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ',
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ'), '[[:space:]・]', '', 'g')
$$;

-- Since when somebody is known to be connected with the other party of a household; NULL when nobody has said so.
create function connected_since(home uuid, person uuid) returns timestamptz language sql stable security definer set search_path = public as $$
  select max(party.since) from other_party party join staff on staff.id = person
   where party.household_id = home and party.until is null and (
     party.staff_id = person or plain_kana(party.kana) = plain_kana(staff.kana)
     or exists (select from posting where posting.staff_id = person and party.agency_id in (posting.agency_id, posting.home_agency_id)
                   and posting.since <= tsunagi_today() and (posting.until is null or posting.until >= tsunagi_today())))
$$;

create function has_open_conflict(home uuid, person uuid) returns boolean language sql stable security definer set search_path = public as $$
  select coalesce(connected_since(home, person) > coalesce(
    (select max(waived_at) from conflict_of_interest where household_id = home and staff_id = person), '-infinity'), false)
$$;

-- The other parties of shielded households of the same municipality who are read and born like this person.
create function other_parties_like(reading text, born date, lead uuid) returns table (id uuid, case_id uuid, key_person_id uuid)
language sql stable security definer set search_path = public as $$
  select party.id, party.case_id, term.staff_id from other_party party
    join support_case on support_case.id = party.case_id
    join key_person_term term on term.case_id = party.case_id and term.until is null
   where party.until is null and party.born_on = born and plain_kana(party.kana) = plain_kana(reading) and is_shielded(party.household_id)
     and municipality_of(support_case.lead_agency_id) = municipality_of(lead)
   order by party.id
$$;

-- What somebody does on their own account is not held up: the key person was told when the connection was noticed.
create function other_party_conflict() returns trigger language plpgsql security definer set search_path = public as $$
declare
  person uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if person is null or person = acting_staff() or (tg_op = 'UPDATE' and (to_jsonb(old) ->> tg_argv[0])::uuid is not distinct from person) then return new; end if;
  if has_open_conflict(household_of(to_jsonb(new)), person) then
    raise exception using errcode = 'check_violation', message = 'somebody may be connected with the other party', constraint = 'other_party_conflict';
  end if;
  return new;
end $$;
create trigger unconnected before insert on seat for each row execute function other_party_conflict('staff_id');
create trigger unconnected before insert on invitation for each row execute function other_party_conflict('staff_id');
create trigger unconnected before insert on key_person_handover for each row execute function other_party_conflict('staff_id');
create trigger unconnected before insert or update of staff_id on task for each row execute function other_party_conflict('staff_id');
create trigger unconnected before insert on consent for each row execute function other_party_conflict('witness_staff_id');

do $$
declare scoped text; routine text;
begin
  foreach scoped in array array['contact_detail', 'address_shield', 'other_party', 'conflict_of_interest'] loop
    execute format('alter table %I enable row level security', scoped);
    execute format('create policy reach on %I to tsunagi_app using (household_id = any ((select reachable_households())::uuid[]))', scoped);
    execute format('grant select, insert, update on %I to tsunagi_app', scoped);
  end loop;
  for routine in select oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f' loop
    execute 'revoke all on function ' || routine || ' from public';
    execute 'grant execute on function ' || routine || ' to tsunagi_app';
  end loop;
  -- What would tell or change more than the person who acts may see or do runs behind the triggers only.
  foreach routine in array array['mask_texts(uuid)', 'household_forms(uuid)', 'guard_texts()', 'only_masks(jsonb, jsonb)'] loop
    execute 'revoke all on function ' || routine || ' from tsunagi_app';
  end loop;
end $$;
