import type { Lock } from './channels.js';

/** A product with one thing wrong. Each has to show something that it should not, or not show something that it should. */
export interface Mutant {
  readonly name: string;
  /** What is different in the text of the built files; spaces stand for any space. */
  readonly changes: readonly Change[];
  /** What is different in the database. */
  readonly sql?: string;
  /** Against which policy it is held; `rows` where the second lock has to do without the first. */
  readonly lock: Lock;
  /** Only there can it show. */
  readonly only?: 'sockets';
}

export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The rules taken out of every query: what is left is the second lock. */
export const RULES_OUT: Change = { file: 'permissions/to-sql.js', from: `if (grants.length === 0) return 'false';`, to: `return 'true';` };

/** The tables behind the second lock. */
const LOCKED_TABLES = [
  ...['seat', 'key_person_term', 'key_person_handover', 'note', 'record', 'task', 'postponement', 'conference', 'conference_session'],
  ...['invitation', 'agenda_item', 'statement', 'issue', 'role_allocation', 'decision', 'minutes', 'minutes_confirmation'],
  ...['contact_detail', 'address_shield', 'other_party', 'conflict_of_interest', 'extraordinary_access'],
  ...['caseload_entry', 'minutes_correction', 'meeting_series', 'series_member'],
  ...['support_plan', 'plan_step', 'plan_review', 'priority_term', 'appointment'],
  ...['recurrence', 'planned_session', 'calendar_feed', 'mail_choice'],
  ...['household_member', 'schooling', 'support_case', 'household', 'trail', 'consent', 'basis', 'basis_end', 'inbox_cursor'],
];

/** Tables that are behind a policy of their own: nobody else's business. */
const OWN_ALONE = ['inbox_cursor', 'calendar_feed', 'mail_choice'];

/** The policies of a table with another condition for reading, or none left at all. */
function policyOn(table: string, using: string | null): string {
  const name = OWN_ALONE.includes(table) ? 'own' : 'reach';
  const dropped = `drop policy ${name} on ${table};`;
  return using === null ? dropped : `${dropped} create policy ${name} on ${table} to tsunagi_app using (${using});`;
}

/** What belongs to a series has a second way past the lock, beside that of cases. */
const OF_SERIES = ['conference_session', 'invitation', 'agenda_item', 'minutes', 'minutes_confirmation', 'minutes_correction', 'note'];

/** Beside the reach of cases: what somebody keeps of their own accesses. */
const OWN_KEPT = [
  ['extraordinary_access', 'own'],
  ['note', 'own_access'],
  ['trail', 'own_access'],
] as const;

const meetingOn = (table: string, using: string) =>
  `drop policy meeting on ${table}; create policy meeting on ${table} to tsunagi_app using (${using});`;

/** A function of the database without these words of its text, or with others in their place. */
function without(name: string, words: string, others = ''): string {
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  return `do $mutant$
    declare was text := pg_get_functiondef('${name}'::regproc); became text := regexp_replace(was, $re$${pattern}$re$, $re$${others}$re$);
    begin
      if was = became then raise exception 'a mutant no longer fits: %', $re$${words}$re$; end if;
      execute became;
    end $mutant$;`;
}

/** Seats and overseen cases ask for categories in the same words. */
const inBoth = (words: string, others = '') => without('seats_with_shared', words, others) + without('overseen_with_shared', words, others);

const database = (name: string, sql: string, lock: Lock = 'both'): Mutant => ({ name, changes: [], sql, lock });

export const FACTS = [
  database(
    'a basis never ends before its time',
    without(
      'live_basis',
      'and not exists (select from basis_end where basis_end.basis_id = basis.id and basis_end.ended_at <= (select tsunagi_now()))',
    ),
  ),
  database('an end counts before it comes', without('live_basis', 'and basis_end.ended_at <= (select tsunagi_now())')),
  database('a basis is never over', without('live_basis', 'and (until is null or until > (select tsunagi_now()))')),
  database('a basis holds before it begins', without('live_basis', 'since <= (select tsunagi_now()) and')),
  database('a refusal is ignored', inBoth('bool_and', 'bool_or')),
  database('a refusal counts as leave', inBoth(`having bool_and(provision = 'PERMIT')`)),
  database('the basis of one agency is everyone’s', without('seats_with_shared', 'and live_basis.agency_id = seat.agency_id')),
  database(
    'the basis of any agency is the managers’',
    without('overseen_with_shared', 'and live_basis.agency_id = any ((select ids from held)::uuid[])'),
  ),
  database('the basis of one case is every case’s', without('seats_with_shared', 'live_basis.case_id = seat.case_id and')),
  database('a seat never ends', without('live_seats', 'and until is null')),
  database('a seat outlives its posting', without('live_seats', 'and (posting.until is null or posting.until >= tsunagi_today())')),
  database('a seat goes before its posting', without('live_seats', 'and posting.since <= tsunagi_today()')),
  database('a seat with any profession', without('live_seats', 'and posting.profession = seat.profession')),
  database('a seat for any agency', without('live_seats', 'and posting.agency_id = seat.agency_id')),
  database('everyone’s seats', without('live_seats', 'staff_id = person and')),
  database('a seat without a basis', without('seats_with_shared', 'where known.shared is not null or invited_under_statute(seat.id)')),
  database('once key person, always key person', without('describe_actor', 'and term.until is null')),
  database(
    'managers of their own agency only',
    without('agencies_held', 'union select agency.id from agency join held on agency.parent_id = held.id'),
  ),
  database('managers once, managers always', without('agencies_held', 'and (until is null or until >= tsunagi_today())')),
  database(
    'managers see only what they lead',
    without(
      'overseen_with_shared',
      'union select id, household_id from support_case where id in (select seat.case_id from seat where agency_id = any ((select ids from held)::uuid[]))',
    ),
  ),
  database(
    'managers without a basis',
    without(
      'overseen_with_shared',
      'array_agg(named order by named) from permitted',
      `coalesce(array_agg(named order by named) filter (where named is not null), '{}') from overseen left join permitted using (id, household_id)`,
    ),
  ),
  database('an invitation under a statute wakes no seat', without('seats_with_shared', 'or invited_under_statute(seat.id)')),
  database('a cancelled session wakes a seat', without('invited_under_statute', `and conference_session.status <> 'CANCELLED'`)),
  database('members of a cancelled session read it', without('describe_actor', `and held.status <> 'CANCELLED'`)),
  database('every session is one under a statute', without('invited_under_statute', 'and conference_session.confined_to is not null')),
  database('an access never ends', without('live_accesses', 'and until > tsunagi_now()')),
  database('an access that was ended goes on', without('live_accesses', 'and ended_at is null')),
  database('an access for anyone', without('live_accesses', 'staff_id = person and')),
  database('an access outlives the posting', without('live_accesses', 'and (posting.until is null or posting.until >= tsunagi_today())')),
  database('an access from any agency', without('live_accesses', 'and posting.agency_id = access.agency_id')),
  database('members of a series stay members', without('live_memberships', 'and until is null')),
  database(
    'membership outlives the posting',
    without('live_memberships', 'and (posting.until is null or posting.until >= tsunagi_today())'),
  ),
  database('everyone’s memberships', without('live_memberships', 'staff_id = person and')),
  database('guests outlive their posting', without('guest_sessions', 'and (posting.until is null or posting.until >= tsunagi_today())')),
  database('everyone is a guest', without('guest_sessions', 'staff_id = person and')),
  database('managers answer for every series', without('managed_series', 'where agency_id = any ((select ids from held)::uuid[])')),
  database('cells that were replaced', without('describe_actor', 'and (until is null or until > tsunagi_now())')),
];

export const ROW_SECURITY = [
  ...['agenda_item', 'minutes_correction'].map((table) => ({
    ...database(
      `${table}: the second lock shows each case to whoever meets`,
      meetingOn(table, 'series_id = any ((select reachable_series())::uuid[])'),
      'rows',
    ),
    changes: [RULES_OUT],
  })),
  ...OF_SERIES.flatMap((table) => [
    database(`${table}: the second lock shows nothing of a series`, `drop policy meeting on ${table};`),
    {
      ...database(`${table}: the second lock shows everything of any series`, meetingOn(table, 'case_id is null'), 'rows'),
      changes: [RULES_OUT],
    },
  ]),
  ...OWN_KEPT.map(([table, name]) =>
    database(`${table}: the second lock takes away what somebody keeps of their own`, `drop policy ${name} on ${table};`),
  ),
  ...LOCKED_TABLES.map((table) => ({
    ...database(`${table}: the second lock lets everything through`, policyOn(table, 'true'), 'rows'),
    changes: [RULES_OUT],
  })),
  ...LOCKED_TABLES.map((table) => database(`${table}: the second lock is dropped, and nothing comes through`, policyOn(table, null))),
];
