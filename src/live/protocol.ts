import type { RefusalCode } from '../refusal.js';

/*
 * The namespace `/live` has five events.
 * From the client: `watch` and `unwatch` a case, a session, or the client's own inbox. To the client: `trail` says that an entry
 * it may see was added; `dropped` says that a case or session is no longer watched because it may no longer be seen; `presence` says
 * that somebody came into or left the room of a session that the client watches.
 */

/** What a client can send. */
export const CLIENT_EVENTS = ['watch', 'unwatch'] as const;
export type ClientEvent = (typeof CLIENT_EVENTS)[number];

/** `after` is the last `seq` that the client has; what it missed since is sent first. */
export type WatchRequest = { readonly after?: number } & (
  { readonly caseId: string } | { readonly sessionId: string } | { readonly inbox: true }
);

/** `UNAVAILABLE` refuses nothing: the line is cut after it, and the same request may be sent on the next one. */
export type WatchAnswer =
  { readonly ok: true; readonly seq: number } | { readonly ok: false; readonly code: RefusalCode | typeof UNAVAILABLE };

/** What is said while the database cannot be asked. */
export const UNAVAILABLE = 'UNAVAILABLE';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Holds for exactly the requests of the protocol, whatever a client sends. */
export function isWatch(request: unknown): request is WatchRequest {
  if (typeof request !== 'object' || request === null) return false;
  const { after, inbox, ...named } = request as Record<string, unknown>;
  const cursor = after === undefined || (Number.isSafeInteger(after) && (after as number) >= 0);
  const ids = [named['caseId'], named['sessionId']].filter((id) => id !== undefined);
  const isId = (id: unknown) => typeof id === 'string' && UUID.test(id);
  return cursor && (inbox === true ? ids.length === 0 : ids.length === 1 && ids.every(isId));
}
