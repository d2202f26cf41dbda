import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { explain } from '../cases/explain.js';
import { Circle } from './circle.js';
import { Postponement } from './postponement.entity.js';
import { lockRequest } from './postponements.js';

@InputType()
export class RefusePostponementInput {
  @Field(() => Uuid) postponementId: string;
  @Field(() => Int) version: number;
  @Field(() => Narrative, { description: 'Why not.' }) answer: string;
}

/** Refuses a later deadline, saying why; the present one stands. `FORBIDDEN` for whoever asked. */
export async function refusePostponement(work: Work, input: RefusePostponementInput): Promise<Postponement> {
  const { request, task } = await lockRequest(work, input, 'approve');
  const circle = await Circle.of(work, task.caseId);
  const answerId = await explain(work, request, 'REASON', input.answer);
  await work.save(request, { status: 'REFUSED', answerId, answeredAt: work.now });
  work.record('postponement.refused', request, { to: circle.told(task.category, request.staffId, task.offeredById), answerId });
  return request;
}
