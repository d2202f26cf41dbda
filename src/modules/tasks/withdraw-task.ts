import { InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { explain } from '../cases/explain.js';
import { Circle } from './circle.js';
import { concerned, lockTask, NOT_OVER, OnTaskForAReasonInput, theTask } from './on-task.js';
import { dropRequest } from './postponements.js';
import { Task } from './task.entity.js';

@InputType()
export class WithdrawTaskInput extends OnTaskForAReasonInput {}

/** Takes a task back, with a reason: it need not be done any more. A postponement still asked for falls away. */
export async function withdrawTask(work: Work, input: WithdrawTaskInput): Promise<Task> {
  const task = await lockTask(work, input, 'withdraw', NOT_OVER);
  const circle = await Circle.of(work, task.caseId);
  const reasonId = await explain(work, task, 'REASON', input.reason);
  await work.save(task, { status: 'WITHDRAWN', reasonId, finishedAt: work.now });
  work.record('task.withdrawn', task, { to: concerned(circle, task), reasonId });
  await dropRequest(work, circle, task);
  return task;
}
withdrawTask.takes = theTask;
