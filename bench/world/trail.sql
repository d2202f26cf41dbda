-- What the trail says of the world: an entry for each case and each task, sealed by the product's own function.
do $$
declare
  batch jsonb;
begin
  for batch in
    select jsonb_agg(jsonb_build_object('at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'kind', kind, 'via', 'benchWorld', 'actor', actor, 'commandId', id,
             'print', '00000000', 'ordinal', 0, 'caseId', case_id, 'seriesId', null, 'sessionId', null, 'category', 'COORDINATION', 'confinedTo', null, 'type', type, 'id', id,
             'to', '[]'::jsonb, 'state', state, 'data', '{}'::jsonb) order by at, id)
      from (select *, (row_number() over (order by at, id) - 1) / 1000 as part from (
        select opened_at as at, 'case.opened' as kind, 'SupportCase' as type, id, id as case_id, term.staff_id as actor,
               jsonb_build_object('leadAgencyId', lead_agency_id, 'status', status) as state
          from support_case join (select case_id, staff_id from key_person_term) term on term.case_id = support_case.id
        union all
        select offered_at, 'task.offered', 'Task', id, case_id, offered_by_id,
               jsonb_build_object('ownerKind', owner_kind, 'staffId', staff_id, 'agencyId', agency_id, 'dueOn', due_on, 'status', 'OFFERED')
          from task) happened) numbered
     group by part order by part
  loop
    perform append_trail(batch);
  end loop;
end $$;
