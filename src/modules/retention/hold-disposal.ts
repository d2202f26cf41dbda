import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { caseToKeep } from './case-to-keep.js';
import { DisposalHold } from './disposal-hold.entity.js';

@InputType()
export class HoldDisposalInput {
  @Field(() => ShortText) caseNumber: string;
  @Field(() => ShortText, { description: 'What it has to be kept for. It stays, so it names nobody.' }) reason: string;
}

@InputType()
export class LiftHoldInput {
  @Field(() => Uuid) holdId: string;
  @Field(() => Int) version: number;
  @Field(() => ShortText) reason: string;
}

/** Keeps a case beyond its time: while a hold is live, nobody disposes of it. `CONFLICT` when its words are gone already. */
export async function holdDisposal(work: Work, input: HoldDisposalInput): Promise<DisposalHold> {
  const caseId = await caseToKeep(work, input.caseNumber);
  work.must('place', { caseId }, DisposalHold);
  const { staffId } = work.staff;
  const placed = { caseId, reason: input.reason, staffId, since: work.now, until: null, liftedById: null, liftReason: null };
  const hold = await work.insert(DisposalHold, placed);
  work.record('hold.placed', hold, { to: await work.scope.answerableFor(caseId) });
  return hold;
}

/** Ends a hold, with a reason. `CONFLICT` when it has ended. */
export async function liftHold(work: Work, input: LiftHoldInput): Promise<DisposalHold> {
  const hold = await work.lock(DisposalHold, input.holdId, input.version);
  work.must('lift', hold);
  if (hold.until) throw conflict({ ja: 'この停止はすでに解除されています。', en: 'This hold has been lifted already.' });
  await work.save(hold, { until: work.now, liftedById: work.staff.staffId, liftReason: input.reason });
  work.record('hold.lifted', hold, { to: [hold.staffId, ...(await work.scope.answerableFor(hold.caseId))] });
  return hold;
}
