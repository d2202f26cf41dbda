import type { Work } from '../../database/work.js';
import { forbidden } from '../../refusal.js';
import { Session } from './session.entity.js';

const FRESH_MINUTES = 30;

/**
 * Ways in are changed only shortly after signing in: whoever finds a screen left open must not be able to make it theirs. A person who is
 * between two steps of signing in has no session, and is as fresh as can be. `FORBIDDEN` otherwise.
 */
export async function refuseUnlessFresh(work: Work): Promise<void> {
  const { sessionId } = work.staff;
  if (sessionId === null) return;
  const { startedAt } = await work.scope.one(Session, sessionId);
  if (work.now.getTime() - startedAt.getTime() <= FRESH_MINUTES * 60_000) return;
  throw forbidden({
    ja: `サインインから${FRESH_MINUTES}分を過ぎています。もう一度サインインしてから行ってください。`,
    en: `You signed in more than ${FRESH_MINUTES} minutes ago. Please sign in again before doing this.`,
  });
}
