import { createHash } from 'node:crypto';
import { loadActorOfSession } from '../database/load-actor.js';
import type { Database } from '../database/database.js';
import type { StaffActor } from '../permissions/actor.js';

export const SESSION_COOKIE = 'tsunagi_session';

/** Only the digest of a session's token is kept; who reads the table cannot sign in with it. */
export const digestOf = (token: string) => createHash('sha256').update(token).digest();

const cookieIn = (header: string | undefined, name: string) =>
  header
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([key]) => key === name)?.[1];

/** The bearer token of an API client. */
export function bearerIn(headers: { authorization?: string }): string | null {
  const [scheme, bearer] = headers.authorization?.split(' ') ?? [];
  return scheme?.toLowerCase() === 'bearer' && bearer ? bearer : null;
}

/** The session that a browser sends along with whatever it asks. */
export const sessionIn = (headers: { cookie?: string }): string | null =>
  cookieIn(headers.cookie, SESSION_COOKIE) ?? cookieIn(headers.cookie, `__Host-${SESSION_COOKIE}`) ?? null;

/** The token a request carries: a bearer token of an API client, or the cookie of a browser. */
export const tokenOf = (headers: { authorization?: string; cookie?: string }): string | null => bearerIn(headers) ?? sessionIn(headers);

/** Who sends a request: the same for GraphQL and sockets. `null` when not signed in. */
export async function actorOf(database: Database, token: string | null): Promise<StaffActor | null> {
  return token === null ? null : loadActorOfSession(database, digestOf(token));
}
