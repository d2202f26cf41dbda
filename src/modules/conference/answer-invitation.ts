import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Invitation } from './invitation.entity.js';
import { refuseOverlaps } from './overlaps.js';
import { refuseUnless } from './under-way.js';

@InputType()
export class AcceptInvitationInput {
  @Field(() => Uuid) invitationId: string;
  @Field(() => Int) version: number;
}

@InputType()
export class DeclineInvitationInput extends AcceptInvitationInput {
  @Field(() => Narrative, { description: 'Everyone on the case may read it.' }) reason: string;
}

/** Says that one will come, also after having declined. `CONFLICT` once the session has opened, and where one has accepted another then. */
export async function acceptInvitation(work: Work, input: AcceptInvitationInput): Promise<Invitation> {
  const [invitation, session] = await answerable(work, input, 'ACCEPTED');
  await refuseOverlaps(work, session, [invitation.staffId], 'ACCEPTED');
  await work.save(invitation, { status: 'ACCEPTED', reasonId: null, answeredAt: work.now });
  work.record('invitation.accepted', invitation, { to: [session.staffId] });
  return invitation;
}

/** Says that one will not come, and why, also after having accepted. `CONFLICT` once the session has opened. */
export async function declineInvitation(work: Work, input: DeclineInvitationInput): Promise<Invitation> {
  const [invitation, session] = await answerable(work, input, 'DECLINED');
  const reasonId = await explain(work, invitation, 'REASON', input.reason);
  await work.save(invitation, { status: 'DECLINED', reasonId, answeredAt: work.now });
  work.record('invitation.declined', invitation, { to: [session.staffId], reasonId });
  return invitation;
}

/** The session first, so that it cannot open in between. */
async function answerable(
  work: Work,
  { invitationId, version }: AcceptInvitationInput,
  answer: Invitation['status'],
): Promise<[Invitation, ConferenceSession]> {
  const { sessionId } = await work.scope.one(Invitation, invitationId);
  const session = await work.lock(ConferenceSession, sessionId);
  const invitation = await work.lock(Invitation, invitationId, version);
  work.must('answer', invitation);
  refuseUnless(session, 'CONVENED');
  if (invitation.status === 'DELEGATED')
    throw conflict({ ja: 'この招待ではすでに代理を立てています。', en: 'Somebody stands in for you already.' });
  if (invitation.status === answer)
    throw conflict({ ja: 'この招待にはすでに同じ回答があります。', en: 'This invitation already has that answer.' });
  return [invitation, session];
}
