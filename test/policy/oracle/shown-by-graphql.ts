import { answerOf, ask } from './ask.js';
import type { Channel, Scene } from './channels.js';
import { ACCESS, BASIS, CASE, ENTRY, follow, SERIES, selectionOf, type Answered, type Links } from './links.js';
import { answersFor } from './capacities.js';
import { waiting } from './waiting.js';
import { dayOf, rowsOf, type Person, type Row } from './world.js';

/* What people are answered over HTTP: every list there is, everything that is reached from a case, the trail, and what is printed. */

const MOST = 500;
const LISTS: Readonly<Record<string, string>> = {
  tasksOffered: 'Task',
  tasksDue: 'Task',
  clientTasks: 'Task',
  tasksDeclined: 'Task',
  postponementsToAnswer: 'Postponement',
  handoversOffered: 'KeyPersonHandover',
  invitations: 'Invitation',
  sessionsAhead: 'ConferenceSession',
  minutesToConfirm: 'MinutesConfirmation',
};
type Rows = Answered[];

/** Every list that begins with nothing but who asks. */
export const byLists: Channel = async (scene, person) => {
  const { world, instant, tally, lock } = scene;
  const asked = `{ cases(first: ${MOST}) { id } tasks(first: ${MOST}) { id } overdue: tasks(first: ${MOST}, overdue: true) { id }
    mine: tasks(first: ${MOST}, ownedByMe: true) { id } agencies { id } staff { id } mySessions { id } needToKnowChanges { id }
    accessReviews { id case { id } reason { id } answer { id } }
    today { ${Object.keys(LISTS).join(' { id } ')} { id } } }`;
  const answer = await ask<Record<string, Rows> & { today: Record<string, Rows> }>(scene, person, asked);
  const list = (channel: string, type: string, isListed: (row: Row) => boolean = () => true) =>
    tally.decideAll(person, rowsOf(world, type), channel, idsOf(answer[channel]), (_, row) => isListed(row));
  const today = dayOf(instant);
  list('cases', 'SupportCase');
  list('tasks', 'Task');
  list('overdue', 'Task', (row) => ['OFFERED', 'ACCEPTED', 'IN_PROGRESS'].includes(row.status!) && (row.dueOn as string) < today);
  list('mine', 'Task', (row) => row.staffId === person.id);
  list('agencies', 'Agency');
  list('staff', 'Staff');
  list('mySessions', 'Session', (row) => row.staffId === person.id);
  list('needToKnowChanges', 'NeedToKnowCell');
  const toJudge = (_: Person, row: Row) =>
    row.review === 'PENDING' && (lock === 'rows' || waiting(world, person, 'accessReviews', row, instant));
  tell(scene, person, 'accessReviews', 'ExtraordinaryAccess', answer['accessReviews']!, ACCESS, toJudge);
  if (lock === 'rows') return;
  for (const [name, type] of Object.entries(LISTS)) {
    const isListed = (_: Person, row: Row) => waiting(world, person, name, row, instant);
    tally.decideAll(person, rowsOf(world, type), `today.${name}`, idsOf(answer.today[name]), isListed);
  }
};

/** The inbox, page by page, and how much of it is unread. */
export const byInbox: Channel = async (scene, person) => {
  const { world, tally, instant } = scene;
  const page = `query ($after: Int!) { inbox(after: $after, first: ${MOST}) ${selectionOf(ENTRY, 'seq')} }`;
  const shown = await paged(scene, person, 'inbox', page, {});
  const today = dayOf(instant);
  const current = person.postings.filter(({ since, until }) => since <= today && (until === null || until >= today));
  const addresses = [person.id, ...current.map(({ agencyId }) => agencyId)];
  const isAddressed = (_: Person, row: Row) => (row.to as string[]).some((id) => addresses.includes(id));
  tell(scene, person, 'inbox', 'TrailEntry', shown, ENTRY, isAddressed);
  const { inboxUnread } = await ask<{ inboxUnread: number }>(scene, person, '{ inboxUnread }');
  const seen = rowsOf(world, 'InboxCursor').find(({ staffId }) => staffId === person.id)!.seq as number;
  const unread = rowsOf(world, 'TrailEntry').filter(
    (row) => (row.seq as number) > seen && isAddressed(person, row) && tally.truth(person, row),
  );
  tally.same(person, 'inboxUnread', inboxUnread, Math.min(unread.length, MOST));
};

/** Everything that is asked of one case: what its links lead to, its ledger, its trail, and who answers for what. */
export const byCase: Channel = async (scene, person) => {
  for (const one of rowsOf(scene.world, 'SupportCase')) {
    if (scene.lock !== 'rows') await whoLooked(scene, person, one);
    await linksOf(scene, person, one);
    await listsOf(scene, person, one);
    for (const session of rowsOf(scene.world, 'ConferenceSession').filter(({ caseId }) => caseId === one.id))
      await sessionBy(scene, person, session);
    await tasksOf(scene, person, one);
  }
};

/** Every series of meetings, and what each of its sessions has of whichever case. */
export const bySeries: Channel = async (scene, person) => {
  for (const series of rowsOf(scene.world, 'MeetingSeries')) {
    const asked = `query ($id: Uuid!) { series(seriesId: $id) ${selectionOf(SERIES)} }`;
    const answer = await ask<{ series: Answered } | null>(scene, person, asked, series);
    tell(scene, person, 'series', 'MeetingSeries', answer ? [answer.series] : [], SERIES, (_, row) => row === series);
  }
  const { meetingSeries } = await ask<{ meetingSeries: Rows }>(scene, person, '{ meetingSeries { id } }');
  tell(scene, person, 'meetingSeries', 'MeetingSeries', meetingSeries, {}, () => true);
  for (const session of rowsOf(scene.world, 'ConferenceSession').filter(({ seriesId }) => seriesId))
    await sessionBy(scene, person, session);
};

/** Who read what of a case is told to whoever answers for it, as a list and to print; others who see the case are refused, and to all else it is not there. */
async function whoLooked(scene: Scene, person: Person, one: Row): Promise<void> {
  const { world, instant, tally } = scene;
  const { on } = { on: dayOf(instant) };
  const subject = world.cases.find(({ id }) => id === one.id)!;
  const expected = answersFor(world, person, subject, instant) ? 'told' : tally.truth(person, one) ? 'FORBIDDEN' : 'NOT_FOUND';
  for (const field of ['accessLog(caseId: $id, from: $on, to: $on) { id }', 'accessSummary(caseId: $id, month: $on) { id }']) {
    const { refused } = await answerOf(scene, person, `query ($id: Uuid!, $on: CalendarDate!) { ${field} }`, { ...one, on });
    tally.same(person, 'accessLog', refused ?? 'told', expected);
  }
  const { refused } = await answerOf(scene, person, 'query ($id: Uuid!) { accessLogCsv(caseId: $id) }', one);
  tally.same(person, 'accessLogCsv', refused ?? 'told', expected);
}

interface Counted {
  readonly case: { readonly taskTally: { readonly open: number } };
}

async function linksOf(scene: Scene, person: Person, one: Row): Promise<void> {
  const answer = await ask<{ case: Answered } | null>(scene, person, `query ($id: Uuid!) { case(id: $id) ${selectionOf(CASE)} }`, one);
  tell(scene, person, 'case', 'SupportCase', answer ? [answer.case] : [], CASE, (_, row) => row === one);
  const counted = await ask<Counted | null>(scene, person, 'query ($id: Uuid!) { case(id: $id) { taskTally { open } } }', one);
  if (!counted) return;
  const { tally, world } = scene;
  const open = rowsOf(world, 'Task').filter(
    (row) => row.caseId === one.id && ['OFFERED', 'ACCEPTED', 'IN_PROGRESS'].includes(row.status!) && tally.truth(person, row),
  );
  tally.same(person, 'taskTally', counted.case.taskTally.open, open.length);
}

async function listsOf(scene: Scene, person: Person, one: Row): Promise<void> {
  const ofCase = (_: Person, row: Row) => row.caseId === one.id;
  const lists = `query ($id: Uuid!) { disclosures(caseId: $id) ${selectionOf(BASIS)} tasks(caseId: $id) { id } trailCsv(caseId: $id) }`;
  const answer = await ask<{ disclosures: Rows; tasks: Rows; trailCsv: string }>(scene, person, lists, one);
  tell(scene, person, 'disclosures', 'Basis', answer.disclosures, BASIS, ofCase);
  tell(scene, person, 'tasks caseId', 'Task', answer.tasks, {}, ofCase);
  const printed = answer.trailCsv.split('\r\n').flatMap((line) => /^\d+/.exec(line)?.[0] ?? []);
  scene.tally.decideAll(
    person,
    rowsOf(scene.world, 'TrailEntry').filter((row) => ofCase(person, row)),
    'trailCsv',
    printed,
  );
  const page = `query ($id: Uuid!, $after: Int!) { trail(caseId: $id, after: $after, first: ${MOST}) ${selectionOf(ENTRY, 'seq')} }`;
  tell(scene, person, 'trail', 'TrailEntry', await paged(scene, person, 'trail', page, one), ENTRY, ofCase);
}

/** A session by its id, and its printed minutes, which say in words what was said and settled. */
async function sessionBy(scene: Scene, person: Person, session: Row): Promise<void> {
  const { world, tally } = scene;
  const found = await ask(scene, person, 'query ($id: Uuid!) { conferenceSession(id: $id) { id } }', session);
  tally.decide(person, session, 'conferenceSession', found !== null);
  if (session.status !== 'CLOSED') return;
  const text = await ask<{ minutesText: string } | null>(scene, person, 'query ($id: Uuid!) { minutesText(sessionId: $id) }', session);
  for (const [type, mark] of Object.entries(PRINTED)) {
    for (const row of rowsOf(world, type).filter(({ sessionId, category }) => sessionId === session.id && category !== 'COORDINATION')) {
      const isTold = tally.truth(person, row) && tally.truth(person, session);
      tally.decide(person, row, 'minutesText', Boolean(text?.minutesText.includes(row[mark] as string)), isTold);
    }
  }
}

/** What minutes print, and its words. */
const PRINTED = { AgendaItem: 'what', Statement: 'body', Issue: 'what', Decision: 'what' } as const;

async function tasksOf(scene: Scene, person: Person, one: Row): Promise<void> {
  const tasks = rowsOf(scene.world, 'Task').filter(({ caseId }) => caseId === one.id);
  for (const task of tasks.slice(0, 3)) {
    const found = await ask(scene, person, 'query ($id: Uuid!) { task(id: $id) { id } }', task);
    scene.tally.decide(person, task, 'task', found !== null);
  }
}

/** Decides a list of rows with everything that their links lead to. */
function tell(
  { world, tally }: Scene,
  person: Person,
  channel: string,
  type: string,
  shown: Rows,
  links: Links,
  isListed: (person: Person, row: Row) => boolean,
): void {
  const rows = rowsOf(world, type).filter((row) => isListed(person, row));
  tally.decideAll(person, rows, channel, idsOf(shown));
  for (const answered of shown) {
    const row = rows.find(({ id }) => id === idOf(answered));
    if (!row) continue;
    follow(world, links, row, answered, channel, (candidates, path, ids) => tally.decideAll(person, candidates, path, ids));
  }
}

async function paged(scene: Scene, person: Person, field: string, query: string, variables: object): Promise<Rows> {
  const all: Rows = [];
  for (;;) {
    const after = all.at(-1)?.seq ?? 0;
    const page = (await ask<Record<string, Rows>>(scene, person, query, { ...variables, after }))[field]!;
    all.push(...page);
    if (page.length < MOST) return all;
  }
}

const idOf = ({ id, seq }: Answered) => id ?? String(seq);
const idsOf = (rows: Rows | undefined) => (rows ?? []).map(idOf);
