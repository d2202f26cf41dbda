import { dayOf, rowsOf, type Case, type Person, type Row, type World } from './world.js';

/*
 * The policy once more, as plain sentences: after docs/contracts/policy.md, docs/house.md and docs/decisions. It shares nothing with
 * the product, decides one row for one person at one instant, and is slow. What the product shows is compared with it.
 */

/** The page as printed. */
const CATEGORIES = 'LIFE HEALTH EMPLOYMENT EDUCATION CHILD INCOME HOUSING FAMILY SAFETY IDENTITY CONSULTATION'.split(' ');
const PAGE: Readonly<Record<string, string>> = {
  CASEWORKER: 'whrrrwwrhwr',
  CHILD_CASEWORKER: 'whhwwhrwwrh',
  PUBLIC_HEALTH_NURSE: 'ww--w-hrhr-',
  HELLO_WORK_NAVIGATOR: '--ww-----rw',
  SINGLE_PARENT_SUPPORT_WORKER: 'whwwrwwwhww',
  EMPLOYMENT_SPECIALIST: 'h-wwhh---rw',
  EMPLOYMENT_SUPPORT_WORKER: 'h-ww-h---rw',
  PROGRAMME_PLANNER: 'r-wwhrhh-rw',
  CONSULTATION_SUPPORT_WORKER: 'whrrhwwhhww',
  WOMENS_COUNSELLOR: 'whhhrhwwwwr',
  COUNSELLOR: 'rw--h--rr--',
  COORDINATOR: 'h-rr-----hr',
  CLERK: '-----h---w-',
  MANAGER: 'hhhhhhhhhhh',
  SYSTEM_ADMINISTRATOR: '-----------',
  INFORMATION_OFFICER: '-----------',
  KEY_PERSON: 'rhrrrrrrhrr',
};
const LETTERS = ['-', 'h', 'r', 'w'];
const LEVELS = ['NONE', 'HEADLINE', 'READ', 'WRITE'];

const OPEN_TO_ALL = ['Agency', 'Staff', 'Posting', 'NeedToKnowCell'];
const OWN = ['Account', 'Session', 'InboxCursor'];
/** That it exists, who answers for it and by when. */
const HEADLINES = ['Task', 'Postponement', 'Issue', 'Decision', 'AgendaItem'];

/** A capacity in which someone has to do with a case: a row of the table, and the categories shared with those they stand for. */
export interface Capacity {
  readonly as: string;
  readonly shared: readonly string[];
}

/** May this person see this row at this instant? */
export function maySee(world: World, person: Person, row: Row, instant: Date): boolean {
  if (OPEN_TO_ALL.includes(row.type)) return true;
  if (OWN.includes(row.type)) return row.staffId === person.id;
  if (isBesideCases(row)) return row.actorId === person.id || runsTheHouse(person, instant);
  return casesOf(world, row).some((one) => {
    const capacities = capacitiesOn(world, person, one, instant);
    if (row.type === 'SupportCase' || row.type === 'Household') return capacities.length > 0;
    if (row.category === 'COORDINATION') return capacities.length > 0;
    return capacities.some(({ as, shared }) => shared.includes(row.category!) && needs(world, as, row, instant));
  });
}

/** What the second lock lets through by itself: it knows cases, not categories. */
export function mayReach(world: World, person: Person, row: Row, instant: Date): boolean {
  if (row.type === 'InboxCursor') return row.staffId === person.id;
  if (row.type === 'TrailEntry' && row.actorId === person.id) return true;
  if (isBesideCases(row)) return runsTheHouse(person, instant);
  return casesOf(world, row).some((one) => capacitiesOn(world, person, one, instant).length > 0);
}

/** Someone takes part in a case with a seat, as key person beside it, or as a manager; each only as far as something is shared. */
export function capacitiesOn(world: World, person: Person, one: Case, instant: Date): Capacity[] {
  const capacities: Capacity[] = [];
  for (const seat of seatsOf(person, one, instant)) {
    const shared = sharedWith(one, [seat.agencyId], instant);
    capacities.push({ as: seat.profession, shared });
    if (one.terms.some((term) => term.seatId === seat.id && term.until === null)) capacities.push({ as: 'KEY_PERSON', shared });
  }
  const managed = managedBy(world, person, instant);
  const concerned = managed.includes(one.leadAgencyId) || one.seats.some((seat) => managed.includes(seat.agencyId));
  if (concerned) capacities.push({ as: 'MANAGER', shared: sharedWith(one, managed, instant) });
  return capacities.filter(({ shared }) => shared.length > 0);
}

/** A seat counts while it has not ended and its holder is posted as it says today. */
export function seatsOf(person: Person, one: Case, instant: Date) {
  return one.seats.filter((seat) => seat.staffId === person.id && seat.until === null && isPosted(person, seat, instant));
}

/** The agencies that a manager answers for: where they are posted as one today, and all below. */
export function managedBy(world: World, person: Person, instant: Date): string[] {
  const managed = person.postings.filter((posting) => posting.profession === 'MANAGER' && isCurrent(posting, instant));
  const isManaged = (id: string | null): boolean => {
    if (id === null) return false;
    if (managed.some((posting) => posting.agencyId === id)) return true;
    return isManaged(world.agencies.find((agency) => agency.id === id)!.parentId);
  };
  return world.agencies.map(({ id }) => id).filter(isManaged);
}

/** What is permitted to these agencies and denied to none of them: a refusal of the client outweighs every other ground. */
export function sharedWith(one: Case, agencyIds: readonly string[], instant: Date): string[] {
  const named = (provision: string, category: string) =>
    one.bases.some((basis) => {
      if (basis.provision !== provision || !basis.categories.includes(category)) return false;
      if (!agencyIds.includes(basis.agencyId)) return false;
      const hasBegun = basis.since <= instant;
      const isOver = basis.until !== null && basis.until <= instant;
      const hasEnded = basis.endedAt !== null && basis.endedAt <= instant;
      return hasBegun && !isOver && !hasEnded;
    });
  return CATEGORIES.filter((category) => named('PERMIT', category) && !named('DENY', category));
}

/** Administrators, managers and information officers read the life of the system: the trail that belongs to no case. */
const runsTheHouse = (person: Person, instant: Date) =>
  person.postings.some(
    (posting) => ['MANAGER', 'SYSTEM_ADMINISTRATOR', 'INFORMATION_OFFICER'].includes(posting.profession) && isCurrent(posting, instant),
  );

const isBesideCases = (row: Row) => row.type === 'TrailEntry' && row.caseId === null;

function casesOf(world: World, row: Row): readonly Case[] {
  if (row.type === 'SupportCase') return world.cases.filter((one) => one.id === row.id);
  if (row.type === 'Household') return world.cases.filter((one) => one.householdId === row.id);
  if (row.householdId) return world.cases.filter((one) => one.householdId === row.householdId);
  return world.cases.filter((one) => one.id === row.caseId);
}

/** Whether the work of someone needs to know of a row of its category: headlines, and reasons, from "headline" on; all else from "read" on. */
function needs(world: World, as: string, row: Row, instant: Date): boolean {
  const about = row.type === 'TrailEntry' ? row.aboutType! : row.type;
  const isReason = row.type === 'Note' && row.kind === 'REASON';
  const needed = HEADLINES.includes(about) || isReason ? 'HEADLINE' : 'READ';
  return LEVELS.indexOf(levelOf(world, as, row.category!, instant)) >= LEVELS.indexOf(needed);
}

/** The cell of the table: the municipality's own where it set one, else that of the page. */
function levelOf(world: World, as: string, category: string, instant: Date): string {
  const own = world.cells.find(
    (cell) => cell.profession === as && cell.about === category && cell.since <= instant && (cell.until === null || cell.until > instant),
  );
  return own ? own.level : LEVELS[LETTERS.indexOf(PAGE[as]![CATEGORIES.indexOf(category)]!)]!;
}

const isPosted = (person: Person, seat: { agencyId: string; profession: string }, instant: Date) =>
  person.postings.some(
    (posting) => posting.agencyId === seat.agencyId && posting.profession === seat.profession && isCurrent(posting, instant),
  );

/** A posting holds from its first day to the end of its last, in Japan. */
const isCurrent = (posting: { since: string; until: string | null }, instant: Date) =>
  posting.since <= dayOf(instant) && (posting.until === null || posting.until >= dayOf(instant));

/** A person's standing on the case of a row, in words, for whoever looks into a difference. */
export function standing(world: World, person: Person, row: Row, instant: Date): string {
  const told = casesOf(world, row).flatMap((one) =>
    capacitiesOn(world, person, one, instant).map(({ as, shared }) => `${as} with ${shared.join(' ')}`),
  );
  const postings = person.postings.filter((posting) => isCurrent(posting, instant)).map((posting) => posting.profession);
  return told.length > 0 ? told.join('; ') : `no capacity on it (posted as ${postings.join(', ') || 'nothing'})`;
}

export { waiting };

/** What waits for someone on the day's list: what they may see and have to answer, carry or decide. */
function waiting(world: World, person: Person, list: string, row: Row, instant: Date): boolean {
  if (!maySee(world, person, row, instant)) return false;
  const one = world.cases.find(({ id }) => id === row.caseId)!;
  const seats = seatsOf(person, one, instant).filter((seat) => sharedWith(one, [seat.agencyId], instant).length > 0);
  const mine = seats.length > 0 && row.staffId === person.id;
  const myAgency = seats.some((seat) => seat.agencyId === row.agencyId);
  const isKeyPerson = seats.some((seat) => one.terms.some((term) => term.seatId === seat.id && term.until === null));
  const oversees = capacitiesOn(world, person, one, instant).some(({ as }) => as === 'MANAGER');
  const managesAgency = oversees && managedBy(world, person, instant).includes(row.agencyId!);
  const isTaken = row.status === 'ACCEPTED' || row.status === 'IN_PROGRESS';
  const forClient = row.ownerKind === 'CLIENT';
  const session = rowsOf(world, 'ConferenceSession').find(({ id }) => id === row.sessionId);
  const isAhead = ({ status }: Row) => status === 'CONVENED' || status === 'OPEN';
  const lists: Readonly<Record<string, () => boolean>> = {
    tasksOffered: () => row.status === 'OFFERED' && (mine || (row.ownerKind === 'AGENCY' && row.staffId === null && myAgency)),
    tasksDue: () => isTaken && !forClient && mine,
    clientTasks: () => isTaken && forClient && myAgency,
    tasksDeclined: () => row.status === 'DECLINED' && (isKeyPerson || managesAgency),
    postponementsToAnswer: () => row.status === 'REQUESTED' && row.staffId !== person.id && (isKeyPerson || oversees),
    handoversOffered: () => row.status === 'OFFERED' && mine,
    invitations: () => row.status === 'INVITED' && mine && isAhead(session!),
    sessionsAhead: () =>
      isAhead(row) &&
      rowsOf(world, 'Invitation').some((it) => it.sessionId === row.id && it.staffId === person.id && it.status !== 'DECLINED'),
    minutesToConfirm: () => row.status === 'ASKED' && mine,
  };
  return lists[list]!();
}
