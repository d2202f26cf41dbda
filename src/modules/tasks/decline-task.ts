import { InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { explain } from '../cases/explain.js';
import { Circle } from './circle.js';
import { concerned, lockTask, OnTaskForAReasonInput, theTask } from './on-task.js';
import { Task } from './task.entity.js';

@InputType()
export class DeclineTaskInput extends OnTaskForAReasonInput {}

/** Says no to an offered task, with a reason. It stays visible as declined until someone gives it another owner or withdraws it. */
export async function declineTask(work: Work, input: DeclineTaskInput): Promise<Task> {
  const task = await lockTask(work, input, 'answer', ['OFFERED']);
  const reasonId = await explain(work, task, 'REASON', input.reason);
  await work.save(task, { status: 'DECLINED', reasonId, answeredAt: work.now });
  work.record('task.declined', task, { to: concerned(await Circle.of(work, task.caseId), task), reasonId });
  return task;
}
declineTask.takes = theTask;
