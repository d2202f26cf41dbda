import { randomUUID } from 'node:crypto';
import type { Work } from '../../database/work.js';
import { digestOf, newSessionToken } from '../../graphql/actor.js';
import type { ResolverDoor } from '../../graphql/door.js';
import type { Reception } from './reception.js';
import { Session } from './session.entity.js';
import { Visit } from './visit.js';

/** Gives the session of the command another token: the one before opens nothing any more. */
export async function renewSession(work: Work, { tokenHash }: { tokenHash: Buffer }): Promise<Session> {
  const session = await work.lock(Session, work.staff.sessionId ?? '');
  await work.save(session, { tokenHash });
  work.record('session.renewed', session);
  return session;
}

/**
 * After what somebody is able to do has changed, their browser goes on with another token. A program that signed in by itself keeps its own:
 * it is no browser that somebody else could have given one.
 */
export async function renewed(at: Reception, door: ResolverDoor): Promise<void> {
  const visit = await Visit.of(at, door.request.reply);
  if (!visit.isBrowser) return;
  const token = newSessionToken();
  await door.act(renewSession, randomUUID(), { tokenHash: digestOf(token) });
  visit.keep('session', token, at.config.sessionHours * 3_600);
}
