-- The board of a case, for a caseworker who is key person of one case
select coalesce((select json_agg("$r")
  from (select t1.id as "id", t1.number as "number", t1.headline as "headline", (select row_to_json("$r")
  from (select (select row_to_json("$r")
  from (select t3.name as "name"
  from staff t3
  where t3.id = t2.staff_id
  and true
  limit 1 offset 0) "$r") as "staff", (select row_to_json("$r")
  from (select t4.name as "name"
  from agency t4
  where t4.id = t2.agency_id
  and true
  limit 1 offset 0) "$r") as "agency"
  from key_person_term t2
  where t2.case_id = t1.id
  and (t2.until is null)
  and ((t2.case_id = any ($2::uuid[])
  and t2.category = $4::text)
  or (t2.case_id = any ($3::uuid[])
  and t2.category = $5::text))
  limit 1 offset 0) "$r") as "keyPerson", coalesce((select json_agg("$r")
  from (select t5.profession as "profession", (select row_to_json("$r")
  from (select t6.name as "name"
  from staff t6
  where t6.id = t5.staff_id
  and true
  limit 1 offset 0) "$r") as "staff", (select row_to_json("$r")
  from (select t7.name as "name"
  from agency t7
  where t7.id = t5.agency_id
  and true
  limit 1 offset 0) "$r") as "agency"
  from seat t5
  where t5.case_id = t1.id
  and (t5.until is null)
  and ((t5.case_id = any ($2::uuid[])
  and t5.category = $6::text)
  or (t5.case_id = any ($3::uuid[])
  and t5.category = $7::text))
  order by t5.since, t5.id
  limit 500 offset 0) "$r"), '[]') as "seats", coalesce((select json_agg("$r")
  from (select t8.id as "id", t8.what as "what", t8.status as "status", t8.due_on as "dueOn", (select row_to_json("$r")
  from (select t9.name as "name"
  from staff t9
  where t9.id = t8.staff_id
  and true
  limit 1 offset 0) "$r") as "staff", (select row_to_json("$r")
  from (select t10.name as "name"
  from agency t10
  where t10.id = t8.agency_id
  and true
  limit 1 offset 0) "$r") as "agency"
  from task t8
  where t8.case_id = t1.id
  and ((t8.case_id = any ($2::uuid[])
  and t8.category = any ($8::text[]))
  or (t8.case_id = any ($3::uuid[])
  and t8.category = any ($9::text[])))
  order by t8.due_on, t8.id
  limit 500 offset 0) "$r"), '[]') as "tasks"
  from support_case t1
  where (t1.id = $1::uuid)
  and ((t1.id = any ($2::uuid[]))
  or (t1.id = any ($3::uuid[])))
  limit 1 offset 0) "$r"), '[]') as json;

-- My unfinished tasks, for a caseworker who is key person of one case
select coalesce((select json_agg("$r")
  from (select t1.id as "id", t1.what as "what", t1.status as "status", t1.due_on as "dueOn", t1.version as "version", (select row_to_json("$r")
  from (select t2.number as "number", t2.headline as "headline"
  from support_case t2
  where t2.id = t1.case_id
  and ((t2.id = any ($3::uuid[]))
  or (t2.id = any ($5::uuid[])))
  limit 1 offset 0) "$r") as "case", (select row_to_json("$r")
  from (select t3.name as "name"
  from agency t3
  where t3.id = t1.agency_id
  and true
  limit 1 offset 0) "$r") as "agency"
  from task t1
  where (t1.staff_id = $1::uuid
  and t1.status = any ($2::text[]))
  and ((t1.case_id = any ($3::uuid[])
  and t1.category = any ($4::text[]))
  or (t1.case_id = any ($5::uuid[])
  and t1.category = any ($6::text[])))
  order by t1.due_on, t1.id
  limit 50 offset 0) "$r"), '[]') as json;
