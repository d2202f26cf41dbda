import { dayOf, rowsOf, type Case, type Person, type Posting, type Row, type Seat, type World } from './world.js';

export const CATEGORIES = 'LIFE HEALTH EMPLOYMENT EDUCATION CHILD INCOME HOUSING FAMILY SAFETY IDENTITY CONSULTATION'.split(' ');

/** A capacity in which someone has to do with a case: a row of the table, and the categories shared with those they stand for. */
export interface Capacity {
  readonly as: string;
  readonly shared: readonly string[];
}

/** As whoever looks where they otherwise may not: no row of the table, since it does not ask what their work needs. */
export const LOOKING = 'LOOKING';

/**
 * Someone takes part in a case with a seat, as key person beside it, or as a manager, each only as far as something is shared; an
 * invitation under a statute is enough for a seat to count. Or they look into it for a short while, in an emergency or for a purpose.
 */
export function capacitiesOn(world: World, person: Person, one: Case, instant: Date): Capacity[] {
  const seats = seatsAwake(world, person, one, instant).flatMap((seat) => {
    const shared = sharedWith(one, [seat.agencyId], instant);
    return rowsOfTable(one, seat).map((as) => ({ as, shared }));
  });
  const looking = accessesOf(world, person, instant)
    .filter(({ caseId }) => caseId === one.id)
    .map(({ categories }) => ({ as: LOOKING, shared: categories as string[] }));
  return [...seats, ...(oversees(world, person, one, instant) ? [manager(world, person, one, instant)] : []), ...looking];
}

/** As what someone reads from a seat: their profession, and beside it the key person, while they are. */
export const rowsOfTable = (one: Case, seat: Seat): string[] =>
  isKeySeat(one, seat) ? [seat.profession, 'KEY_PERSON'] : [seat.profession];

export const isKeySeat = (one: Case, seat: Seat) => one.terms.some((term) => term.seatId === seat.id && term.until === null);

/** The seats from which someone takes part. */
export function seatsAwake(world: World, person: Person, one: Case, instant: Date): Seat[] {
  return seatsOf(person, one, instant).filter(
    (seat) => sharedWith(one, [seat.agencyId], instant).length > 0 || statutorySessions(world, seat).length > 0,
  );
}

/** A seat counts while it has not ended and its holder is posted as it says today. */
const seatsOf = (person: Person, one: Case, instant: Date) =>
  one.seats.filter((seat) => seat.staffId === person.id && seat.until === null && isPosted(person, seat, instant));

/** The sessions under a statute to which the holder of a seat was invited, unless they were cancelled. */
export function statutorySessions(world: World, { id }: Seat): Row[] {
  const invitedTo = rowsOf(world, 'Invitation').filter(({ seatId }) => seatId === id);
  return rowsOf(world, 'ConferenceSession').filter(
    (session) => session.confinedTo && session.status !== 'CANCELLED' && invitedTo.some(({ sessionId }) => sessionId === session.id),
  );
}

/** Whoever answers for a case: its key person, and managers who oversee it. */
export const answersFor = (world: World, person: Person, one: Case, instant: Date) =>
  isKeyPerson(world, person, one, instant) || oversees(world, person, one, instant);

export const isKeyPerson = (world: World, person: Person, one: Case, instant: Date) =>
  seatsAwake(world, person, one, instant).some((seat) => isKeySeat(one, seat));

/** Managers oversee what their agencies lead or had a seat on, as far as something is shared with one of them. */
export function oversees(world: World, person: Person, one: Case, instant: Date): boolean {
  const managed = managedBy(world, person, instant);
  const isConcerned = managed.includes(one.leadAgencyId) || one.seats.some((seat) => managed.includes(seat.agencyId));
  return isConcerned && manager(world, person, one, instant).shared.length > 0;
}

const manager = (world: World, person: Person, one: Case, instant: Date): Capacity => ({
  as: 'MANAGER',
  shared: sharedWith(one, managedBy(world, person, instant), instant),
});

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

/** The extraordinary accesses that live: not over, not ended, and their holder still works where they did. */
const accessesOf = (world: World, person: Person, instant: Date) =>
  rowsOf(world, 'ExtraordinaryAccess').filter((access) => {
    const isOver = access.endedAt !== null || (access.until as Date) <= instant;
    const isThere = person.postings.some(({ agencyId, ...posting }) => agencyId === access.agencyId && isCurrent(posting, instant));
    return access.staffId === person.id && !isOver && isThere;
  });

const isPosted = (person: Person, seat: { agencyId: string; profession: string }, instant: Date) =>
  person.postings.some(
    (posting) => posting.agencyId === seat.agencyId && posting.profession === seat.profession && isCurrent(posting, instant),
  );

/** A posting holds from its first day to the end of its last, in Japan. */
export const isCurrent = (posting: Pick<Posting, 'since' | 'until'>, instant: Date) =>
  posting.since <= dayOf(instant) && (posting.until === null || posting.until >= dayOf(instant));

/** Whom a series shows itself to: members as they are posted today, and managers of its host. */
export function takesPartIn(world: World, person: Person, seriesId: unknown, instant: Date): boolean {
  const series = rowsOf(world, 'MeetingSeries').find(({ id }) => id === seriesId)!;
  return (
    managedBy(world, person, instant).includes(series.agencyId!) ||
    rowsOf(world, 'SeriesMember').some((member) => member.seriesId === seriesId && member.until === null && isSent(person, member, instant))
  );
}

/** The sessions of series to which somebody is asked, member or not. */
export const askedTo = (world: World, person: Person, instant: Date): Row[] =>
  rowsOf(world, 'Invitation').filter((invitation) => invitation.seriesId && isSent(person, invitation, instant));

/** Sent by an agency as a profession, and still posted so. */
const isSent = (person: Person, row: Row, instant: Date) =>
  row.staffId === person.id && isPosted(person, { agencyId: row.agencyId!, profession: row.profession as string }, instant);
