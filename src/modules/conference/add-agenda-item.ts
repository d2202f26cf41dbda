import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { ask, QuestionInput } from './agenda.js';
import type { AgendaItem } from './agenda-item.entity.js';
import { ConferenceSession } from './conference-session.entity.js';
import { ownSeat, refuseUnless } from './under-way.js';

@InputType()
export class AddAgendaItemInput extends QuestionInput {
  @Field(() => Uuid) sessionId: string;
}

/** Puts a question on the agenda, as anyone on the case may, before the session or during it. `CONFLICT` once it has ended. */
export async function addAgendaItem(work: Work, input: AddAgendaItemInput): Promise<AgendaItem> {
  const session = await work.lock(ConferenceSession, input.sessionId);
  const { agencyId } = ownSeat(work, session.caseId);
  refuseUnless(session, 'CONVENED', 'OPEN');
  return ask(work, session, input, agencyId);
}
