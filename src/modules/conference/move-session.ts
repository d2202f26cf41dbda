import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Instant, Narrative, ShortText } from '../../graphql/scalars.js';
import { explain } from '../cases/explain.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Invitation } from './invitation.entity.js';
import { OpenSessionInput } from './open-session.js';
import { refuseOverlaps } from './overlaps.js';
import { timesOf } from './times.js';
import { refuseUnless } from './under-way.js';

@InputType()
export class MoveSessionInput extends OpenSessionInput {
  @Field(() => Instant) startsAt: string;
  @Field(() => Instant, { description: 'At most 12 hours later.' }) endsAt: string;
  @Field(() => ShortText, { nullable: true, description: 'Where it is held, if it is elsewhere than it was.' }) place?: string | null;
  @Field(() => Narrative) reason: string;
  @Field({ defaultValue: false, description: 'Although somebody who is asked has another session then.' }) despiteOverlap?: boolean;
}

/**
 * Moves a session that has not opened to another time or place, with a reason; what people answered stands. `INVALID` for a time that is
 * past or out of order; `CONFLICT` once it has opened, and where somebody has another session then.
 */
export async function moveSession(work: Work, input: MoveSessionInput): Promise<ConferenceSession> {
  const session = await work.lock(ConferenceSession, input.sessionId, input.version);
  work.must('run', session);
  refuseUnless(session, 'CONVENED');
  const times = timesOf(work, input);
  const invitations = await work.scope.find(Invitation, { sessionId: session.id, status: { $in: ['INVITED', 'ACCEPTED'] } });
  const people = invitations.map((invitation) => invitation.staffId);
  if (!input.despiteOverlap) await refuseOverlaps(work, { id: session.id, ...times }, people);
  const reasonId = await explain(work, session, 'REASON', input.reason);
  await work.save(session, { ...times, place: input.place ?? session.place });
  work.record('session.moved', session, { to: people, reasonId });
  return session;
}
