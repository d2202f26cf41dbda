import { InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import type { Action } from '../../permissions/actions.js';
import { conflict } from '../../refusal.js';
import { refuseClosed } from '../cases/give-seat.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Circle } from './circle.js';
import { concerned, OnTaskInput } from './on-task.js';
import { beginning } from './owner.js';
import { Task } from './task.entity.js';

@InputType()
export class RevertTaskInput extends OnTaskInput {}

/** Minutes within which a slip can be put right; afterwards others have gone on from it. */
const WITHIN_MINUTES = 15;

interface Step {
  /** What whoever took the step was allowed to do, and must be still. */
  readonly action: Action;
  readonly at: (task: Task) => Date | null;
  readonly before: (work: Work, task: Task) => Partial<Task>;
}

/** A task as it was offered: whoever had taken it from a pool gives it back. What was agreed with the client is agreed still. */
function offeredAgain(work: Work, task: Task): Partial<Task> {
  const before = { reasonId: null, finishedAt: null };
  if (task.ownerKind === 'CLIENT') return { ...before, ...beginning(work, task) };
  return { ...before, status: 'OFFERED', answeredAt: null, staffId: task.ownerKind === 'STAFF' ? task.staffId : null };
}

/** The steps that can be taken back, by how the task stands after them. */
const STEPS: Readonly<Partial<Record<Task['status'], Step>>> = {
  ACCEPTED: { action: 'answer', at: ({ answeredAt }) => answeredAt, before: offeredAgain },
  DECLINED: { action: 'answer', at: ({ answeredAt }) => answeredAt, before: offeredAgain },
  IN_PROGRESS: { action: 'carry', at: () => null, before: () => ({ status: 'ACCEPTED' }) },
  DONE: {
    action: 'carry',
    at: ({ finishedAt }) => finishedAt,
    before: () => ({ status: 'IN_PROGRESS', resultId: null, finishedAt: null }),
  },
  WITHDRAWN: { action: 'withdraw', at: ({ finishedAt }) => finishedAt, before: offeredAgain },
};

/**
 * Takes back what was just done to a task by a slip: accepted, declined, started, reported done or withdrawn. It stands as before; a
 * withdrawn one is offered anew. The trail keeps both. `FORBIDDEN` for whoever could not have done it; `CONFLICT` for a task nobody has
 * answered, and when a quarter of an hour has passed.
 */
export async function revertTask(work: Work, { taskId, version }: RevertTaskInput): Promise<Task> {
  const { caseId } = await work.scope.one(Task, taskId);
  refuseClosed(await work.lock(SupportCase, caseId));
  const task = await work.lock(Task, taskId, version);
  const step = STEPS[task.status];
  if (!step) throw conflict({ ja: '取り消せる操作がありません。', en: 'There is nothing to take back.' });
  work.must(step.action, task);
  refuseLate(work, step.at(task));
  const circle = await Circle.of(work, task.caseId);
  const to = concerned(circle, task);
  await work.save(task, step.before(work, task));
  work.record('task.reverted', task, { to });
  return task;
}

function refuseLate(work: Work, at: Date | null): void {
  if (at === null || work.now.getTime() - at.getTime() <= WITHIN_MINUTES * 60_000) return;
  throw conflict({
    ja: `${WITHIN_MINUTES}分を過ぎたため、取り消せません。`,
    en: `It can be taken back within ${WITHIN_MINUTES} minutes only.`,
  });
}
