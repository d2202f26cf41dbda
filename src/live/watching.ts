import type { Database } from '../database/database.js';
import type { RefusalCode } from '../refusal.js';
import { ENTRIES_AFTER, type SealedEntry, type Tail } from '../trail/tail.js';
import type { Description } from './description.js';
import type { People } from './people.js';
import type { WatchAnswer, WatchRequest } from './protocol.js';
import type { WatchedSession, Watcher, Watchers } from './watchers.js';

const CATCH_UP = 1_000;
const MOST_WATCHED = 200;

const SESSION = `
  select id, case_id as "caseId", series_id as "seriesId", category, confined_to as "confinedTo" from conference_session where id = $1`;

/** What a socket asks for: to be told from now on, of what it missed before, or no longer. */
export class Watching {
  constructor(
    private readonly database: Database,
    private readonly tail: Tail,
    private readonly people: People,
    private readonly watchers: Watchers,
  ) {}

  unwatch(watcher: Watcher, request: WatchRequest): WatchAnswer {
    if ('caseId' in request) this.watchers.leaveCase(watcher, request.caseId);
    else if ('sessionId' in request) this.watchers.leaveSession(watcher, request.sessionId);
    else watcher.inbox = false;
    return { ok: true, seq: this.tail.cursor };
  }

  /**
   * Whoever could not be told what they missed is told nothing newer either: their pointers stay held, and the gateway cuts their line. Else the
   * newest number that came would say of what lies before it that it was had.
   */
  async watch(watcher: Watcher, request: WatchRequest): Promise<WatchAnswer> {
    // As they stand now: the case may have been opened a moment ago, by an entry that the tail has yet to bring.
    await this.people.describe([watcher.person]);
    watcher.held = [];
    const refusal = await this.begin(watcher, request);
    const missed = refusal || request.after === undefined ? [] : await this.missedBy(watcher, request);
    // Of a batch that was under way when the watch began, a part may have gone out before.
    await this.tail.settled();
    for (const { caseId, sessionId, seq } of missed)
      watcher.socket.emit('trail', { caseId, seq, ...(sessionId && watcher.sessions.has(sessionId) ? { sessionId } : {}) });
    for (const pointer of watcher.held) watcher.socket.emit('trail', pointer);
    watcher.held = null;
    return refusal ? { ok: false, code: refusal } : { ok: true, seq: Math.max(this.tail.cursor, missed.at(-1)?.seq ?? 0) };
  }

  /** Notes what a socket watches from now on; what may not be seen is answered like what does not exist. */
  private async begin(watcher: Watcher, request: WatchRequest): Promise<RefusalCode | null> {
    if ('inbox' in request) watcher.inbox = true;
    else if (watcher.watched >= MOST_WATCHED) return 'TOO_MANY';
    else if ('sessionId' in request) {
      const session = await this.session(watcher.person.description, request.sessionId);
      if (!session) return 'NOT_FOUND';
      this.watchers.watchSession(watcher, session);
    } else {
      if (!watcher.person.description?.ability.can('read', 'SupportCase', { id: request.caseId })) return 'NOT_FOUND';
      this.watchers.watchCase(watcher, request.caseId);
    }
    return null;
  }

  /** A session as the rules ask of it, if this person may see it. */
  private async session(described: Description | null, id: string): Promise<WatchedSession | null> {
    if (!described) return null;
    const [session] = await this.database.read<WatchedSession>(described.actor, SESSION, [id]);
    return session && described.ability.can('read', 'ConferenceSession', session) ? session : null;
  }

  /**
   * The entries after a watcher's cursor, the oldest `CATCH_UP` of those it may see. Read after the watch began and without
   * an end: an entry may be pointed to twice, but none falls between what was read and what is delivered.
   */
  private async missedBy({ person: { description } }: Watcher, request: WatchRequest): Promise<SealedEntry[]> {
    if (!description) return [];
    const [ours, which] = wanted(request, description.addresses);
    const missed = await this.database.read<SealedEntry>(description.actor, ENTRIES_AFTER.replace('where', `where ${ours} and`), [
      request.after,
      CATCH_UP,
      which,
    ]);
    return missed.filter((entry) => description.sees(entry));
  }
}

/** Which entries a request is about, as a condition and its value `$3`. */
function wanted(request: WatchRequest, addresses: readonly string[]): [string, unknown] {
  if ('caseId' in request) return ['case_id = $3', request.caseId];
  if ('sessionId' in request) return ['session_id = $3', request.sessionId];
  return ['addressed_to ?| $3', addresses];
}
