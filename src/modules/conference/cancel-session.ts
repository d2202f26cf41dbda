import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative } from '../../graphql/scalars.js';
import { explain } from '../cases/explain.js';
import { bringToNext } from './carry.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Invitation } from './invitation.entity.js';
import { OpenSessionInput } from './open-session.js';
import { refuseUnless } from './under-way.js';

@InputType()
export class CancelSessionInput extends OpenSessionInput {
  @Field(() => Narrative) reason: string;
}

/** Calls a session off before it opens, with a reason. Its questions come back in the next one. `CONFLICT` once it has opened. */
export async function cancelSession(work: Work, input: CancelSessionInput): Promise<ConferenceSession> {
  const session = await work.lock(ConferenceSession, input.sessionId, input.version);
  work.must('run', session);
  refuseUnless(session, 'CONVENED');
  const reasonId = await explain(work, session, 'REASON', input.reason);
  await work.save(session, { status: 'CANCELLED', reasonId });
  const invitations = await work.scope.find(Invitation, { sessionId: session.id });
  work.record('session.cancelled', session, { to: invitations.map((invitation) => invitation.staffId), reasonId });
  await bringToNext(work, session);
  return session;
}
