import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { QuestionInput } from './agenda.js';
import type { AgendaItem } from './agenda-item.entity.js';
import { ConferenceSession } from './conference-session.entity.js';
import { propose } from './propose.js';
import { ownSeat, refuseUnless } from './under-way.js';

@InputType()
export class AddAgendaItemInput extends QuestionInput {
  @Field(() => Uuid) sessionId: string;
}

/** Puts a question on the agenda, as anyone on the case may, before the session or during it. Errors as of `propose`; `CONFLICT` once it has ended. */
export async function addAgendaItem(work: Work, input: AddAgendaItemInput): Promise<AgendaItem> {
  const session = await work.lock(ConferenceSession, input.sessionId);
  if (session.caseId) ownSeat(work, session.caseId);
  refuseUnless(session, 'CONVENED', 'OPEN');
  return propose(work, session, input);
}
