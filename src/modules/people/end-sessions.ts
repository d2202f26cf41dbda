import type { Work } from '../../database/work.js';
import { notFound } from '../../refusal.js';
import { Session } from './session.entity.js';

async function endAll(work: Work, sessions: readonly Session[]): Promise<Session> {
  for (const session of sessions) {
    work.must('end', session);
    await work.save(session, { endedAt: work.now });
    work.record('session.ended', session);
  }
  if (!sessions[0]) throw notFound();
  return sessions[0];
}

/** Ends the session that the command came with. */
export async function signOut(work: Work): Promise<Session> {
  return endAll(work, [await work.lock(Session, work.staff.sessionId ?? '')]);
}

/** Ends every session of the person who asks, on every device; sockets close with them. */
export async function signOutEverywhere(work: Work): Promise<Session> {
  return endAll(work, await work.scope.find(Session, { staffId: work.staff.staffId, endedAt: null }, ['-startedAt']));
}
