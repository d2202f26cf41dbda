import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { SeatingInput } from '../cases/give-seat.js';
import { ConferenceSession } from './conference-session.entity.js';
import { invite } from './invite.js';
import type { Invitation } from './invitation.entity.js';
import { refuseUnless } from './under-way.js';

@InputType()
export class InviteToSessionInput extends SeatingInput {
  @Field(() => Uuid) sessionId: string;
}

/** Asks one more person to a session, before it opens or while it is open. Errors as of `invite`; `CONFLICT` once it has ended. */
export async function inviteToSession(work: Work, input: InviteToSessionInput): Promise<Invitation> {
  const session = await work.lock(ConferenceSession, input.sessionId);
  work.must('run', session);
  refuseUnless(session, 'CONVENED', 'OPEN');
  return invite(work, session, input, 'input.staffId');
}
