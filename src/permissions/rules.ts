import type { Action } from './actions.js';
import type { Actor, ActorSeat, Place, StaffActor } from './actor.js';
import { COORDINATION } from './categories.js';
import {
  AS_ADMINISTRATOR,
  AS_CONCERNED,
  AS_KEY_PERSON,
  AS_MANAGER,
  AS_OFFICER,
  AS_SEATED,
  AS_STAFF,
  grant,
  type Because,
} from './grant.js';
import { groupBy, unique } from './groups.js';
import { keeping } from './keeping.js';
import { answering, looking } from './looking.js';
import { type NeedToKnow, type NeedToKnowRow } from './need-to-know.js';
import { asNeeded, handedIn, inExtraordinaryCase, known, membershipsOf } from './reading.js';
import { INTAKE_PROFESSIONS } from './professions.js';
import { inSeries, trailWithoutCase } from './series.js';
import { systemRules } from './system-rules.js';
import { type SubjectName } from './subjects.js';
import { signingIn } from './signing-in.js';
import { keepingTime } from './time.js';
import { passedOn } from './token-scope.js';

export type Scalar = string | number | boolean | null;
export type Operators = { $eq?: Scalar; $ne?: Scalar; $in?: readonly Scalar[]; $gt?: Scalar; $gte?: Scalar; $lt?: Scalar; $lte?: Scalar };
/** A condition on the row's own columns; all of it must hold. */
export type Conditions = Readonly<Record<string, Scalar | Operators>>;

/** One permission. There are no prohibitions: what no grant allows is refused, and order never matters. */
export interface Grant {
  readonly action: Action;
  readonly subject: SubjectName;
  readonly conditions?: Conditions;
  readonly because: Because;
}

/** The directory of agencies and colleagues is open to everyone signed in; only administrators change it. */
function directory(actor: StaffActor): Grant[] {
  const reading = (['Agency', 'Staff', 'Posting', 'NeedToKnowCell', 'MeetingKind'] as const).map((subject) =>
    grant(AS_STAFF, 'read', subject),
  );
  const own = { staffId: actor.staffId };
  const mine = [grant(AS_CONCERNED, 'read', 'InboxCursor', own), grant(AS_CONCERNED, 'move', 'InboxCursor', own)];
  const policy = holds(actor, 'INFORMATION_OFFICER')
    ? [grant(AS_OFFICER, 'change', 'NeedToKnowCell'), grant(AS_OFFICER, 'change', 'MeetingKind')]
    : [];
  if (!holds(actor, 'SYSTEM_ADMINISTRATOR')) return [...reading, ...mine, ...policy];
  const changing = (['Agency', 'Staff', 'Posting'] as const).map((subject) => grant(AS_ADMINISTRATOR, 'administer', subject));
  return [...reading, ...mine, ...policy, ...changing];
}

/** What anyone on the case may do, within the categories that they may know. */
function takingPart(actor: StaffActor, table: NeedToKnow, who: NeedToKnowRow, seats: readonly ActorSeat[]): Grant[] {
  const caseId = { $in: unique(seats.map((seat) => seat.caseId)) };
  const shared = seats[0]?.shared ?? [];
  const needed = { caseId, category: { $in: [COORDINATION, ...known(table, who, 'HEADLINE', shared)] } };
  const written = { caseId, category: { $in: known(table, who, 'WRITE', shared) } };
  const mine = { caseId, staffId: actor.staffId };
  const householdId = { $in: unique(seats.map((seat) => seat.householdId)) };
  return [
    grant(AS_SEATED, 'add', 'ContactDetail', { householdId, category: { $in: handedIn(written.category.$in) } }),
    grant(AS_SEATED, 'end', 'ContactDetail', { householdId, category: written.category }),
    grant(AS_SEATED, 'write', 'OtherParty', written),
    grant(AS_SEATED, 'shield', 'AddressShield', written),
    grant(AS_SEATED, 'write', 'Record', { ...written, staffId: actor.staffId }),
    grant(AS_SEATED, 'write', 'Statement', { ...written, staffId: actor.staffId }),
    grant(AS_SEATED, 'attach', 'Attachment', { ...written, staffId: actor.staffId, confinedTo: null }),
    grant(AS_CONCERNED, 'withdraw', 'Attachment', mine),
    grant(AS_SEATED, 'draft', 'SupportPlan', { ...written, staffId: actor.staffId }),
    grant(AS_CONCERNED, 'change', 'SupportPlan', mine),
    grant(AS_SEATED, 'write', 'MinutesCorrection', {
      caseId,
      category: { $in: [COORDINATION, ...written.category.$in] },
      staffId: actor.staffId,
    }),
    grant(AS_SEATED, 'place', 'CaseloadEntry', { caseId }),
    grant(AS_SEATED, 'make', 'Appointment', { caseId }),
    grant(AS_CONCERNED, 'settle', 'Appointment', mine),
    grant(AS_SEATED, 'add', 'AgendaItem', needed),
    grant(AS_SEATED, 'name', 'Issue', needed),
    grant(AS_SEATED, 'take', 'Decision', needed),
    grant(AS_SEATED, 'offer', 'Task', { ...needed, offeredById: actor.staffId }),
    grant(AS_CONCERNED, 'withdraw', 'Task', { caseId, offeredById: actor.staffId }),
    grant(AS_CONCERNED, 'answer', 'Task', mine),
    grant(AS_CONCERNED, 'carry', 'Task', { ...mine, ownerKind: { $ne: 'CLIENT' } }),
    grant(AS_CONCERNED, 'end', 'Seat', mine),
    grant(AS_CONCERNED, 'answer', 'Invitation', mine),
    grant(AS_CONCERNED, 'answer', 'MinutesConfirmation', mine),
    grant(AS_CONCERNED, 'answer', 'KeyPersonHandover', mine),
    grant(AS_CONCERNED, 'withdraw', 'KeyPersonHandover', { caseId, fromStaffId: actor.staffId }),
  ];
}

/** What a seat allows because of the agency it stands for. */
function forTheAgency(seats: readonly ActorSeat[]): Grant[] {
  return groupBy(seats, (seat) => seat.agencyId).flatMap(([agencyId, held]) => {
    const place = { caseId: { $in: held.map((seat) => seat.caseId) }, agencyId };
    return [
      grant(AS_SEATED, 'answer', 'Task', { ...place, ownerKind: 'AGENCY', staffId: null }),
      grant(AS_SEATED, 'carry', 'Task', { ...place, ownerKind: 'CLIENT' }),
      grant(AS_SEATED, 'resolve', 'Issue', place),
    ];
  });
}

function asKeyPerson(actor: StaffActor, seats: readonly ActorSeat[]): Grant[] {
  if (seats.length === 0) return [];
  const id = { $in: seats.map((seat) => seat.caseId) };
  const on = (action: Action, subject: SubjectName, more: Conditions = {}) =>
    grant(AS_KEY_PERSON, action, subject, { caseId: id, ...more });
  return [
    ...(['revise', 'close', 'convene'] as const).map((action) => grant(AS_KEY_PERSON, action, 'SupportCase', { id })),
    grant(AS_KEY_PERSON, 'revise', 'Household', { id: { $in: seats.map((seat) => seat.householdId) } }),
    on('record', 'Consent'),
    on('withdraw', 'Consent'),
    on('record', 'Basis'),
    on('end', 'Basis'),
    ...answering(AS_KEY_PERSON, actor, id),
    on('end', 'ExtraordinaryAccess'),
    on('shield', 'AddressShield'),
    ...lifting(AS_KEY_PERSON, actor, id),
    ...conflicts(AS_KEY_PERSON, id),
    on('waive', 'ConflictOfInterest'),
    grant(AS_KEY_PERSON, 'read', 'TrailEntry', { caseId: id, aboutType: 'OtherParty', kind: 'other-party.came-elsewhere' }),
    on('give', 'Seat'),
    on('end', 'Seat'),
    on('offer', 'KeyPersonHandover'),
    on('run', 'ConferenceSession'),
    on('mark', 'Invitation'),
    on('settle', 'AgendaItem'),
    on('withdraw', 'Attachment'),
    on('change', 'SupportPlan'),
    on('change', 'PriorityTerm'),
    on('takeOff', 'CaseloadEntry'),
    on('settle', 'Appointment'),
    on('assign', 'Issue'),
    on('resolve', 'Issue'),
    on('allocate', 'RoleAllocation'),
    on('reassign', 'Task'),
    on('withdraw', 'Task'),
    on('approve', 'Postponement', { staffId: { $ne: actor.staffId } }),
  ];
}

/** The end of a shield takes two: one of them asks, another lifts it. */
const lifting = (because: Because, { staffId }: StaffActor, caseId: Conditions[string]): Grant[] => [
  grant(because, 'end', 'AddressShield', { caseId }),
  grant(because, 'lift', 'AddressShield', { caseId, endAskedById: { $ne: staffId } }),
];

/** Those who decide on it learn that somebody may be connected with the other party, also where they may not read who that is. */
const conflicts = (because: Because, caseId: Conditions[string]): Grant[] => [
  grant(because, 'read', 'ConflictOfInterest', { caseId }),
  grant(because, 'read', 'TrailEntry', { caseId, aboutType: 'ConflictOfInterest' }),
];

function asManager(actor: StaffActor): Grant[] {
  if (actor.overseen.length === 0) return [];
  const caseId = { $in: actor.overseen.map((place) => place.caseId) };
  const agencyId = { $in: actor.managedAgencyIds };
  return [
    ...lifting(AS_MANAGER, actor, caseId),
    ...conflicts(AS_MANAGER, caseId),
    grant(AS_MANAGER, 'end', 'Seat', { caseId, agencyId }),
    grant(AS_MANAGER, 'reassign', 'Task', { caseId, agencyId }),
    grant(AS_MANAGER, 'offer', 'KeyPersonHandover', { caseId }),
    ...answering(AS_MANAGER, actor, caseId),
    grant(AS_MANAGER, 'lookInto', 'ExtraordinaryAccess', { caseId }),
    grant(AS_MANAGER, 'record', 'Consent', { caseId }),
    grant(AS_MANAGER, 'withdraw', 'Consent', { caseId }),
    grant(AS_MANAGER, 'record', 'Basis', { caseId }),
    grant(AS_MANAGER, 'end', 'Basis', { caseId }),
    grant(AS_MANAGER, 'approve', 'Postponement', { caseId, staffId: { $ne: actor.staffId } }),
  ];
}

/** The trail beside cases: what one did oneself, and for managers, administrators and information officers the life of the system and whether its seals hold. */
function trailOfTheHouse(actor: StaffActor): Grant[] {
  const own = grant(AS_CONCERNED, 'read', 'TrailEntry', { ...trailWithoutCase, actorId: actor.staffId });
  const whole = (because: Because) => [
    own,
    grant(because, 'read', 'TrailEntry', trailWithoutCase),
    grant(because, 'examine', 'TrailEntry'),
  ];
  if (holds(actor, 'SYSTEM_ADMINISTRATOR')) return whole(AS_ADMINISTRATOR);
  if (holds(actor, 'INFORMATION_OFFICER')) return whole(AS_OFFICER);
  if (holds(actor, 'MANAGER')) return whole(AS_MANAGER);
  return [own];
}

/** The whole policy: everything this actor may do, and nothing else. Pure; dated facts are already in the actor. */
export function rulesFor(actor: Actor): Grant[] {
  if (actor.kind === 'system') return systemRules(actor.name);
  return actor.scope ? passedOn(rulesForPerson(actor), actor.scope) : rulesForPerson(actor);
}

function rulesForPerson(actor: StaffActor): Grant[] {
  const table = actor.needToKnow;
  const keySeats = actor.seats.filter((seat) => seat.isKeyPerson);
  return [
    // The later grant gives the reason: what a seat shows is not put down to an extraordinary access.
    ...actor.extraordinary.flatMap(inExtraordinaryCase),
    ...looking(actor),
    ...directory(actor),
    ...signingIn(actor),
    ...keepingTime(actor),
    ...keeping(actor),
    ...trailOfTheHouse(actor),
    ...(actor.postings.some((posting) => INTAKE_PROFESSIONS.includes(posting.profession)) ? [grant(AS_STAFF, 'open', 'SupportCase')] : []),
    ...groupBy(actor.seats, (seat) => seat.profession).flatMap(([profession, seats]) =>
      alike(seats).flatMap((same) => [...asNeeded(AS_SEATED, table, profession, same), ...takingPart(actor, table, profession, same)]),
    ),
    ...alike(keySeats).flatMap((same) => [
      ...asNeeded(AS_KEY_PERSON, table, 'KEY_PERSON', same),
      ...takingPart(actor, table, 'KEY_PERSON', same),
    ]),
    ...membershipsOf(actor, table),
    ...inSeries(actor),
    ...forTheAgency(actor.seats),
    ...asKeyPerson(actor, keySeats),
    ...alike(actor.overseen).flatMap((same) => asNeeded(AS_MANAGER, table, 'MANAGER', same)),
    ...asManager(actor),
  ];
}

/** Places in groups that share the same categories. */
const alike = <T extends Place>(places: readonly T[]): T[][] => groupBy(places, ({ shared }) => shared.join()).map(([, same]) => same);
const holds = (actor: StaffActor, profession: string) => actor.postings.some((posting) => posting.profession === profession);
