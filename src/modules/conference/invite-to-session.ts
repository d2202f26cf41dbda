import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { SeatingInput } from '../cases/give-seat.js';
import { ConferenceSession } from './conference-session.entity.js';
import { invite } from './invite.js';
import type { Invitation } from './invitation.entity.js';
import { refuseOverlaps } from './overlaps.js';
import { refuseUnless } from './under-way.js';

@InputType()
export class InviteToSessionInput extends SeatingInput {
  @Field(() => Uuid) sessionId: string;
  @Field({ defaultValue: false, description: 'Although they have another session at that time.' }) despiteOverlap?: boolean;
}

/** Asks one more person to a session, before it opens or while it is open. Errors as of `invite`; `CONFLICT` once it has ended, and where they have another then. */
export async function inviteToSession(work: Work, input: InviteToSessionInput): Promise<Invitation> {
  const session = await work.lock(ConferenceSession, input.sessionId);
  work.must('run', session);
  refuseUnless(session, 'CONVENED', 'OPEN');
  const invitation = await invite(work, session, input, 'input.staffId');
  if (!input.despiteOverlap) await refuseOverlaps(work, session, [invitation.staffId]);
  return invitation;
}
