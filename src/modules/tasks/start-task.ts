import { InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Circle } from './circle.js';
import { lockTask, OnTaskInput, theTask } from './on-task.js';
import { Task } from './task.entity.js';

@InputType()
export class StartTaskInput extends OnTaskInput {}

/** Begins work on an accepted task. */
export async function startTask(work: Work, input: StartTaskInput): Promise<Task> {
  const task = await lockTask(work, input, 'carry', ['ACCEPTED']);
  const [circle] = await Promise.all([Circle.of(work, task.caseId), work.save(task, { status: 'IN_PROGRESS' })]);
  work.record('task.started', task, { to: circle.told(task.category, task.offeredById) });
  return task;
}
startTask.takes = theTask;
