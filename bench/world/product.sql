-- The world of the bench, in the product's own tables: deterministic but for the day on which it is loaded. `:cases` and `:staff` are put in
-- by the loader, which also switches row triggers off while this runs: what is made here is consistent by construction.
create schema bench;
create function bench.h(seed int, x int) returns int language sql immutable parallel safe
  as $$ select (hashint8(x::bigint * 1000003 + seed) & 2147483647)::int $$;
create function bench.uid(kind int, n int) returns uuid language sql immutable parallel safe
  as $$ select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
-- The k-th member of case c. 251 is 1 modulo 5, so the members of a case cover all five professions.
create function bench.member(c int, k int) returns int language sql immutable parallel safe
  as $$ select 1 + (c * 7 + k * 251) % :staff $$;
create function bench.agency_of(staff int) returns uuid language sql immutable parallel safe
  as $$ select bench.uid(1, 1 + bench.h(1, staff) % 100) $$;
create function bench.profession(staff int) returns text language sql immutable parallel safe
  as $$ select (array['CASEWORKER', 'PUBLIC_HEALTH_NURSE', 'HELLO_WORK_NAVIGATOR', 'CONSULTATION_SUPPORT_WORKER', 'SINGLE_PARENT_SUPPORT_WORKER'])[1 + staff % 5] $$;

insert into agency (id, parent_id, name, kind, opened_on, version)
select bench.uid(1, i), case when i > 1 then bench.uid(1, 1) end, '第' || i || '関係機関', case when i = 1 then 'MUNICIPALITY' else 'DEPARTMENT' end, date '2000-04-01', 1
  from generate_series(1, 100) i;
insert into staff (id, name, kana, version)
select bench.uid(2, i), '担当者 ' || lpad(i::text, 5, '0'), 'タントウシャ', 1 from generate_series(1, :staff) i;
insert into posting (id, staff_id, agency_id, home_agency_id, profession, since, version)
select bench.uid(3, i), bench.uid(2, i), bench.agency_of(i), bench.agency_of(i), bench.profession(i), date '2020-04-01', 1 from generate_series(1, :staff) i;

insert into household (id, version) select bench.uid(4, i), 1 from generate_series(1, :cases) i;
insert into household_member (id, household_id, category, relation, name, kana, born_on, version)
select bench.uid(5, i), bench.uid(4, i), 'IDENTITY', 'SUBJECT', '利用者 ' || lpad(i::text, 6, '0'), 'リヨウシャ', date '1950-01-01' + bench.h(2, i) % 20000, 1
  from generate_series(1, :cases) i;
insert into support_case (id, number, household_id, category, headline, lead_agency_id, status, opened_at, version)
select bench.uid(6, i), '2026-' || lpad(i::text, 6, '0'), bench.uid(4, i), 'COORDINATION', '支援ケース ' || lpad(i::text, 6, '0'),
       bench.agency_of(bench.member(i, 0)), 'OPEN', now() - interval '200 days', 1
  from generate_series(1, :cases) i;
select setval('support_case_number', :cases);

-- Seven, eight or nine members of each case; their agencies know everything of it, as departments of one municipality.
insert into seat (id, case_id, category, staff_id, agency_id, profession, since, version)
select bench.uid(7, c * 16 + k), bench.uid(6, c), 'COORDINATION', bench.uid(2, s), bench.agency_of(s), bench.profession(s), now() - interval '200 days', 1
  from generate_series(1, :cases) c, generate_series(0, 6 + c % 3) k, lateral (select bench.member(c, k) s) m;
insert into basis (id, case_id, category, kind, provision, agency_id, categories, purpose, told, staff_id, since, version)
select bench.uid(9, row_number() over (order by case_id, agency_id)::int), case_id, 'COORDINATION', 'INTERNAL_USE', 'PERMIT', agency_id,
       '{LIFE,HEALTH,EMPLOYMENT,EDUCATION,CHILD,INCOME,HOUSING,FAMILY,IDENTITY,CONSULTATION}', 'SUPPORT_PLAN', 'NOT_NEEDED', (array_agg(staff_id order by id))[1], min(since), 1
  from seat group by case_id, agency_id;
-- Never one of the public health nurses: as key person they would read more than their profession needs.
insert into key_person_term (id, case_id, category, seat_id, staff_id, agency_id, since, version)
select bench.uid(8, c), bench.uid(6, c), 'COORDINATION', bench.uid(7, c * 16 + k), bench.uid(2, s), bench.agency_of(s), now() - interval '200 days', 1
  from generate_series(1, :cases) c, lateral (select bench.h(13, c) % 7 any_of) x,
       lateral (select case when bench.member(c, any_of) % 5 = 1 then (any_of + 1) % 7 else any_of end k) y, lateral (select bench.member(c, k) s) m;

-- What is known: a record of health and one of employment, which not everyone on the case may read.
insert into record (id, case_id, category, kind, happened_on, body, staff_id, agency_id, written_at, version)
select bench.uid(10, c * 2 + n), bench.uid(6, c), (array['HEALTH', 'EMPLOYMENT'])[n + 1], 'NOTE', current_date - 30 - n,
       (array['通院と服薬の状況。', '求職活動の経過。'])[n + 1] || repeat((array['血圧と睡眠の記録を確認した。', '面接と職業訓練を相談した。'])[n + 1], 2 + bench.h(4 + n, c) % 5),
       bench.uid(2, bench.member(c, n)), bench.agency_of(bench.member(c, n)), now() - interval '30 days', 1
  from generate_series(1, :cases) c, generate_series(0, 1) n;

-- Two, three or four sessions of each case, each with one or two decisions.
insert into conference (id, case_id, category, agency_id, started_at, version)
select bench.uid(11, c), bench.uid(6, c), 'COORDINATION', bench.agency_of(bench.member(c, 0)), now() - interval '190 days', 1 from generate_series(1, :cases) c;
insert into conference_session (id, case_id, category, conference_id, number, reason, place, starts_at, ends_at, status, staff_id, agency_id, opened_at, closed_at, kind, kind_id, covers, version)
select bench.uid(12, c * 4 + k), bench.uid(6, c), 'COORDINATION', bench.uid(11, c), 4 - k, '定例', '市役所', starts_at, starts_at + interval '1 hour', 'CLOSED',
       bench.uid(2, bench.member(c, bench.h(13, c) % 7)), bench.agency_of(bench.member(c, bench.h(13, c) % 7)), starts_at, starts_at + interval '1 hour', kind.code, kind.id, '{}', 1
  from generate_series(1, :cases) c, generate_series(0, 1 + c % 3) k, meeting_kind kind,
       lateral (select date_trunc('day', now()) - make_interval(days => 40 * k + 1 + bench.h(11, c) % 30, mins => 15 * (bench.h(12, c * 4 + k) % 24)) starts_at) held
 where kind.code = 'CASE_CONFERENCE' and kind.until is null;
insert into agenda_item (id, case_id, category, session_id, agency_id, kind, what, outcome, added_at, taken_on_at, settled_at, purpose, version)
select bench.uid(13, c * 4 + k), bench.uid(6, c), 'COORDINATION', bench.uid(12, c * 4 + k), bench.agency_of(bench.member(c, 0)), 'QUESTION', '今後の支援', 'DECIDED',
       now() - interval '150 days', now() - interval '150 days', now() - interval '150 days', 'OTHER', 1
  from generate_series(1, :cases) c, generate_series(0, 1 + c % 3) k;
insert into decision (id, case_id, category, session_id, item_id, what, owner_kind, staff_id, agency_id, due_on, task_id, decided_at, version)
select bench.uid(14, c * 8 + k * 2 + n), bench.uid(6, c), 'COORDINATION', bench.uid(12, c * 4 + k), bench.uid(13, c * 4 + k),
       '決定事項。' || repeat('次回までに関係機関が対応する。', 1 + bench.h(14, c * 8 + k * 2 + n) % 4), 'STAFF', bench.uid(2, s), bench.agency_of(s),
       current_date + 30, bench.uid(15, (k * 2 + n) * :cases + c), now() - interval '150 days', 1
  from generate_series(1, :cases) c, generate_series(0, 1 + c % 3) k, generate_series(0, bench.h(15, c * 4 + k) % 2) n,
       lateral (select bench.member(c, bench.h(19, (k * 2 + n) * :cases + c) % 7) s) m;

-- Ten tasks of each case, not beside each other in the table. Their owner is always a member. Half of them wait, a tenth is under way.
insert into note (id, case_id, category, kind, body, version)
select bench.uid(16, i), bench.uid(6, 1 + (i - 1) % :cases), 'COORDINATION', 'RESULT', '終わった', 1
  from generate_series(1, 10 * :cases) i where bench.h(18, i) % 10 < 4;
insert into task (id, case_id, category, what, owner_kind, staff_id, agency_id, due_on, status, decision_id, offered_by_id, offered_at, answered_at, finished_at, result_id, version)
select bench.uid(15, i), bench.uid(6, c), 'COORDINATION', '対応 ' || i || ' ' || (array['家庭訪問', '書類提出', '受診同行', '求職相談', '電話連絡'])[1 + bench.h(16, i) % 5],
       'STAFF', bench.uid(2, o), bench.agency_of(o), current_date - 40 + bench.h(17, i) % 160, status, decision.id, bench.uid(2, bench.member(c, 0)),
       now() - interval '100 days', now() - interval '99 days', case when status = 'DONE' then now() - interval '50 days' end,
       case when status = 'DONE' then bench.uid(16, i) end, 1
  from generate_series(1, 10 * :cases) i cross join lateral (select 1 + (i - 1) % :cases c) x cross join lateral (select bench.member(c, bench.h(19, i) % 7) o) y
  cross join lateral (select case when bench.h(18, i) % 10 < 4 then 'DONE' when bench.h(18, i) % 10 < 9 then 'ACCEPTED' else 'IN_PROGRESS' end status) z
  left join decision on decision.task_id = bench.uid(15, i);
