import type { Work } from '../../database/work.js';
import type { Action } from '../../permissions/actions.js';
import { conflict } from '../../refusal.js';
import { Agency } from '../people/agency.entity.js';
import { Posting } from '../people/posting.entity.js';
import { needsHeadline, type Circle } from './circle.js';
import { Postponement } from './postponement.entity.js';
import { Task } from './task.entity.js';

/** Who can answer a request: the key person, or when they ask themselves the managers above the task's agency. */
export async function answerersOf(work: Work, circle: Circle, task: Task): Promise<string[]> {
  if (circle.keyPersonId !== work.staff.staffId) return circle.told(task.category, circle.keyPersonId);
  return needsHeadline(work.staff.needToKnow, 'MANAGER', task.category) ? managersAbove(work, task.agencyId) : [];
}

async function managersAbove(work: Work, agencyId: string): Promise<string[]> {
  const parents = new Map((await work.scope.find(Agency, {})).map((agency) => [agency.id, agency.parentId]));
  const above: string[] = [];
  for (let id: string | null = agencyId; id !== null; id = parents.get(id) ?? null) above.push(id);
  const postings = await work.scope.find(Posting, { agencyId: { $in: above }, profession: 'MANAGER', since: { $lte: work.today } });
  return postings.filter(({ until }) => until === null || until >= work.today).map((posting) => posting.staffId);
}

/** A request that is still open, with its task, both taken for this transaction by someone who may answer it. */
export async function lockRequest(
  work: Work,
  { postponementId, version }: { postponementId: string; version: number },
  action: Action,
): Promise<{ request: Postponement; task: Task }> {
  const { taskId } = await work.scope.one(Postponement, postponementId);
  const task = await work.lock(Task, taskId);
  const request = await work.lock(Postponement, postponementId, version);
  work.must(action, request);
  if (request.status !== 'REQUESTED')
    throw conflict({ ja: 'この申請はすでに終わっています。', en: 'This request has already been settled.' });
  return { request, task };
}

/** Withdraws what was asked for a task that is over, or has another owner, before anyone answered. */
export async function dropRequest(work: Work, circle: Circle, task: Task): Promise<void> {
  const asked = await work.scope.first(Postponement, { taskId: task.id, status: 'REQUESTED' });
  if (!asked) return;
  const request = await work.lock(Postponement, asked.id);
  await work.save(request, { status: 'WITHDRAWN', answeredAt: work.now });
  const to = circle.told(task.category, request.staffId, circle.keyPersonId);
  work.record('postponement.withdrawn', request, { to, taskId: task.id });
}
