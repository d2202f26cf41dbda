import { InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { notFound } from '../../refusal.js';
import { Circle } from './circle.js';
import { concerned, lockTask, OnTaskInput, theTask } from './on-task.js';
import { holdSeat } from './owner.js';
import { Task } from './task.entity.js';

@InputType()
export class AcceptTaskInput extends OnTaskInput {}

/**
 * Accepts a task that was offered to oneself, or takes it from the pool of one's agency: from then on it is one's own.
 * `CONFLICT` when it was answered before, by a colleague for instance; `NOT_FOUND` for someone whose seat ends meanwhile.
 */
export async function acceptTask(work: Work, input: AcceptTaskInput): Promise<Task> {
  const task = await lockTask(work, input, 'answer', ['OFFERED']);
  const circle = await Circle.of(work, task.caseId);
  if (!(await holdSeat(work, circle.seatOf(work.staff.staffId)))) throw notFound();
  const to = concerned(circle, task);
  await work.save(task, { status: 'ACCEPTED', staffId: work.staff.staffId, answeredAt: work.now });
  work.record('task.accepted', task, { to });
  return task;
}
acceptTask.takes = theTask;
