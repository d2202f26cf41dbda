import {
  answersFor,
  askedTo,
  capacitiesOn,
  CATEGORIES,
  isCurrent,
  isKeyPerson,
  LOOKING,
  rowsOfTable,
  seatsAwake,
  statutorySessions,
  takesPartIn,
} from './capacities.js';
import { rowsOf, type Case, type Person, type Row, type World } from './world.js';

/*
 * The policy once more, as plain sentences: after docs/contracts/policy.md, docs/house.md and docs/decisions. It shares nothing with
 * the product, decides one row for one person at one instant, and is slow. What the product shows is compared with it.
 * In what capacity someone has to do with a case is in capacities.ts.
 */

/** The page as printed. */
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

/** How much of a category somebody needs by the page: 0 nothing, 1 headline, 2 read, 3 write. */
export const neededBy = (as: string, category: string): number => LETTERS.indexOf(PAGE[as]![CATEGORIES.indexOf(category)]!);
const LEVELS = ['NONE', 'HEADLINE', 'READ', 'WRITE'];

const OPEN_TO_ALL = [
  ...['Agency', 'Staff', 'Posting', 'NeedToKnowCell', 'MeetingKind', 'SignInRule'],
  ...['OfficeCalendar', 'ClosingDay', 'WorkingWeek', 'WorkingHours', 'Absence'],
];
/** How people sign in: their own affair, and that of administrators, who see no secret. */
const WAYS_IN = ['Account', 'Session', 'SecondFactor', 'ApiToken'];
const OWN = ['InboxCursor', 'CalendarFeed', 'MailChoice'];
/** Under the second lock too. */
const OWN_LOCKED = ['InboxCursor', 'CalendarFeed', 'MailChoice'];
/** That it exists, who answers for it and by when. */
const HEADLINES = ['Task', 'Postponement', 'Issue', 'Decision', 'AgendaItem', 'AddressShield'];
/** Of the household: they are reached from any of its cases. */
const OF_HOUSEHOLD = ['HouseholdMember', 'Schooling', 'ContactDetail'];

/** May this person see this row at this instant? */
export function maySee(world: World, person: Person, row: Row, instant: Date): boolean {
  if (OPEN_TO_ALL.includes(row.type)) return true;
  if (WAYS_IN.includes(row.type)) return row.staffId === person.id || administers(person, instant);
  if (OWN.includes(row.type)) return row.staffId === person.id;
  if (isBesideCases(row)) return row.actorId === person.id || runsTheHouse(person, instant);
  if (isOfOwnAccess(world, person, row)) return true;
  if (isOfSeries(row)) return maySeeOfSeries(world, person, row, instant);
  if (row.confinedTo) return isMember(world, person, row, instant);
  return casesOf(world, row).some((one) => {
    if (row.type === 'ExtraordinaryAccess') return answersFor(world, person, one, instant);
    const capacities = capacitiesOn(world, person, one, instant);
    if (row.type === 'SupportCase' || row.type === 'Household') return capacities.length > 0;
    if (row.category === 'COORDINATION') return capacities.length > 0;
    if (isForWhoAnswers(row) && answersFor(world, person, one, instant)) return true;
    if (row.kind === 'other-party.came-elsewhere' && isKeyPerson(world, person, one, instant)) return true;
    return capacities.some(({ as, shared }) => shared.includes(row.category!) && needs(world, as, row, instant));
  });
}

/** What the second lock lets through by itself: it knows cases and households, not categories. */
export function mayReach(world: World, person: Person, row: Row, instant: Date): boolean {
  if (OWN_LOCKED.includes(row.type)) return row.staffId === person.id;
  if (row.type === 'TrailEntry' && row.actorId === person.id) return true;
  if (isBesideCases(row)) return runsTheHouse(person, instant);
  if (isOfOwnAccess(world, person, row)) return true;
  if (isOfSeries(row)) return takesPartIn(world, person, seriesOf(row), instant) || isGuest(world, person, seriesOf(row), instant);
  const isOfHousehold = [...OF_HOUSEHOLD, 'AddressShield', 'OtherParty', 'ConflictOfInterest'].includes(row.type);
  const about = isOfHousehold ? world.cases.filter(({ householdId }) => householdId === row.householdId) : casesOf(world, row);
  return about.some((one) => capacitiesOn(world, person, one, instant).length > 0);
}

/** Of a series of meetings, and of no case: when and where, who is asked, what is about nobody. Whatever is about a case is the case's. */
const isOfSeries = (row: Row) => row.type === 'MeetingSeries' || (Boolean(row.seriesId) && !row.caseId);
const seriesOf = (row: Row) => (row.type === 'MeetingSeries' ? row.id : row.seriesId);

/** What guests and delegates are not shown of a series. */
const OF_MEMBERS = ['SeriesMember', 'Recurrence', 'PlannedSession', 'Note'];

/** Guests and delegates are shown the session that they are asked to, and that there is a series. */
function maySeeOfSeries(world: World, person: Person, row: Row, instant: Date): boolean {
  if (takesPartIn(world, person, seriesOf(row), instant)) return true;
  if (row.type === 'MeetingSeries') return isGuest(world, person, row.id, instant);
  if (OF_MEMBERS.includes(row.type)) return false;
  const sessionId = row.type === 'ConferenceSession' ? row.id : row.sessionId;
  return askedTo(world, person, instant).some((invitation) => invitation.sessionId === sessionId);
}

const isGuest = (world: World, person: Person, seriesId: unknown, instant: Date) =>
  askedTo(world, person, instant).some((invitation) => invitation.seriesId === seriesId);

/** Who looked keeps what was said of it: the access, why, how it was judged, and what the trail has of it. */
function isOfOwnAccess(world: World, person: Person, row: Row): boolean {
  const own = rowsOf(world, 'ExtraordinaryAccess').filter(({ staffId }) => staffId === person.id);
  if (row.type === 'ExtraordinaryAccess') return row.staffId === person.id;
  if (row.type === 'Note') return own.some(({ reasonId, reviewId }) => row.id === reasonId || row.id === reviewId);
  return row.type === 'TrailEntry' && row.aboutType === 'ExtraordinaryAccess' && own.some(({ id }) => id === row.aboutId);
}

/** Whoever answers for a case hears why somebody looked into it, and who may be connected with the other party. */
const isForWhoAnswers = (row: Row) =>
  row.type === 'ConflictOfInterest' || row.aboutType === 'ConflictOfInterest' || (row.type === 'Note' && row.kind === 'ACCESS');

/** What a session without consent keeps among its members: within its statute, and within what the work of each needs. */
function isMember(world: World, person: Person, row: Row, instant: Date): boolean {
  const one = world.cases.find(({ id }) => id === row.caseId)!;
  return seatsAwake(world, person, one, instant).some((seat) => {
    const session = statutorySessions(world, seat).find(({ id }) => id === row.confinedTo);
    if (!session) return false;
    if (row.category === 'COORDINATION') return true;
    const isCovered = (session.covers as string[]).includes(row.category!);
    return isCovered && rowsOfTable(one, seat).some((as) => needs(world, as, row, instant));
  });
}

/** Administrators, managers and information officers read the life of the system: the trail that belongs to no case. */
const runsTheHouse = (person: Person, instant: Date) =>
  person.postings.some(
    (posting) => ['MANAGER', 'SYSTEM_ADMINISTRATOR', 'INFORMATION_OFFICER'].includes(posting.profession) && isCurrent(posting, instant),
  );

const administers = (person: Person, instant: Date) =>
  person.postings.some((posting) => posting.profession === 'SYSTEM_ADMINISTRATOR' && isCurrent(posting, instant));

const isBesideCases = (row: Row) => row.type === 'TrailEntry' && row.caseId === null && !row.seriesId;

function casesOf(world: World, row: Row): readonly Case[] {
  if (row.type === 'SupportCase') return world.cases.filter((one) => one.id === row.id);
  if (row.type === 'Household') return world.cases.filter((one) => one.householdId === row.id);
  if (OF_HOUSEHOLD.includes(row.type)) return world.cases.filter((one) => one.householdId === row.householdId);
  return world.cases.filter((one) => one.id === row.caseId);
}

/** Whether the work of someone needs to know of a row of its category: headlines, and reasons, from "headline" on; all else from "read" on. */
function needs(world: World, as: string, row: Row, instant: Date): boolean {
  if (as === LOOKING) return true;
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

/** A person's standing on the case of a row, in words, for whoever looks into a difference. */
export function standing(world: World, person: Person, row: Row, instant: Date): string {
  const told = casesOf(world, row).flatMap((one) =>
    capacitiesOn(world, person, one, instant).map(({ as, shared }) => `${as} with ${shared.join(' ')}`),
  );
  const postings = person.postings.filter((posting) => isCurrent(posting, instant)).map((posting) => posting.profession);
  return told.length > 0 ? told.join('; ') : `no capacity on it (posted as ${postings.join(', ') || 'nothing'})`;
}
