import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate } from '../../graphql/scalars.js';
import { invalid } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { Circle } from './circle.js';
import { refusePast } from './deadline.js';
import { lockTask, OnTaskForAReasonInput, TAKEN_ON, theTask } from './on-task.js';
import { Postponement } from './postponement.entity.js';
import { answerersOf } from './postponements.js';

@InputType()
export class RequestPostponementInput extends OnTaskForAReasonInput {
  @Field(() => CalendarDate) toDueOn: string;
}

/**
 * Asks for a later deadline, with a reason; someone else decides. `INVALID` for a day that is past or not later than the
 * present deadline; `CONFLICT` when one has been asked for already, or the task is not being carried.
 */
export async function requestPostponement(work: Work, input: RequestPostponementInput): Promise<Postponement> {
  const task = await lockTask(work, input, 'carry', TAKEN_ON);
  const { caseId, category, dueOn, agencyId } = task;
  refusePast(work, input.toDueOn, 'input.toDueOn');
  if (input.toDueOn <= dueOn)
    throw invalid('input.toDueOn', 'OUT_OF_ORDER', {
      ja: '今の期限より後の日付にしてください。',
      en: 'The new deadline has to be later than the present one.',
    });
  const reasonId = await explain(work, task, 'REASON', input.reason);
  const request = await work.insert(Postponement, {
    caseId,
    category,
    taskId: task.id,
    staffId: work.staff.staffId,
    agencyId,
    fromDueOn: dueOn,
    toDueOn: input.toDueOn,
    status: 'REQUESTED',
    reasonId,
    answerId: null,
    requestedAt: work.now,
    answeredAt: null,
  });
  work.record('postponement.requested', request, { to: await answerersOf(work, await Circle.of(work, caseId), task), reasonId });
  return request;
}
requestPostponement.takes = theTask;
