-- Support plans: drafted, put to a meeting, approved or returned, reviewed, and evaluated at the end; and what comes first on a case.

create table support_plan (
  id          uuid primary key,
  case_id     uuid not null references support_case,
  category    text not null,
  kind        text not null check (kind in ('SELF_RELIANCE_PLAN', 'EMPLOYMENT_SUPPORT_PLAN', 'SINGLE_PARENT_PROGRAMME')),
  goal        text not null check (btrim(goal) <> ''),
  starts_on   date not null,
  ends_on     date not null,
  review_on   date not null,
  status      text not null check (status in ('DRAFT', 'PROPOSED', 'RETURNED', 'APPROVED', 'AMENDED', 'EVALUATED', 'WITHDRAWN')),
  -- Who answers for the plan, for which agency.
  staff_id    uuid not null references staff,
  agency_id   uuid not null references agency,
  -- The plan that it takes the place of once it is approved.
  amends_id   uuid references support_plan,
  -- The item under which it was put to a meeting last.
  item_id     uuid references agenda_item,
  drafted_at  timestamptz not null,
  approved_at timestamptz,
  ended_at    timestamptz,
  evaluation  text check (evaluation in ('ACHIEVED', 'PARTLY_ACHIEVED', 'NOT_ACHIEVED', 'INTERRUPTED')),
  reason_id   uuid references note,
  version     int not null,
  constraint plan_runs_forward check (ends_on > starts_on),
  constraint plan_is_reviewed_while_it_runs check (review_on between starts_on and ends_on),
  constraint plan_put_to_a_meeting_names_its_item check (status <> 'PROPOSED' or item_id is not null),
  constraint plan_evaluated_says_how check ((status = 'EVALUATED') = (evaluation is not null))
);
create index support_plan_by_case on support_plan (case_id, drafted_at desc);
create index support_plan_by_review on support_plan (staff_id, review_on) where status = 'APPROVED';
create unique index one_plan_of_a_kind on support_plan (case_id, kind) where status = 'APPROVED';
create unique index one_amendment_at_a_time on support_plan (amends_id) where status in ('DRAFT', 'PROPOSED', 'RETURNED');

-- What is to be done, by whom and by when; a task once the plan is approved. Aftercare follows the end of the plan.
create table plan_step (
  id         uuid primary key,
  case_id    uuid not null references support_case,
  category   text not null,
  plan_id    uuid not null references support_plan,
  kind       text not null check (kind in ('STEP', 'AFTERCARE')),
  position   int not null check (position > 0),
  what       text not null check (btrim(what) <> ''),
  owner_kind text not null check (owner_kind in ('STAFF', 'AGENCY', 'CLIENT')),
  staff_id   uuid references staff,
  agency_id  uuid not null references agency,
  due_on     date not null,
  -- A draft's step that was taken back; a step of an approved plan ends with its task.
  dropped_at timestamptz,
  task_id    uuid unique references task,
  version    int not null,
  constraint step_names_who check ((owner_kind = 'STAFF') = (staff_id is not null))
);
create index plan_step_by_plan on plan_step (plan_id, position);
create index plan_step_by_case on plan_step (case_id);

-- How it went up to a day (見直し).
create table plan_review (
  id          uuid primary key,
  case_id     uuid not null references support_case,
  category    text not null,
  plan_id     uuid not null references support_plan,
  staff_id    uuid not null references staff,
  agency_id   uuid not null references agency,
  was_due_on  date not null,
  reviewed_at timestamptz not null,
  next_on     date not null,
  findings    text not null check (btrim(findings) <> ''),
  version     int not null
);
create index plan_review_by_plan on plan_review (plan_id, reviewed_at);
create index plan_review_by_case on plan_review (case_id);

-- What comes first on a case, and because of what (武蔵野市: 訪問時の生活の乱れから、就業より生活支援). One at any instant; everyone on the case knows it.
create table priority_term (
  id        uuid primary key,
  case_id   uuid not null references support_case,
  category  text not null check (category = 'COORDINATION'),
  priority  text not null check (priority in ('DAILY_LIFE', 'EMPLOYMENT', 'CHILD', 'HEALTH', 'HOUSING', 'SAFETY')),
  staff_id  uuid not null references staff,
  agency_id uuid not null references agency,
  -- The record of another agency that led to it, and the item under which a meeting agreed.
  record_id uuid references record,
  item_id   uuid references agenda_item,
  reason_id uuid not null references note,
  since     timestamptz not null,
  until     timestamptz check (until >= since),
  version   int not null
);
create unique index one_priority_at_a_time on priority_term (case_id) where until is null;
create index priority_term_by_case on priority_term (case_id, since);

-- A plan that was approved, and what was found of it, stays as it was agreed; only its course goes on.
create function approved_plan_is_frozen() returns trigger language plpgsql security definer set search_path = public as $$
declare
  agreed text[] := array['status', 'review_on', 'ended_at', 'evaluation', 'reason_id', 'version'];
begin
  if to_jsonb(new) - agreed <> to_jsonb(old) - agreed and not only_masks(to_jsonb(old), to_jsonb(new)) then
    raise exception using errcode = 'check_violation', message = 'the plan is approved', constraint = 'approved_plan_is_frozen';
  end if;
  return new;
end $$;
create trigger frozen before update on support_plan for each row when (old.status in ('APPROVED', 'AMENDED', 'EVALUATED', 'WITHDRAWN'))
  execute function approved_plan_is_frozen();

create function found_is_found() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not only_masks(to_jsonb(old), to_jsonb(new)) then
    raise exception using errcode = 'check_violation', message = 'a review is never edited', constraint = 'approved_plan_is_frozen';
  end if;
  return new;
end $$;
create trigger frozen before update on plan_review for each row execute function found_is_found();

do $$
declare scoped text; routine text;
begin
  foreach scoped in array array['support_plan', 'plan_step', 'plan_review', 'priority_term'] loop
    execute format('alter table %I enable row level security', scoped);
    execute format('create policy reach on %I to tsunagi_app using (case_id = any ((select reachable_cases())::uuid[]))', scoped);
    execute format('grant select, insert, update on %I to tsunagi_app', scoped);
  end loop;
  perform guard_texts();
  foreach routine in array array['approved_plan_is_frozen()', 'found_is_found()'] loop
    execute 'revoke all on function ' || routine || ' from public';
    execute 'grant execute on function ' || routine || ' to tsunagi_app';
  end loop;
end $$;
