-- The board of a case, for a caseworker who is key person of one case
select (coalesce((select json_agg("$r")
  from (select t1.id as "id", t1.number as "number", t1.headline as "headline", (select row_to_json("$r")
  from (select t2.staff_id as "staff@0", t2.agency_id as "agency@1"
  from key_person_term t2
  where t2.case_id = t1.id
  and (t2.until is null)
  and ((t2.category = 'COORDINATION')) is true
  limit 1) "$r") as "keyPerson", coalesce((select json_agg("$r")
  from (select t3.profession as "profession", t3.staff_id as "staff@0", t3.agency_id as "agency@1"
  from seat t3
  where t3.case_id = t1.id
  and (t3.until is null)
  and ((t3.category = 'COORDINATION')) is true
  order by t3.since, t3.id
  limit 500) "$r"), '[]') as "seats", coalesce((select json_agg("$r")
  from (select t4.id as "id", t4.what as "what", t4.status as "status", t4.due_on as "dueOn", t4.staff_id as "staff@0", t4.agency_id as "agency@1", case when (t4.category = any ('{SAFETY,HEALTH,IDENTITY}'::text[])) then json_build_object('$at', 0, 'id', t4.id, 'category', t4.category, 'caseId', t4.case_id) end as "$seen"
  from task t4
  where t4.case_id = t1.id
  and ((t4.category = any ('{COORDINATION,LIFE,HEALTH,EMPLOYMENT,EDUCATION,CHILD,INCOME,HOUSING,FAMILY,SAFETY,IDENTITY,CONSULTATION}'::text[]))) is true
  order by t4.due_on, t4.id
  limit 500) "$r"), '[]') as "tasks", case when (t1.category = any ('{SAFETY,HEALTH,IDENTITY}'::text[])) then json_build_object('$at', 1, 'id', t1.id, 'category', t1.category) end as "$seen"
  from support_case t1
  where (t1.id = $1::uuid)
  and ((t1.id = any ($2::uuid[]))) is true
  limit 1) "$r"), '[]'))::text as json, tsunagi_now() as at;
--   Index Scan support_case by support_case_pkey
--   Index Scan standing by standing_by_mark
--   Index Scan key_person_term by one_key_person_at_a_time
--   Index Scan seat by one_live_seat_per_person
--   Index Scan task by task_by_case

-- My unfinished tasks, for a caseworker who is key person of one case
select (coalesce((select json_agg("$r")
  from (select t1.id as "id", t1.what as "what", t1.status as "status", t1.due_on as "dueOn", t1.version as "version", (select row_to_json("$r")
  from (select t2.number as "number", t2.headline as "headline", case when (t2.category = any ('{SAFETY,HEALTH,IDENTITY}'::text[])) then json_build_object('$at', 0, 'id', t2.id, 'category', t2.category) end as "$seen"
  from support_case t2
  where t2.id = t1.case_id
  and true) "$r") as "case", t1.agency_id as "agency@0", case when (t1.category = any ('{SAFETY,HEALTH,IDENTITY}'::text[])) then json_build_object('$at', 1, 'id', t1.id, 'category', t1.category, 'caseId', t1.case_id) end as "$seen"
  from task t1
  where (t1.staff_id = $1::uuid
  and t1.is_open = true)
  and ((t1.case_id = any ($2::uuid[])
  and t1.category = any ('{COORDINATION,LIFE,HEALTH,EMPLOYMENT,EDUCATION,CHILD,INCOME,HOUSING,FAMILY,SAFETY,IDENTITY,CONSULTATION}'::text[]))) is true
  order by t1.due_on, t1.id
  limit 50) "$r"), '[]'))::text as json, tsunagi_now() as at;
--   Index Scan task by task_by_staff
--   Index Scan standing by standing_by_mark
--   Index Scan support_case by support_case_pkey

-- My cases by their next deadline, for a caseworker who is key person of one case
select (coalesce((select json_agg("$r")
  from (select t1.id as "id", t1.number as "number", t1.headline as "headline", t1.status as "status", (select row_to_json("$r")
  from (select t3.staff_id as "staff@0"
  from key_person_term t3
  where t3.case_id = t1.id
  and (t3.until is null)
  and ((t3.category = 'COORDINATION')) is true
  limit 1) "$r") as "keyPerson", row_to_json(t2_all) as "taskTally", case when (t1.category = any ('{SAFETY,HEALTH,IDENTITY}'::text[])) then json_build_object('$at', 0, 'id', t1.id, 'category', t1.category) end as "$seen"
  from support_case t1 cross join lateral (select count(*) as "open", count(*) filter (where t2.due_on < (select tsunagi_today())) as "overdue", min(t2.due_on) as "nextDueOn"
  from task t2
  where t2.case_id = t1.id
  and (t2.is_open = true)
  and ((t2.category = any ('{COORDINATION,LIFE,HEALTH,EMPLOYMENT,EDUCATION,CHILD,INCOME,HOUSING,FAMILY,SAFETY,IDENTITY,CONSULTATION}'::text[]))) is true) t2_all
  where ((t1.id = any ($1::uuid[])))
  order by t2_all."nextDueOn", t1.id
  limit 50) "$r"), '[]'))::text as json, tsunagi_now() as at;
--   Bitmap Heap Scan support_case
--   Bitmap Index Scan support_case_pkey
--   Index Scan standing by standing_by_mark
--   Index Only Scan task by task_open_by_case
--   Index Scan key_person_term by one_key_person_at_a_time
