import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { Category } from '../cases/category.js';
import { refuseUncovered } from './under-way.js';
import { AgendaItem, ItemPurpose } from './agenda-item.entity.js';
import type { ConferenceSession } from './conference-session.entity.js';

@InputType()
export class QuestionInput {
  @Field(() => ShortText) what: string;
  @Field(() => Category) category: Category;
  @Field(() => Uuid, {
    nullable: true,
    description: 'In a meeting over a caseload, the case that it is about; none for what is about nobody’s.',
  })
  caseId?: string | null;
  @Field(() => ItemPurpose, { defaultValue: 'OTHER', description: 'What the item is for.' }) purpose?: keyof typeof ItemPurpose;
  @Field(() => Int, { nullable: true, description: 'How many minutes it is to take, 1 to 480.' }) minutesPlanned?: number | null;
}

/** What an item is about, before it stands on the agenda of a session; what comes back from a confined session stays confined to it. */
export type Matter = Pick<AgendaItem, 'kind' | 'what' | 'category' | 'agencyId' | 'fromId' | 'because'> &
  Partial<Pick<AgendaItem, 'caseId' | 'purpose' | 'minutesPlanned' | 'takenOnAt' | 'confinedTo'>>;

/** Puts a matter at the end of a session's agenda, and records whether someone added it or it came back by itself. */
export async function putOnAgenda(work: Work, session: ConferenceSession, matter: Matter): Promise<AgendaItem> {
  const { id: sessionId, seriesId } = session;
  const item = await work.insert(AgendaItem, {
    sessionId,
    seriesId,
    purpose: 'OTHER',
    minutesPlanned: null,
    takenOnAt: work.now,
    ...matter,
    caseId: matter.caseId ?? session.caseId,
    confinedTo: matter.confinedTo ?? session.confinedTo,
    outcome: null,
    outcomeId: null,
    deferredUntil: null,
    addedAt: work.now,
    begunAt: null,
    settledAt: null,
  });
  if (item.because) work.record('agenda.item-carried', item, { fromId: item.fromId, because: item.because });
  else work.record('agenda.item-added', item);
  return item;
}

/** Puts someone's question on the agenda, for their agency. `FORBIDDEN` in a category beyond one's own work. */
export async function ask(
  work: Work,
  session: ConferenceSession,
  question: QuestionInput & Pick<Matter, 'takenOnAt'>,
  agencyId: string,
  caseId = session.caseId,
): Promise<AgendaItem> {
  const { confinedTo, seriesId } = session;
  const { what, category, purpose = 'OTHER', minutesPlanned = null, takenOnAt = work.now } = question;
  work.must('add', { caseId, seriesId, category, confinedTo }, AgendaItem);
  refuseUncovered(session, category);
  const about = { what, category, purpose, minutesPlanned, takenOnAt, caseId, agencyId };
  return putOnAgenda(work, session, { kind: 'QUESTION', ...about, fromId: null, because: null });
}
