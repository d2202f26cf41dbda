import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText } from '../../graphql/scalars.js';
import { Category } from '../cases/category.js';
import { refuseUncovered } from './under-way.js';
import { AgendaItem } from './agenda-item.entity.js';
import type { ConferenceSession } from './conference-session.entity.js';

@InputType()
export class QuestionInput {
  @Field(() => ShortText) what: string;
  @Field(() => Category) category: Category;
}

/** What an item is about, before it stands on the agenda of a session; what comes back from a confined session stays confined to it. */
export type Matter = Pick<AgendaItem, 'kind' | 'what' | 'category' | 'agencyId' | 'fromId' | 'because'> & {
  readonly confinedTo?: string | null;
};

/** Puts a matter at the end of a session's agenda, and records whether someone added it or it came back by itself. */
export async function putOnAgenda(work: Work, session: ConferenceSession, matter: Matter): Promise<AgendaItem> {
  const { id: sessionId, caseId } = session;
  const item = await work.insert(AgendaItem, {
    caseId,
    sessionId,
    ...matter,
    confinedTo: matter.confinedTo ?? session.confinedTo,
    outcome: null,
    outcomeId: null,
    addedAt: work.now,
  });
  if (item.because) work.record('agenda.item-carried', item, { fromId: item.fromId, because: item.because });
  else work.record('agenda.item-added', item);
  return item;
}

/** Puts someone's question on the agenda, for their agency. `FORBIDDEN` in a category beyond one's own work. */
export async function ask(
  work: Work,
  session: ConferenceSession,
  { what, category }: QuestionInput,
  agencyId: string,
): Promise<AgendaItem> {
  const { caseId, confinedTo } = session;
  work.must('add', { caseId, category, confinedTo }, AgendaItem);
  refuseUncovered(session, category);
  return putOnAgenda(work, session, { kind: 'QUESTION', what, category, agencyId, fromId: null, because: null });
}
