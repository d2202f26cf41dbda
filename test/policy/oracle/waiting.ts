import { answersFor, isKeyPerson, managedBy, oversees, seatsAwake } from './capacities.js';
import { maySee } from './policy.js';
import { rowsOf, type Case, type Person, type Row, type World } from './world.js';

/** What waits for someone on the day's list: what they may see and have to answer, carry or decide. */
export function waiting(world: World, person: Person, list: string, row: Row, instant: Date): boolean {
  if (!maySee(world, person, row, instant)) return false;
  const one = world.cases.find(({ id }) => id === row.caseId);
  return one ? waitsOnCase(world, person, list, row, one, instant) : waitsInSeries(world, person, list, row);
}

/** What is of a series and of no case waits for whoever it is addressed to. */
function waitsInSeries(world: World, person: Person, list: string, row: Row): boolean {
  if (list === 'sessionsAhead') return isAhead(row) && isAskedTo(world, person, row);
  if (row.staffId !== person.id) return false;
  return list === 'invitations' ? row.status === 'INVITED' && isAhead(sessionOf(world, row)!) : row.status === 'ASKED';
}

function waitsOnCase(world: World, person: Person, list: string, row: Row, one: Case, instant: Date): boolean {
  const seats = seatsAwake(world, person, one, instant);
  const mine = seats.length > 0 && row.staffId === person.id;
  const myAgency = seats.some((seat) => seat.agencyId === row.agencyId);
  const isKey = isKeyPerson(world, person, one, instant);
  const isManager = oversees(world, person, one, instant);
  const managesAgency = isManager && managedBy(world, person, instant).includes(row.agencyId!);
  const isTaken = row.status === 'ACCEPTED' || row.status === 'IN_PROGRESS';
  const forClient = row.ownerKind === 'CLIENT';
  const lists: Readonly<Record<string, () => boolean>> = {
    tasksOffered: () => row.status === 'OFFERED' && (mine || (row.ownerKind === 'AGENCY' && row.staffId === null && myAgency)),
    tasksDue: () => isTaken && !forClient && mine,
    clientTasks: () => isTaken && forClient && myAgency,
    tasksDeclined: () => row.status === 'DECLINED' && (isKey || managesAgency),
    postponementsToAnswer: () => row.status === 'REQUESTED' && row.staffId !== person.id && (isKey || isManager),
    handoversOffered: () => row.status === 'OFFERED' && mine,
    invitations: () => row.status === 'INVITED' && mine && isAhead(sessionOf(world, row)!),
    sessionsAhead: () => isAhead(row) && isAskedTo(world, person, row),
    minutesToConfirm: () => row.status === 'ASKED' && mine,
    accessReviews: () => row.review === 'PENDING' && row.staffId !== person.id && answersFor(world, person, one, instant),
  };
  return lists[list]!();
}

const isAhead = ({ status }: Row) => status === 'CONVENED' || status === 'OPEN';
const sessionOf = (world: World, { sessionId }: Row) => rowsOf(world, 'ConferenceSession').find(({ id }) => id === sessionId);
const isAskedTo = (world: World, person: Person, { id }: Row) =>
  rowsOf(world, 'Invitation').some((it) => it.sessionId === id && it.staffId === person.id && it.status !== 'DECLINED');
