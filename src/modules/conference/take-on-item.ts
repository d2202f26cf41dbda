import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { conflict, invalid } from '../../refusal.js';
import { AgendaItem } from './agenda-item.entity.js';
import { ConferenceSession } from './conference-session.entity.js';
import { refuseUnless } from './under-way.js';

@InputType()
export class BeginItemInput {
  @Field(() => Uuid) itemId: string;
  @Field(() => Int) version: number;
}

@InputType()
export class TakeOnItemInput extends BeginItemInput {
  @Field(() => Int, { nullable: true, description: 'How many minutes it is to take, 1 to 480.' }) minutesPlanned?: number | null;
}

/** Takes a proposed item on, with the time that it is to take. `CONFLICT` when it was taken on or settled before, or the session has ended. */
export async function takeOnItem(work: Work, input: TakeOnItemInput): Promise<AgendaItem> {
  const [item, session] = await itemOf(work, input);
  refuseUnless(session, 'CONVENED', 'OPEN');
  if (item.takenOnAt || item.outcome)
    throw conflict({ ja: 'この議題はすでに扱いが決まっています。', en: 'This item is no proposal any more.' });
  refuseTooLong(input.minutesPlanned);
  await work.save(item, { takenOnAt: work.now, minutesPlanned: input.minutesPlanned ?? item.minutesPlanned });
  work.record('agenda.item-taken-on', item);
  return item;
}

/** Notes that an open session has come to an item: from then on its time runs. `CONFLICT` when it is only proposed, was begun, or is settled. */
export async function beginItem(work: Work, input: BeginItemInput): Promise<AgendaItem> {
  const [item, session] = await itemOf(work, input);
  refuseUnless(session, 'OPEN');
  if (!item.takenOnAt || item.begunAt || item.outcome)
    throw conflict({ ja: 'この議題には今は入れません。', en: 'The session cannot come to this item now.' });
  await work.save(item, { begunAt: work.now });
  work.record('agenda.item-begun', item);
  return item;
}

async function itemOf(work: Work, { itemId, version }: BeginItemInput): Promise<[AgendaItem, ConferenceSession]> {
  const { sessionId } = await work.scope.one(AgendaItem, itemId);
  const session = await work.lock(ConferenceSession, sessionId);
  const item = await work.lock(AgendaItem, itemId, version);
  work.must('settle', item);
  return [item, session];
}

/** `INVALID` at `input.minutesPlanned` for less than a minute, or more than eight hours. */
export function refuseTooLong(minutes: number | null | undefined): void {
  if (minutes == null || (minutes >= 1 && minutes <= 480)) return;
  throw invalid('input.minutesPlanned', 'NOT_ALLOWED', { ja: '1分から480分までにしてください。', en: 'This is 1 to 480 minutes.' });
}
