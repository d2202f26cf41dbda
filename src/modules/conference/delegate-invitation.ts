import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { conflict, invalid } from '../../refusal.js';
import { SeatingInput } from '../cases/give-seat.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Invitation } from './invitation.entity.js';
import { invite } from './invite.js';
import { refuseUnless } from './under-way.js';

@InputType()
export class DelegateInvitationInput extends SeatingInput {
  @Field(() => Uuid) invitationId: string;
  @Field(() => Int) version: number;
}

/**
 * Sends somebody of the same agency in one's stead (代理): for whoever has to be there, they count as oneself. They see of the session's cases
 * what they see anyway. `INVALID` for someone of another agency; `CONFLICT` once the session has ended, or when they are asked already;
 * `FORBIDDEN` for someone without a seat, where the session is about a case.
 */
export async function delegateInvitation(work: Work, input: DelegateInvitationInput): Promise<Invitation> {
  const { sessionId } = await work.scope.one(Invitation, input.invitationId);
  const session = await work.lock(ConferenceSession, sessionId);
  const invitation = await work.lock(Invitation, input.invitationId, input.version);
  work.must('answer', invitation);
  refuseUnless(session, 'CONVENED', 'OPEN');
  if (invitation.status === 'DELEGATED' || invitation.insteadOfId)
    throw conflict({ ja: 'この招待では、これ以上代理を立てられません。', en: 'Nobody else can stand in here.' });
  await work.save(invitation, { status: 'DELEGATED', reasonId: null, answeredAt: work.now });
  work.record('invitation.delegated', invitation, { to: [session.staffId], delegateId: input.staffId });
  const delegate = await invite(work, session, input, 'input.staffId', invitation.id);
  if (delegate.agencyId !== invitation.agencyId)
    throw invalid('input.staffId', 'NOT_ALLOWED', { ja: '代理は同じ機関の人にしてください。', en: 'A delegate is of the same agency.' });
  return invitation;
}
