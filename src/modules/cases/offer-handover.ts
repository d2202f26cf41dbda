import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { conflict, invalid } from '../../refusal.js';
import { itemAgreedUnder, settleAgreed } from '../conference/agreed-under.js';
import { explain } from './explain.js';
import { refuseClosed } from './give-seat.js';
import { KeyPersonHandover } from './key-person-handover.entity.js';
import { KeyPersonTerm } from './key-person-term.entity.js';
import { Seat } from './seat.entity.js';
import { despite, DespiteConflictInput } from '../safety/conflicts.js';
import { SupportCase } from './support-case.entity.js';

@InputType()
export class OfferHandoverInput extends DespiteConflictInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => Uuid, { description: 'Who is to become key person; they need a seat on the case.' }) staffId: string;
  @Field(() => Narrative) reason: string;
  @Field(() => Uuid, { nullable: true, description: 'Where a meeting agreed on it, the item.' }) itemId?: string | null;
}

/**
 * Offers the role of key person to someone else on the case. It passes when they accept. `CONFLICT` while another offer is open, and in a meeting
 * that may not decide who is key person.
 */
export async function offerHandover(work: Work, input: OfferHandoverInput): Promise<KeyPersonHandover> {
  const item = await itemAgreedUnder(work, input.caseId, input.itemId, 'KEY_PERSON');
  const supportCase = await work.lock(SupportCase, input.caseId);
  work.must('offer', { caseId: supportCase.id }, KeyPersonHandover);
  refuseClosed(supportCase);
  const seat = await work.scope.first(Seat, { caseId: supportCase.id, staffId: input.staffId, until: null });
  if (!seat)
    throw invalid('input.staffId', 'UNKNOWN', { ja: 'このケースの担当者から選んでください。', en: 'Please choose someone on the case.' });
  const term = await work.scope.first(KeyPersonTerm, { caseId: supportCase.id, until: null });
  if (!term || term.staffId === seat.staffId) throw conflict({ ja: 'すでにキーパーソンです。', en: 'They already are key person.' });
  const recordWaiver = await despite(work, supportCase.id, seat.staffId, input.despiteConflict);
  const place = { caseId: supportCase.id, category: COORDINATION } as const;
  const handover = await work.insert(KeyPersonHandover, {
    ...place,
    fromStaffId: term.staffId,
    staffId: seat.staffId,
    agencyId: seat.agencyId,
    seatId: seat.id,
    reasonId: await explain(work, place, 'REASON', input.reason),
    answerId: null,
    status: 'OFFERED',
    offeredAt: work.now,
    answeredAt: null,
  });
  work.record('handover.offered', handover, { to: [term.staffId, seat.staffId], reasonId: handover.reasonId, itemId: item?.id ?? null });
  await recordWaiver();
  await settleAgreed(work, item);
  return handover;
}
