import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { bringBack } from './carry.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Invitation } from './invitation.entity.js';
import { refuseUnless } from './under-way.js';

@InputType()
export class OpenSessionInput {
  @Field(() => Uuid) sessionId: string;
  @Field(() => Int) version: number;
}

/**
 * Opens a session: from now on those invited make statements and take decisions. It may begin before its hour when all are there.
 * What has become unfinished since it was convened is on its agenda now. `CONFLICT` when it was opened, closed or cancelled before.
 */
export async function openSession(work: Work, input: OpenSessionInput): Promise<ConferenceSession> {
  const session = await work.lock(ConferenceSession, input.sessionId, input.version);
  work.must('run', session);
  refuseUnless(session, 'CONVENED');
  await work.save(session, { status: 'OPEN', openedAt: work.now });
  const invitations = await work.scope.find(Invitation, { sessionId: session.id, status: { $in: ['INVITED', 'ACCEPTED'] } });
  work.record('session.opened', session, { to: invitations.map((invitation) => invitation.staffId) });
  await bringBack(work, session.id);
  return session;
}
