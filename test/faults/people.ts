import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Desk, Json } from './desk.js';
import type { Family } from './town.js';

const MOST_TASKS = 150;
const MOST_SESSIONS = 60;
const HOUR_MS = 3_600_000;

const LOOK = `query ($id: Uuid!) { case(id: $id) {
  keyPerson { staffId } tasks { id version status staffId } seats { id version staffId } conference { sessions { id version status } } } }`;

/** What somebody sees before they do something. */
interface Sight {
  readonly desk: Desk;
  readonly family: Family;
  readonly isKeyPerson: boolean;
  readonly tasks: readonly Json[];
  readonly seats: readonly Json[];
  readonly sessions: readonly Json[];
}

/** How often people do what. */
const WEIGHTS = {
  record: 22,
  offer: 14,
  accept: 16,
  complete: 9,
  reassign: 14,
  decline: 3,
  collide: 8,
  handOver: 6,
  seat: 7,
  consent: 4,
  meet: 5,
} as const;
type Doing = keyof typeof WEIGHTS;

let marks = 0;
/** A mark that stands nowhere else, for the text that a command writes. */
const marked = () => `印${++marks}-${randomUUID().slice(0, 8)}`;
const writing = (desk: Desk, verb: string, input: object, field: string) => {
  const mark = marked();
  return desk.does(verb, { ...input, [field]: mark }, 'id version', mark);
};

const chanceOf = ({ desk }: Sight) => desk.office.chance;
const oneOf = (sight: Sight, rows: readonly Json[]) => (rows.length > 0 ? chanceOf(sight).one(rows) : null);
const on = (task: Json) => ({ taskId: task.id, version: task.version });
const colleague = ({ family, desk }: Sight) => desk.office.chance.one(family.desks.filter((other) => other !== desk)).staffId;
const inDays = (days: number) => new Date(Date.now() + days * 24 * HOUR_MS).toISOString().slice(0, 10);

const DOINGS: Readonly<Record<Doing, (sight: Sight) => Promise<unknown> | null>> = {
  record: ({ desk, family: { caseId } }) => writing(desk, 'writeRecord', { caseId, category: 'LIFE', kind: 'NOTE' }, 'body'),

  offer: (sight) => {
    const { desk, family, tasks } = sight;
    if (tasks.length >= MOST_TASKS) return null;
    const owner = { kind: 'STAFF', staffId: colleague(sight) };
    return writing(desk, 'offerTask', { caseId: family.caseId, category: 'LIFE', dueOn: inDays(14), owner }, 'what');
  },

  accept: (sight) => {
    const task = oneOf(sight, ours(sight, ['OFFERED']));
    return task && sight.desk.does('acceptTask', on(task));
  },

  complete: (sight) => {
    const task = oneOf(sight, ours(sight, ['ACCEPTED', 'IN_PROGRESS']));
    return task && writing(sight.desk, 'completeTask', on(task), 'result');
  },

  reassign: (sight) => {
    const task = oneOf(sight, open(sight));
    if (!task || !sight.isKeyPerson) return null;
    return giveTo(sight, task, chanceOf(sight).one(sight.family.desks).staffId);
  },

  decline: (sight) => {
    const task = oneOf(sight, ours(sight, ['OFFERED']));
    return task && writing(sight.desk, 'declineTask', on(task), 'reason');
  },

  // From two windows, in each of which the task stands as it was read: one of them comes too late.
  collide: (sight) => {
    const task = oneOf(sight, open(sight));
    if (!task || !sight.isKeyPerson) return null;
    const others = sight.family.desks.filter(({ staffId }) => staffId !== task.staffId);
    return Promise.all(others.slice(0, 2).map(({ staffId }) => giveTo(sight, task, staffId)));
  },

  handOver: (sight) => (sight.family.offered ? answer(sight) : sight.isKeyPerson ? offerRole(sight) : null),

  seat: (sight) => {
    const { desk, family, isKeyPerson, seats } = sight;
    if (!isKeyPerson) return null;
    const staffId = chanceOf(sight).one(family.guests);
    const seated = seats.find((seat) => seat.staffId === staffId);
    if (!seated) return desk.does('giveSeat', { caseId: family.caseId, staffId });
    return writing(desk, 'endSeat', { seatId: seated.id, version: seated.version }, 'reason');
  },

  consent: (sight) => (sight.isKeyPerson ? agree(sight) : null),

  meet: (sight) => (sight.isKeyPerson ? meet(sight) : null),
};

const giveTo = ({ desk }: Sight, task: Json, staffId: string) =>
  writing(desk, 'reassignTask', { ...on(task), owner: { kind: 'STAFF', staffId } }, 'reason');
const open = ({ tasks }: Sight) => tasks.filter(({ status }) => !['DONE', 'WITHDRAWN'].includes(status as string));
const ours = (sight: Sight, states: readonly string[]) =>
  sight.tasks.filter(({ status, staffId }) => staffId === sight.desk.staffId && states.includes(status as string));

async function offerRole(sight: Sight): Promise<void> {
  const { desk, family } = sight;
  const staffId = colleague(sight);
  const made = await writing(desk, 'offerHandover', { caseId: family.caseId, staffId }, 'reason');
  if (made) family.offered = { handoverId: made.id, staffId };
}

/** Whoever was asked takes the role on, or says no. */
async function answer(sight: Sight): Promise<void> {
  const { family } = sight;
  const { handoverId, staffId } = family.offered!;
  const asked = family.desks.find((desk) => desk.staffId === staffId)!;
  if (asked !== sight.desk) return;
  if (chanceOf(sight).next() < 0.8) await asked.does('acceptHandover', { handoverId });
  else await writing(asked, 'declineHandover', { handoverId }, 'reason');
  family.offered = null;
}

async function agree({ desk, family: { caseId, memberId, helloWorkId } }: Sight): Promise<void> {
  const form = { caseId, memberId, agencyIds: [helloWorkId], categories: ['EMPLOYMENT'], purpose: 'EMPLOYMENT', evidence: 'SIGNED_FORM' };
  const consent = await desk.does('recordConsent', { ...form, givenOn: '2026-04-02' });
  if (consent) await writing(desk, 'withdrawConsent', { consentId: consent.id }, 'reason');
}

/** Sessions that never overlap: each of a case an hour after the one before. */
async function meet(sight: Sight): Promise<void> {
  const { desk, family, sessions } = sight;
  const planned = sessions.find(({ status }) => status === 'CONVENED');
  if (planned) return void (await writing(desk, 'cancelSession', { sessionId: planned.id, version: planned.version }, 'reason'));
  if (sessions.length >= MOST_SESSIONS) return;
  const startsAt = new Date(Date.now() + 48 * HOUR_MS).toISOString();
  const endsAt = new Date(Date.now() + 49 * HOUR_MS).toISOString();
  const call = {
    caseId: family.caseId,
    startsAt,
    endsAt,
    place: '会議室',
    questions: [{ what: '暮らし', category: 'LIFE' }],
    despiteOverlap: true,
  };
  const invitees = [{ staffId: colleague(sight) }];
  const made = await desk.does('conveneSession', { ...call, reason: '暮らしが変わったため', invitees });
  if (made)
    await writing(desk, 'moveSession', { sessionId: made.id, version: made.version, startsAt, endsAt, despiteOverlap: true }, 'reason');
}

/** Somebody at work on a family's case until `isOver`. Answers whatever stopped them before. */
export async function work(desk: Desk, family: Family, isOver: () => boolean): Promise<void> {
  const { chance } = desk.office;
  while (!isOver()) {
    const { case: found } = await desk.ask(LOOK, { id: family.caseId });
    const sight: Sight = {
      desk,
      family,
      isKeyPerson: found.keyPerson?.staffId === desk.staffId,
      tasks: found.tasks,
      seats: found.seats,
      sessions: found.conference?.sessions ?? [],
    };
    await DOINGS[chance.weighed(WEIGHTS)](sight);
    await pause(chance.between(50, 350));
  }
}
