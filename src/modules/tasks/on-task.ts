import { Field, InputType, Int } from '@nestjs/graphql';
import type { Named } from '../../database/scope.js';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import type { Action } from '../../permissions/actions.js';
import { conflict, type Sentence } from '../../refusal.js';
import type { Circle } from './circle.js';
import { ownersSide } from './owner.js';
import { Task, type TaskStatus } from './task.entity.js';

@InputType({ isAbstract: true })
export class OnTaskInput {
  @Field(() => Uuid) taskId: string;
  @Field(() => Int, { description: 'The version that was read; a later one is a CONFLICT.' }) version: number;
}

@InputType({ isAbstract: true })
export class OnTaskForAReasonInput extends OnTaskInput {
  @Field(() => Narrative) reason: string;
}

type Status = keyof typeof TaskStatus;

/** States in which someone has taken the task on. */
export const TAKEN_ON = ['ACCEPTED', 'IN_PROGRESS'] as const satisfies readonly Status[];
/** States in which the task can still get an owner or be taken back. */
export const NOT_OVER = ['OFFERED', ...TAKEN_ON, 'DECLINED'] as const satisfies readonly Status[];

const STANDING: Readonly<Record<Status, Sentence>> = {
  OFFERED: { ja: 'まだ受理されていません', en: 'has not been accepted yet' },
  ACCEPTED: { ja: 'すでに受理されています', en: 'has already been accepted' },
  IN_PROGRESS: { ja: 'すでに着手されています', en: 'is already in progress' },
  DONE: { ja: 'すでに完了しています', en: 'is already done' },
  DECLINED: { ja: '辞退されています', en: 'has been declined' },
  WITHDRAWN: { ja: '取り下げられています', en: 'has been withdrawn' },
};

/** `CONFLICT`, saying how the task stands, unless it is in one of these states. */
export function mustStand(task: Task, states: readonly Status[]): void {
  if (states.includes(task.status)) return;
  const { ja, en } = STANDING[task.status];
  throw conflict({ ja: `この対応事項は${ja}。`, en: `This task ${en}.` });
}

/** The task that a verb takes first. */
export const theTask = ({ taskId }: OnTaskInput): Named => ({ type: Task, id: taskId });

/**
 * Takes a task for this transaction in order to do something to it. `NOT_FOUND` when it may not be seen; `CONFLICT` at
 * another version or in a state that does not allow it; `FORBIDDEN` for whoever may not.
 */
export async function lockTask(work: Work, { taskId, version }: OnTaskInput, action: Action, states: readonly Status[]): Promise<Task> {
  const task = await work.lock(Task, taskId, version);
  work.must(action, task);
  mustStand(task, states);
  return task;
}

/** Everyone who has to know what becomes of a task: its owner's side, who offered it, and the key person. */
export const concerned = (circle: Circle, task: Task): string[] =>
  circle.told(task.category, ownersSide(task), task.offeredById, circle.keyPersonId);
