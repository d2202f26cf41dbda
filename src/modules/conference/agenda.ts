import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { Category } from '../cases/category.js';
import { refuseUncovered } from './under-way.js';
import { refuseTooLong } from './take-on-item.js';
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

/** A question as it goes on an agenda: taken on at a moment, or only proposed. */
type Asked = QuestionInput & Partial<Pick<AgendaItem, 'takenOnAt'>>;

/** Puts someone's question on the agenda, for their agency. `FORBIDDEN` in a category beyond one's own work. */
export async function ask(
  work: Work,
  session: ConferenceSession,
  question: Asked,
  agencyId: string,
  caseId = session.caseId,
): Promise<AgendaItem> {
  const { id: sessionId, seriesId, confinedTo } = session;
  const { what, category, purpose = 'OTHER', minutesPlanned = null, takenOnAt = work.now } = question;
  refuseTooLong(minutesPlanned);
  work.must('add', { caseId, seriesId, category, confinedTo }, AgendaItem);
  refuseUncovered(session, category);
  const item = await work.insert(AgendaItem, {
    caseId,
    seriesId,
    category,
    sessionId,
    agencyId,
    kind: 'QUESTION',
    purpose,
    what,
    fromId: null,
    because: null,
    outcome: null,
    outcomeId: null,
    deferredUntil: null,
    addedAt: work.now,
    takenOnAt,
    minutesPlanned,
    begunAt: null,
    settledAt: null,
    confinedTo,
  });
  work.record('agenda.item-added', item);
  return item;
}
