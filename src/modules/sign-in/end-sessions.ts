import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { BEYOND_THE_TOKEN } from '../../permissions/token-scope.js';
import { conflict, forbidden, notFound } from '../../refusal.js';
import { Session } from './session.entity.js';

/** Ends these sessions and records each. */
export async function endAll(work: Work, sessions: readonly Session[]): Promise<void> {
  for (const session of sessions) {
    work.must('end', session);
    await work.save(session, { endedAt: work.now });
    work.record('session.ended', session);
  }
}

/** Ends the session that the command came with. `FORBIDDEN` for a token, which comes with none. */
export async function signOut(work: Work): Promise<Session> {
  const { sessionId } = work.staff;
  if (sessionId === null) throw forbidden(BEYOND_THE_TOKEN);
  const session = await work.lock(Session, sessionId);
  await endAll(work, [session]);
  return session;
}

/** Ends every session of the person who asks, on every device; sockets close with them. */
export async function signOutEverywhere(work: Work): Promise<Session> {
  const sessions = await work.scope.find(Session, { staffId: work.staff.staffId, endedAt: null }, ['-startedAt']);
  if (!sessions[0]) throw notFound();
  await endAll(work, sessions);
  return sessions[0];
}

@InputType()
export class EndSessionInput {
  @Field(() => Uuid) sessionId: string;
}

/** Ends one session: one's own, or as an administrator anybody's. `CONFLICT` when it has ended. */
export async function endSession(work: Work, { sessionId }: EndSessionInput): Promise<Session> {
  const session = await work.lock(Session, sessionId);
  work.must('end', session);
  if (session.endedAt !== null) throw conflict({ ja: 'このサインインはすでに終了しています。', en: 'This session has already ended.' });
  await endAll(work, [session]);
  return session;
}
