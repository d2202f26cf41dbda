import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { conflict, invalid } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { refuseClosed } from '../cases/give-seat.js';
import { Record } from '../cases/record.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { itemAgreedUnder, settleAgreed } from '../conference/agreed-under.js';
import { ownSeat } from '../conference/under-way.js';
import { Circle } from '../tasks/circle.js';
import { Priority, PriorityTerm } from './priority-term.entity.js';

@InputType()
export class ChangePriorityInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => Priority) priority: keyof typeof Priority;
  @Field(() => Narrative, { description: 'Why. Everyone on the case reads it: what is guarded belongs into the record that it names.' })
  reason: string;
  @Field(() => Uuid, {
    nullable: true,
    description: 'The record of another agency that led to it; who may not read it learns only that there is one.',
  })
  recordId?: string | null;
  @Field(() => Uuid, { nullable: true, description: 'Where a meeting agreed on it, the item.' }) itemId?: string | null;
}

/**
 * Changes what comes first on a case, as when a visit shows that the household needs order before its mother needs work (武蔵野市: 訪問時の
 * 生活の乱れ → 就業より生活支援). Everyone on the case is told. `CONFLICT` when it comes first already, when the case is closed, or in a meeting
 * that may not decide it; `INVALID` for a record or an item of another case.
 */
export async function changePriority(work: Work, input: ChangePriorityInput): Promise<PriorityTerm> {
  const { caseId, priority, recordId = null, itemId = null } = input;
  const item = await itemAgreedUnder(work, caseId, itemId, 'PRIORITY');
  refuseClosed(await work.lock(SupportCase, caseId));
  work.must('change', { caseId }, PriorityTerm);
  const { agencyId } = ownSeat(work, caseId);
  await refuseForeign(work, caseId, recordId);
  const before = await work.scope.first(PriorityTerm, { caseId, until: null });
  if (before?.priority === priority) throw conflict({ ja: 'すでに最優先になっています。', en: 'This comes first already.' });
  if (before) await work.save(before, { until: work.now });
  const why = { recordId, itemId, reasonId: await explain(work, { caseId, category: COORDINATION }, 'REASON', input.reason) };
  const who = { staffId: work.staff.staffId, agencyId };
  const term = await work.insert(PriorityTerm, { caseId, category: COORDINATION, priority, ...who, ...why, since: work.now, until: null });
  const circle = await Circle.of(work, caseId);
  const to = circle.told(COORDINATION, ...circle.seats.map((seat) => seat.staffId));
  work.record('priority.changed', term, { to, from: before?.priority ?? null, ...why });
  await settleAgreed(work, item);
  return term;
}

async function refuseForeign(work: Work, caseId: string, recordId: string | null): Promise<void> {
  if (recordId && !(await work.scope.first(Record, { id: recordId, caseId })))
    throw invalid('input.recordId', 'UNKNOWN', { ja: 'このケースの記録ではありません。', en: 'This is no record of this case.' });
}
