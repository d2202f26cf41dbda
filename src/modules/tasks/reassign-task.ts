import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { conflict } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { refuseClosed } from '../cases/give-seat.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { despite } from '../safety/conflicts.js';
import { Circle } from './circle.js';
import { concerned, lockTask, NOT_OVER, OnTaskForAReasonInput, theTask } from './on-task.js';
import { beginning, OwnerInput, ownerFor, ownersSide, type Owner } from './owner.js';
import { dropRequest } from './postponements.js';
import { Task } from './task.entity.js';

@InputType()
export class ReassignTaskInput extends OnTaskForAReasonInput {
  @Field(() => OwnerInput) owner: OwnerInput;
}

/**
 * Gives a task to another owner, to whom it is then offered, with a reason; a declined task finds a new owner this way.
 * The deadline stays, and a postponement that the former owner asked for falls away. A manager reassigns within their
 * own agencies: `FORBIDDEN` beyond. `CONFLICT` for a task that is over, or that this owner has already.
 */
export async function reassignTask(work: Work, input: ReassignTaskInput): Promise<Task> {
  const { caseId } = await work.scope.one(Task, input.taskId);
  refuseClosed(await work.lock(SupportCase, caseId));
  const task = await lockTask(work, input, 'reassign', NOT_OVER);
  const circle = await Circle.of(work, caseId);
  const owner = await ownerFor(work, circle, task.category, input.owner, 'input.owner');
  refuseSame(task, owner);
  const former = concerned(circle, task);
  const reasonId = await explain(work, task, 'REASON', input.reason);
  const recordWaiver = await despite(work, caseId, owner.staffId, input.owner.despiteConflict);
  const from = { fromStaffId: task.staffId, fromAgencyId: task.agencyId };
  await work.save(task, { ...owner, ...beginning(work, owner), reasonId });
  work.record('task.reassigned', task, { to: [...circle.told(task.category, ownersSide(owner)), ...former], reasonId, ...from });
  await recordWaiver();
  await dropRequest(work, circle, task);
  return task;
}
reassignTask.takes = theTask;

/** Whoever declined may be asked again. */
function refuseSame(task: Task, owner: Owner): void {
  const isSame = task.ownerKind === owner.ownerKind && task.staffId === owner.staffId && task.agencyId === owner.agencyId;
  if (isSame && task.status !== 'DECLINED')
    throw conflict({ ja: 'すでにこの担当のものです。', en: 'The task is already with this owner.' });
}
