import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { conflict, invalid } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { AgendaItem, Settlement } from './agenda-item.entity.js';
import { ConferenceSession } from './conference-session.entity.js';
import { refuseUnless } from './under-way.js';

@InputType()
export class SettleItemInput {
  @Field(() => Uuid) itemId: string;
  @Field(() => Int) version: number;
  @Field(() => Settlement) outcome: keyof typeof Settlement;
  @Field(() => Narrative, { nullable: true, description: 'Needed for CARRIED_OVER: why, and what is missing.' }) note?: string | null;
}

/**
 * Settles an item without a decision: noted, or carried over to the next session with the reason. Until the session closes it can be
 * settled anew. `CONFLICT` for noting what was decided, and unless the session is open; `INVALID` for carrying over without saying why.
 */
export async function settleItem(work: Work, input: SettleItemInput): Promise<AgendaItem> {
  const { sessionId } = await work.scope.one(AgendaItem, input.itemId);
  const session = await work.lock(ConferenceSession, sessionId);
  const item = await work.lock(AgendaItem, input.itemId, input.version);
  work.must('settle', item);
  refuseUnless(session, 'OPEN');
  const { outcome, note } = input;
  if (outcome === 'NOTED' && item.outcome === 'DECIDED')
    throw conflict({ ja: 'この議題では決定がされています。', en: 'A decision has been taken on this item.' });
  if (outcome === 'CARRIED_OVER' && !note)
    throw invalid('input.note', 'REQUIRED', { ja: '次回に持ち越す理由を入力してください。', en: 'Please say why it is carried over.' });
  const outcomeId = note ? await explain(work, item, outcome === 'NOTED' ? 'RESULT' : 'REASON', note) : null;
  await work.save(item, { outcome, outcomeId });
  work.record('agenda.item-settled', item, { outcomeId });
  return item;
}
