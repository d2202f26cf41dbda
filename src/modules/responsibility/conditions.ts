import type { Choice } from '../../database/selection.js';
import { UNFINISHED } from '../tasks/task.entity.js';

/** Whose responsibility is asked for: exactly one of the three. */
export interface Subject {
  readonly caseId?: string | null;
  readonly agencyId?: string | null;
  readonly staffId?: string | null;
}

/** SQL about an entry of the trail. It stands beside the reader's rules and can only narrow what they allow. */
export type Condition = NonNullable<Choice['also']>;

export const both =
  (one: Condition, other: Condition): Condition =>
  (entry, values) =>
    `${one(entry, values)} and ${other(entry, values)}`;

/** In which states a row still binds somebody, by its type; types without a status bind until they end. */
const BINDING: Readonly<Record<string, readonly string[]>> = {
  SupportCase: ['OPEN'],
  ConferenceSession: ['CONVENED', 'OPEN'],
  KeyPersonHandover: ['OFFERED'],
  Issue: ['OPEN'],
  Appointment: ['AGREED'],
  // Nobody carries a declined task: that is what somebody has to answer for.
  Task: [...UNFINISHED, 'DECLINED'],
};

/** Where the rows lie that can bind somebody. */
const TABLES = {
  SupportCase: 'support_case',
  Seat: 'seat',
  KeyPersonTerm: 'key_person_term',
  KeyPersonHandover: 'key_person_handover',
  Task: 'task',
  Issue: 'issue',
  RoleAllocation: 'role_allocation',
  ConferenceSession: 'conference_session',
  Appointment: 'appointment',
} as const;
type BindingType = keyof typeof TABLES;
/** Those whose holder answers for something; an appointment only says that the client is seen again. */
export const BINDING_TYPES = (Object.keys(TABLES) as BindingType[]).filter((type) => type !== 'Appointment');

/** The subject is the one who answers, as this entry has it. */
export function concerns({ caseId, agencyId, staffId }: Subject): Condition {
  if (caseId) return (entry, values) => `${entry}.case_id = ${values.add(caseId)}::uuid`;
  if (staffId) return (entry, values) => `${values.add(staffId)} in (${entry}.state ->> 'staffId', ${entry}.state ->> 'fromStaffId')`;
  return (entry, values) => `coalesce(${entry}.state ->> 'agencyId', ${entry}.state ->> 'leadAgencyId') in (
    with recursive below as (select id from agency where id = ${values.add(agencyId)}::uuid
      union select part.id from agency part join below on part.parent_id = below.id) select id::text from below)`;
}

/** The subject answered for the row at some time up to then, or did this. */
export function everConcerned(subject: Subject, instant: string): Condition {
  const { caseId, staffId } = subject;
  if (caseId) return concerns(subject);
  return (entry, values) => {
    const held = `exists (select from trail earlier where ${isAboutSame('earlier', entry)}
      and earlier.at <= ${values.add(instant)}::timestamptz and ${concerns(subject)('earlier', values)})`;
    return staffId ? `(${entry}.actor_id = ${values.add(staffId)}::uuid or ${held})` : held;
  };
}

/**
 * The entry was the last about its row at that instant, and the row bound somebody. A closed case binds nobody; its seats
 * still read it. `caseIds` narrows where to look, when that is known.
 */
export const stoodAt =
  (instant: string, types: readonly BindingType[], caseIds: readonly string[] | null): Condition =>
  (entry, values) => {
    const then = `${values.add(instant)}::timestamptz`;
    const rows = types.map(
      (type) => `select '${type}' as type, id, ${type === 'SupportCase' ? 'id' : 'case_id'} as case_id from ${TABLES[type]}`,
    );
    const statuses = Object.entries(BINDING).map(
      ([type, binding]) => `when '${type}' then ${entry}.state ->> 'status' = any (${values.add(binding)}::text[])`,
    );
    return `${entry}.seq in (
        select last.seq from (${rows.join(' union all ')}) about
          cross join lateral (select seq from trail where about_type = about.type and about_id = about.id and at <= ${then}
            order by seq desc limit 1) last
         where ${caseIds ? `about.case_id = any (${values.add(caseIds)}::uuid[])` : 'true'})
      and case ${entry}.about_type ${statuses.join(' ')} else coalesce((${entry}.state ->> 'until')::timestamptz > ${then}, true) end
      and (${entry}.about_type = 'Seat' or not exists (select from trail closing where closing.about_type = 'SupportCase'
        and closing.about_id = ${entry}.case_id and closing.kind = 'case.closed' and closing.at <= ${then}))`;
  };

/** The entry was in force when the deadline that it names passed, before that day, with the task unfinished. */
export const missedBefore =
  (day: string): Condition =>
  (entry, values) => {
    const passed = `(((${entry}.state ->> 'dueOn')::date + 1)::timestamp at time zone 'Asia/Tokyo')`;
    return `${entry}.about_type = 'Task' and ${entry}.state ->> 'dueOn' < ${values.add(day)} and ${entry}.state ->> 'status' = any (${values.add(UNFINISHED)}::text[])
      and ${entry}.at < ${passed}
      and not exists (select from trail later where ${isAboutSame('later', entry)} and later.seq > ${entry}.seq and later.at < ${passed})`;
  };

const isAboutSame = (one: string, other: string) => `${one}.about_type = ${other}.about_type and ${one}.about_id = ${other}.about_id`;
