import type { Work } from '../../database/work.js';
import { COORDINATION } from '../../permissions/categories.js';
import { Task, UNFINISHED } from '../tasks/task.entity.js';
import type { Matter } from './agenda.js';
import { AgendaItem } from './agenda-item.entity.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Issue } from './issue.entity.js';
import { Minutes } from './minutes.entity.js';
import { MinutesConfirmation } from './minutes-confirmation.entity.js';

/**
 * What the earlier sessions of a case left unfinished, each with the reason why it is back: it goes on the next agenda
 * by itself. Read under the convener's rules like everything else: the key person's row of the need-to-know table
 * reaches every headline, so nothing is left behind; where a municipality narrows that row, what the key person may
 * not know of stays off their agenda and with its owner, who sees it anyway.
 */
export async function unfinished(work: Work, caseId: string): Promise<Matter[]> {
  const sessions = await work.scope.find(ConferenceSession, { caseId, status: { $in: ['CLOSED', 'CANCELLED'] } }, ['number']);
  const last = sessions.findLast((session) => session.status === 'CLOSED') ?? null;
  const cancelled = sessions.filter((session) => session.status === 'CANCELLED' && session.number > (last?.number ?? 0));
  const discussed = sessions.filter((session) => session.status === 'CLOSED').map((session) => session.id);
  const fresh = [
    ...(last ? await unconfirmedMinutes(work, last) : []),
    ...(await openTasks(work, caseId)),
    ...(await declinedTasks(work, caseId, discussed)),
    ...(await openIssues(work, caseId)),
  ];
  const known = new Set(fresh.map((matter) => matter.fromId));
  const items = [...(last ? await carriedOver(work, last) : []), ...(await neverDiscussed(work, cancelled))];
  return [...fresh, ...items.filter((item) => !known.has(item.about)).map((item) => item.matter)];
}

async function unconfirmedMinutes(work: Work, last: ConferenceSession): Promise<Matter[]> {
  const open = await work.scope.first(MinutesConfirmation, { sessionId: last.id, status: { $ne: 'CONFIRMED' } });
  const minutes = open && (await work.scope.one(Minutes, open.minutesId));
  if (!minutes) return [];
  const what = `第${last.number}回カンファレンスの会議録の確認`;
  return [
    {
      kind: 'MINUTES',
      what,
      category: COORDINATION,
      agencyId: minutes.agencyId,
      fromId: minutes.id,
      because: 'UNCONFIRMED',
      confinedTo: minutes.confinedTo,
    },
  ];
}

async function openTasks(work: Work, caseId: string): Promise<Matter[]> {
  const tasks = await work.scope.find(Task, { caseId, status: { $in: UNFINISHED } }, ['dueOn', 'id']);
  return tasks.map((task) => fromTask(task, whyOpen(task, work.today)));
}

function whyOpen(task: Task, today: string): Matter['because'] {
  if (task.dueOn < today) return 'OVERDUE';
  return task.status === 'OFFERED' ? 'UNACCEPTED' : 'UNFINISHED';
}

/** A task that was declined comes back once, unless it has been given to someone else; then the item's outcome decides. */
async function declinedTasks(work: Work, caseId: string, discussed: readonly string[]): Promise<Matter[]> {
  const tasks = await work.scope.find(Task, { caseId, status: 'DECLINED' }, ['dueOn', 'id']);
  const items = await work.scope.find(AgendaItem, { caseId, sessionId: { $in: discussed }, because: 'DECLINED' });
  const cameBack = (task: Task) => items.some((item) => item.fromId === task.id && item.addedAt >= (task.answeredAt ?? task.offeredAt));
  return tasks.filter((task) => !cameBack(task)).map((task) => fromTask(task, 'DECLINED'));
}

const fromTask = ({ id, what, category, agencyId }: Task, because: Matter['because']): Matter => ({
  kind: 'CARRIED_TASK',
  what,
  category,
  agencyId,
  fromId: id,
  because,
});

async function openIssues(work: Work, caseId: string): Promise<Matter[]> {
  const issues = await work.scope.find(Issue, { caseId, status: 'OPEN' }, ['namedAt', 'id']);
  return issues.map(({ id, what, category, agencyId, confinedTo }) => ({
    kind: 'CARRIED_ISSUE',
    what,
    category,
    agencyId,
    fromId: id,
    because: 'UNRESOLVED',
    confinedTo,
  }));
}

/** An item of an earlier agenda as it comes back, and what it was itself about: that may come back afresh instead. */
interface Returning {
  readonly about: string | null;
  readonly matter: Matter;
}

async function carriedOver(work: Work, last: ConferenceSession): Promise<Returning[]> {
  const items = await work.scope.find(AgendaItem, { sessionId: last.id, outcome: 'CARRIED_OVER' }, ['addedAt', 'id']);
  return items.map((item) => returning(item, 'CARRIED_OVER'));
}

/** Questions of sessions that were cancelled. What those had carried themselves still stands where it came from. */
async function neverDiscussed(work: Work, cancelled: readonly ConferenceSession[]): Promise<Returning[]> {
  const sessionId = { $in: cancelled.map((session) => session.id) };
  const items = await work.scope.find(AgendaItem, { sessionId, kind: 'QUESTION' }, ['addedAt', 'id']);
  return items.map((item) => returning(item, 'CANCELLED'));
}

const returning = ({ id, what, category, agencyId, fromId, confinedTo }: AgendaItem, because: Matter['because']): Returning => ({
  about: fromId,
  matter: { kind: 'CARRIED_ITEM', what, category, agencyId, fromId: id, because, confinedTo },
});
