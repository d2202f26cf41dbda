import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { Circle } from './circle.js';
import { concerned } from './on-task.js';
import { Postponement } from './postponement.entity.js';
import { lockRequest } from './postponements.js';

@InputType()
export class ApprovePostponementInput {
  @Field(() => Uuid) postponementId: string;
  @Field(() => Int) version: number;
  @Field(() => Narrative, { nullable: true }) answer?: string | null;
}

/** Grants a later deadline, which the task then has. `FORBIDDEN` for whoever asked; `CONFLICT` when that day is over meanwhile. */
export async function approvePostponement(work: Work, input: ApprovePostponementInput): Promise<Postponement> {
  const { request, task } = await lockRequest(work, input, 'approve');
  if (request.toDueOn < work.today)
    throw conflict({ ja: '申請された期限はすでに過ぎています。', en: 'The day that was asked for is already over.' });
  const circle = await Circle.of(work, task.caseId);
  const answerId = input.answer ? await explain(work, request, 'REASON', input.answer) : null;
  await work.save(request, { status: 'APPROVED', answerId, answeredAt: work.now });
  work.record('postponement.approved', request, { to: circle.told(task.category, request.staffId), answerId });
  await work.save(task, { dueOn: request.toDueOn });
  work.record('task.postponed', task, { to: concerned(circle, task), postponementId: request.id, fromDueOn: request.fromDueOn });
  return request;
}
