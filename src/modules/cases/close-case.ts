import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { conflict } from '../../refusal.js';
import { itemAgreedUnder, settleAgreed } from '../conference/agreed-under.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { Task } from '../tasks/task.entity.js';
import { explain } from './explain.js';
import { refuseClosed } from './give-seat.js';
import { KeyPersonHandover } from './key-person-handover.entity.js';
import { KeyPersonTerm } from './key-person-term.entity.js';
import { Seat } from './seat.entity.js';
import { SupportCase } from './support-case.entity.js';

@InputType()
export class CloseCaseInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => Int) version: number;
  @Field(() => Narrative) reason: string;
  @Field(() => Uuid, { nullable: true, description: 'Where a meeting over a caseload agreed on it, the item.' }) itemId?: string | null;
}

/**
 * Ends a case (終結). `CONFLICT` while a task is unfinished, a session is ahead or open, or a hand-over is offered, and in a meeting that may not
 * decide on closing. Seats stay, so that it can be read.
 */
export async function closeCase(work: Work, input: CloseCaseInput): Promise<SupportCase> {
  const item = await itemAgreedUnder(work, input.caseId, input.itemId, 'CLOSING');
  const supportCase = await work.lock(SupportCase, input.caseId, input.version);
  work.must('close', supportCase);
  refuseClosed(supportCase);
  await refuseLooseEnds(work, supportCase.id);
  const closingReasonId = await explain(work, { caseId: supportCase.id, category: COORDINATION }, 'REASON', input.reason);
  await work.save(supportCase, { status: 'CLOSED', closedAt: work.now, closingReasonId });
  const seats = await work.scope.find(Seat, { caseId: supportCase.id, until: null });
  work.record('case.closed', supportCase, { to: seats.map((seat) => seat.staffId), reasonId: closingReasonId, itemId: item?.id ?? null });
  const term = (await work.scope.first(KeyPersonTerm, { caseId: supportCase.id, until: null }))!;
  await work.save(term, { until: work.now });
  work.record('key-person.ended', term, { to: [term.staffId] });
  await settleAgreed(work, item);
  return supportCase;
}

async function refuseLooseEnds(work: Work, caseId: string): Promise<void> {
  if (await work.scope.first(Task, { caseId, isOpen: true })) {
    throw conflict({ ja: '終わっていない対応事項があります。', en: 'There are unfinished tasks.' });
  }
  if (await work.scope.first(ConferenceSession, { caseId, status: { $in: ['CONVENED', 'OPEN'] } })) {
    throw conflict({ ja: '予定または開催中のカンファレンスがあります。', en: 'A session is convened or open.' });
  }
  if (await work.scope.first(KeyPersonHandover, { caseId, status: 'OFFERED' })) {
    throw conflict({ ja: 'キーパーソンの引き継ぎを申し出中です。', en: 'The role of key person is being offered to someone.' });
  }
}
