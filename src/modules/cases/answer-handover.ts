import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import type { Action } from '../../permissions/actions.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { needsHeadline } from '../tasks/circle.js';
import { Task } from '../tasks/task.entity.js';
import { explain } from './explain.js';
import { KeyPersonHandover } from './key-person-handover.entity.js';
import { KeyPersonTerm } from './key-person-term.entity.js';
import { Seat } from './seat.entity.js';
import { beginTerm } from './seats.js';
import { SupportCase } from './support-case.entity.js';

@InputType()
export class AcceptHandoverInput {
  @Field(() => Uuid) handoverId: string;
}

@InputType()
export class DeclineHandoverInput {
  @Field(() => Uuid) handoverId: string;
  @Field(() => Narrative) reason: string;
}

@InputType()
export class WithdrawHandoverInput extends DeclineHandoverInput {}

/**
 * Takes over as key person. The term before ends at the instant this one begins, so there is never a gap.
 * `CONFLICT` while the one before owns tasks that only a key person sees.
 */
export async function acceptHandover(work: Work, input: AcceptHandoverInput): Promise<KeyPersonHandover> {
  const handover = await openHandover(work, input.handoverId, 'answer');
  await work.lock(SupportCase, handover.caseId);
  await refuseStrandedTasks(work, handover);
  await work.save(handover, { status: 'ACCEPTED', answeredAt: work.now });
  work.record('handover.accepted', handover, { to: [handover.fromStaffId] });
  const term = (await work.scope.first(KeyPersonTerm, { caseId: handover.caseId, until: null }))!;
  await work.save(term, { until: work.now });
  work.record('key-person.ended', term, { to: [term.staffId] });
  await beginTerm(work, await work.scope.one(Seat, handover.seatId));
  return handover;
}

/** Tasks that the present key person sees only as key person would be lost from their sight, and so from everyone's care. */
async function refuseStrandedTasks(work: Work, { caseId, fromStaffId }: KeyPersonHandover): Promise<void> {
  const seat = await work.scope.first(Seat, { caseId, staffId: fromStaffId, until: null });
  const tasks = await work.scope.find(Task, { caseId, staffId: fromStaffId, isOpen: true });
  if (!seat || tasks.every((task) => needsHeadline(work.staff.needToKnow, seat.profession, task.category))) return;
  throw conflict({
    ja: '今のキーパーソンに、引き継ぎ後は見られなくなる対応事項があります。先に担当を替えてください。',
    en: 'The present key person has tasks that they could no longer see. Please reassign those first.',
  });
}

/** Says no to becoming key person, with a reason; the present key person stays. */
export async function declineHandover(work: Work, input: DeclineHandoverInput): Promise<KeyPersonHandover> {
  const handover = await openHandover(work, input.handoverId, 'answer');
  const answerId = await explain(work, handover, 'REASON', input.reason);
  await work.save(handover, { status: 'DECLINED', answerId, answeredAt: work.now });
  work.record('handover.declined', handover, { to: [handover.fromStaffId], reasonId: answerId });
  return handover;
}

/** Takes an offer back, with a reason. */
export async function withdrawHandover(work: Work, input: WithdrawHandoverInput): Promise<KeyPersonHandover> {
  const handover = await openHandover(work, input.handoverId, 'withdraw');
  const answerId = await explain(work, handover, 'REASON', input.reason);
  await work.save(handover, { status: 'WITHDRAWN', answerId, answeredAt: work.now });
  work.record('handover.withdrawn', handover, { to: [handover.staffId], reasonId: answerId });
  return handover;
}

async function openHandover(work: Work, id: string, action: Action): Promise<KeyPersonHandover> {
  const handover = await work.lock(KeyPersonHandover, id);
  work.must(action, handover);
  if (handover.status !== 'OFFERED')
    throw conflict({ ja: 'この申し出にはすでに回答があります。', en: 'This offer has already been answered.' });
  return handover;
}
