import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative } from '../../graphql/scalars.js';
import { explain } from '../cases/explain.js';
import { Circle } from './circle.js';
import { concerned, lockTask, OnTaskInput, TAKEN_ON, theTask } from './on-task.js';
import { dropRequest } from './postponements.js';
import { Task } from './task.entity.js';

@InputType()
export class CompleteTaskInput extends OnTaskInput {
  @Field(() => Narrative, { description: 'What came of it.' }) result: string;
}

/**
 * Reports a task done, with its result; for a task of the client, someone of the agency that follows up reports.
 * A postponement still asked for falls away. `CONFLICT` before it is accepted and once it is over.
 */
export async function completeTask(work: Work, input: CompleteTaskInput): Promise<Task> {
  const task = await lockTask(work, input, 'carry', TAKEN_ON);
  const circle = await Circle.of(work, task.caseId);
  const resultId = await explain(work, task, 'RESULT', input.result);
  await work.save(task, { status: 'DONE', resultId, finishedAt: work.now });
  work.record('task.done', task, { to: concerned(circle, task), resultId });
  await dropRequest(work, circle, task);
  return task;
}
completeTask.takes = theTask;
