import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { conflict, invalid } from '../../refusal.js';
import { Category } from '../cases/category.js';
import { explain } from '../cases/explain.js';
import { KeyPersonTerm } from '../cases/key-person-term.entity.js';
import { SeriesMember } from '../meetings/series-member.entity.js';
import { AgendaItem } from './agenda-item.entity.js';
import { MinutesConfirmation } from './minutes-confirmation.entity.js';

@InputType()
export class ConfirmMinutesInput {
  @Field(() => Uuid) confirmationId: string;
  @Field(() => Int) version: number;
}

@InputType()
export class DisputeMinutesInput extends ConfirmMinutesInput {
  @Field(() => Narrative) reason: string;
  @Field(() => Category, {
    defaultValue: COORDINATION,
    description: 'What the reason tells of: only those who need that category read it.',
  })
  category: Category;
}

/** Confirms the minutes as one read them, also after having disputed them. `CONFLICT` when they are already confirmed. */
export async function confirmMinutes(work: Work, input: ConfirmMinutesInput): Promise<MinutesConfirmation> {
  const confirmation = await unconfirmed(work, input);
  await work.save(confirmation, { status: 'CONFIRMED', reasonId: null, answeredAt: work.now });
  work.record('minutes.confirmed', confirmation);
  return confirmation;
}

/**
 * Says what is wrong with the minutes. They stay as they are: the objection stands beside them, and they are on the next agenda.
 * `CONFLICT` when one has confirmed them; `FORBIDDEN` for a reason in a category beyond one's own work.
 */
export async function disputeMinutes(work: Work, input: DisputeMinutesInput): Promise<MinutesConfirmation> {
  const confirmation = await unconfirmed(work, input);
  const { caseId, seriesId, confinedTo } = confirmation;
  const { category, reason } = input;
  refuseCategory(confirmation, category);
  // The reason is read by whoever reads the headlines of its category: the writer must be one of them.
  if (caseId) work.must('add', { caseId, category, confinedTo }, AgendaItem);
  const reasonId = await explain(work, { caseId, seriesId, category, confinedTo }, 'REASON', reason);
  await work.save(confirmation, { status: 'DISPUTED', reasonId, answeredAt: work.now });
  work.record('minutes.disputed', confirmation, { to: await whoLed(work, confirmation), reasonId });
  return confirmation;
}

/** The minutes of a series are about many cases: what is wrong in the part of one is said as a correction of that. */
function refuseCategory({ caseId }: MinutesConfirmation, category: Category): void {
  if (caseId || category === COORDINATION) return;
  throw invalid('input.category', 'NOT_ALLOWED', {
    ja: '特定のケースについての訂正は、その議題への訂正として記録してください。',
    en: 'What is wrong about one case is said as a correction of its item.',
  });
}

async function whoLed(work: Work, { caseId, seriesId }: MinutesConfirmation): Promise<(string | null)[]> {
  if (caseId) return [(await work.scope.first(KeyPersonTerm, { caseId, until: null }))?.staffId ?? null];
  const leading = await work.scope.find(SeriesMember, { seriesId, part: { $in: ['CHAIR', 'RECORDER'] }, until: null });
  return leading.map((member) => member.staffId);
}

async function unconfirmed(work: Work, { confirmationId, version }: ConfirmMinutesInput): Promise<MinutesConfirmation> {
  const confirmation = await work.lock(MinutesConfirmation, confirmationId, version);
  work.must('answer', confirmation);
  if (confirmation.status === 'CONFIRMED')
    throw conflict({ ja: 'この会議録はすでに確認済みです。', en: 'You have already confirmed these minutes.' });
  return confirmation;
}
