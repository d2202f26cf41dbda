import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, Narrative, Uuid } from '../../graphql/scalars.js';
import { conflict, invalid, type Sentence } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { AgendaItem, Settlement } from './agenda-item.entity.js';
import { ConferenceSession } from './conference-session.entity.js';
import { refuseUnless } from './under-way.js';

@InputType()
export class SettleItemInput {
  @Field(() => Uuid) itemId: string;
  @Field(() => Int) version: number;
  @Field(() => Settlement) outcome: keyof typeof Settlement;
  @Field(() => Narrative, { nullable: true, description: 'Needed for all but NOTED: why, and what is missing.' }) note?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: 'Needed for DEFERRED: from which day on it comes back. Today or later.' })
  deferredUntil?: string | null;
}

const WHY: Readonly<Record<Exclude<keyof typeof Settlement, 'NOTED'>, Sentence>> = {
  CARRIED_OVER: { ja: '次回に持ち越す理由を入力してください。', en: 'Please say why it is carried over.' },
  DEFERRED: { ja: '延期する理由を入力してください。', en: 'Please say why it is deferred.' },
  NOT_TAKEN_ON: { ja: '取り上げない理由を入力してください。', en: 'Please say why it is not taken on.' },
};

/**
 * Settles an item without a decision: noted, carried over to the next session, deferred to a day, or not taken on, each of these with its
 * reason. Until the session closes it can be settled anew; what is only proposed can be left aside before it opens. `CONFLICT` for noting what
 * was decided, and unless the session is open; `INVALID` without a reason, and for a deferral without a day or to one in the past.
 */
export async function settleItem(work: Work, input: SettleItemInput): Promise<AgendaItem> {
  const { sessionId } = await work.scope.one(AgendaItem, input.itemId);
  const session = await work.lock(ConferenceSession, sessionId);
  const item = await work.lock(AgendaItem, input.itemId, input.version);
  work.must('settle', item);
  refuseUnless(session, 'OPEN', ...(input.outcome === 'NOT_TAKEN_ON' ? (['CONVENED'] as const) : []));
  const { outcome, note } = input;
  if (['NOTED', 'NOT_TAKEN_ON'].includes(outcome) && item.outcome === 'DECIDED')
    throw conflict({ ja: 'この議題では決定がされています。', en: 'A decision has been taken on this item.' });
  if (outcome !== 'NOTED' && !note) throw invalid('input.note', 'REQUIRED', WHY[outcome]);
  const deferredUntil = dayOf(work, input);
  const outcomeId = note ? await explain(work, item, outcome === 'NOTED' ? 'RESULT' : 'REASON', note) : null;
  await work.save(item, { outcome, outcomeId, deferredUntil, settledAt: work.now });
  work.record('agenda.item-settled', item, { outcomeId });
  return item;
}

/** From which day on a deferred item comes back. */
function dayOf(work: Work, { outcome, deferredUntil = null }: SettleItemInput): string | null {
  if (outcome !== 'DEFERRED') {
    if (deferredUntil === null) return null;
    throw invalid('input.deferredUntil', 'NOT_ALLOWED', {
      ja: '期日は延期する議題にだけ付けられます。',
      en: 'Only what is deferred has a day.',
    });
  }
  if (!deferredUntil)
    throw invalid('input.deferredUntil', 'REQUIRED', { ja: 'いつまで延期するかを入力してください。', en: 'Please say until when.' });
  if (deferredUntil >= work.today) return deferredUntil;
  throw invalid('input.deferredUntil', 'IN_THE_PAST', { ja: '期日が過去です。', en: 'That day is in the past.' });
}
