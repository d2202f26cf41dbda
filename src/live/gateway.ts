import type { Server as HttpServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Server, type Namespace, type Socket } from 'socket.io';
import type { Database } from '../database/database.js';
import type { Config } from '../config.js';
import { actorOf, tokenOfHandshake } from '../graphql/actor.js';
import type { RefusalCode } from '../refusal.js';
import { ENTRIES_AFTER, type SealedEntry, type Tail } from '../trail/tail.js';
import { CLIENT_EVENTS, isWatch, type ClientEvent, type WatchAnswer, type WatchRequest } from './protocol.js';
import { Watchers, type Watcher } from './watchers.js';

/** Entries that change what people may see: whoever they concern is described anew before anything goes out. */
const CHANGES_ACCESS = new Set([
  'seat.given',
  'seat.ended',
  'key-person.began',
  'key-person.ended',
  'staff.posted',
  'posting.ended',
  'case.opened',
  'case.lead-agency-changed',
  'agency.added',
  'series.started',
  'series.member-added',
  'series.member-ended',
  'session.convened',
  'session.cancelled',
  'invitation.sent',
  'invitation.withdrawn',
  'consent.recorded',
  'consent.withdrawn',
  'basis.recorded',
  'basis.ended',
  'need-to-know.changed',
  'access.begun',
  'access.ended',
  'access.reviewed',
]);
const MOVE_EVERY_MS = 50;
const SWEEP_MS = 30_000;
const CATCH_UP = 1_000;
const MOST_WATCHED = 200;
const MOST_BYTES = 4_096;

/** Sockets carry cursors, never case data: `{caseId, seq}` goes to whoever may see that very entry, and they refetch. */
export class Gateway {
  private readonly io: Server;
  private readonly live: Namespace;
  private readonly watchers: Watchers;
  private readonly sweep: NodeJS.Timeout;
  private leaving = false;

  constructor(
    http: HttpServer,
    private readonly database: Database,
    private readonly config: Pick<Config, 'secureCookie'>,
    private readonly tail: Tail,
    private readonly onFault: (fault: unknown) => void,
  ) {
    this.watchers = new Watchers(database, (staffId) => void this.describeAnew([staffId]).catch(onFault));
    this.io = new Server(http, {
      maxHttpBufferSize: MOST_BYTES,
      serveClient: false,
      // Refused at the door and not by the protocol, so that a client tries again, and elsewhere.
      allowRequest: (_, decide) => decide(null, !this.leaving),
    });
    this.live = this.io.of('/live');
    this.live.use((socket, next) => void this.signIn(socket, next));
    this.live.on('connection', (socket) => this.welcome(socket));
    tail.follow((entries) => this.deliver(entries));
    this.sweep = setInterval(() => void this.sweepAll().catch(onFault), SWEEP_MS);
  }

  /**
   * Lets nobody in any more, and cuts the lines of those who are here, evenly over `ms`: whoever loses their line comes back elsewhere by
   * themselves and says what they have seen. All at once they would storm the other node.
   */
  async leave(ms: number): Promise<void> {
    this.leaving = true;
    const sockets = [...this.live.sockets.values()];
    const rounds = Math.ceil(ms / MOVE_EVERY_MS);
    for (let round = 0; round < rounds && sockets.length > 0; round++) {
      for (const socket of sockets.splice(0, Math.ceil(sockets.length / (rounds - round)))) socket.conn.close();
      await pause(MOVE_EVERY_MS);
    }
  }

  async close(): Promise<void> {
    this.leaving = true;
    clearInterval(this.sweep);
    await this.io.close();
  }

  private async signIn(socket: Socket, next: (refusal?: Error) => void): Promise<void> {
    const actor = await actorOf(this.database, tokenOfHandshake(socket.handshake, this.config)).catch(() => null);
    if (!actor?.credentialId) return next(new Error('UNAUTHENTICATED'));
    const { staffId, credentialId, scope = null } = actor;
    const watcher: Watcher = { socket, staffId, credentialId, scope, cases: new Set(), sessions: new Map(), inbox: false };
    socket.data = watcher;
    next();
  }

  private welcome(socket: Socket): void {
    const watcher = socket.data as Watcher;
    this.watchers.add(watcher);
    socket.on('disconnect', () => this.watchers.remove(watcher));
    for (const event of CLIENT_EVENTS) {
      socket.on(event, (request: unknown, answer: unknown) => {
        this.answer(event, watcher, request).then((said) => reply(answer, said), this.onFault);
      });
    }
  }

  private async answer(event: ClientEvent, watcher: Watcher, request: unknown): Promise<WatchAnswer> {
    if (!isWatch(request)) return { ok: false, code: 'INVALID' };
    return event === 'watch' ? this.watch(watcher, request) : this.unwatch(watcher, request);
  }

  private unwatch(watcher: Watcher, request: WatchRequest): WatchAnswer {
    if ('caseId' in request) watcher.cases.delete(request.caseId);
    else if ('sessionId' in request) watcher.sessions.delete(request.sessionId);
    else watcher.inbox = false;
    return { ok: true, seq: this.tail.cursor };
  }

  private async watch(watcher: Watcher, request: WatchRequest): Promise<WatchAnswer> {
    // Described anew: the case may have been opened a moment ago, by an entry that the tail has yet to bring.
    this.watchers.forget([watcher.staffId]);
    const refusal = await this.begin(watcher, request);
    if (refusal) return { ok: false, code: refusal };
    const missed = request.after === undefined ? [] : await this.missedBy(watcher, request);
    for (const entry of missed) point(watcher, entry);
    return { ok: true, seq: Math.max(this.tail.cursor, missed.at(-1)?.seq ?? 0) };
  }

  /** Notes what a socket watches from now on; what may not be seen is answered like what does not exist. */
  private async begin(watcher: Watcher, request: WatchRequest): Promise<RefusalCode | null> {
    if ('inbox' in request) watcher.inbox = true;
    else if (watcher.cases.size + watcher.sessions.size >= MOST_WATCHED) return 'TOO_MANY';
    else if ('sessionId' in request) {
      const session = await this.watchers.session(watcher, request.sessionId);
      if (!session) return 'NOT_FOUND';
      watcher.sessions.set(session.id, session);
    } else {
      if (!(await this.watchers.sees(watcher, request.caseId))) return 'NOT_FOUND';
      watcher.cases.add(request.caseId);
    }
    return null;
  }

  /**
   * The entries after a watcher's cursor, the oldest `CATCH_UP` of those it may see. Read after the watch began and without
   * an end: an entry may be pointed to twice, but none falls between what was read and what is delivered.
   */
  private async missedBy(watcher: Watcher, request: WatchRequest): Promise<SealedEntry[]> {
    const person = await this.watchers.person(watcher);
    if (!person) return [];
    const [ours, which] = wanted(request, person.actor);
    const missed = await this.database.read<SealedEntry>(person.actor, ENTRIES_AFTER.replace('where', `where ${ours} and`), [
      request.after,
      CATCH_UP,
      which,
    ]);
    return missed.filter((entry) => person.ability.can('read', 'TrailEntry', entry));
  }

  private async deliver(entries: readonly SealedEntry[]): Promise<void> {
    await this.settleAccess(entries);
    for (const entry of entries) {
      for (const watcher of this.watchers.list()) await this.offer(watcher, entry);
    }
  }

  private async offer(watcher: Watcher, entry: SealedEntry): Promise<void> {
    const watches = isWatching(watcher, entry);
    if (!watches && !watcher.inbox) return;
    const person = await this.watchers.person(watcher);
    if (!person) return;
    const addressed = watcher.inbox && entry.to.some((id) => addresses(person.actor).includes(id));
    if ((watches || addressed) && person.ability.can('read', 'TrailEntry', entry)) point(watcher, entry);
  }

  /** Before any pointer of a batch goes out, everyone whose access it changes is described anew, and dropped where it ended. */
  private async settleAccess(entries: readonly SealedEntry[]): Promise<void> {
    const changes = entries.filter((entry) => CHANGES_ACCESS.has(entry.kind));
    if (changes.length > 0) await this.describeAnew(this.watchers.staffIds());
    for (const entry of entries) {
      if (entry.kind === 'session.ended' || entry.kind === 'api-token.revoked') this.signOut(entry);
    }
  }

  private signOut(entry: SealedEntry): void {
    const ended = [entry.aboutId, ...[entry.data['alsoEnded'] ?? []].flat()];
    for (const watcher of this.watchers.list()) if (ended.includes(watcher.credentialId)) watcher.socket.disconnect(true);
  }

  private async describeAnew(staffIds: Iterable<string>): Promise<void> {
    this.watchers.forget(staffIds);
    await this.evict();
  }

  /** Drops every watched case and session that its watcher may no longer see. */
  private async evict(): Promise<void> {
    for (const watcher of this.watchers.list()) {
      for (const caseId of watcher.cases) {
        if (await this.watchers.sees(watcher, caseId)) continue;
        watcher.cases.delete(caseId);
        watcher.socket.emit('dropped', { caseId });
      }
      for (const session of watcher.sessions.values()) {
        if (await this.watchers.seesSession(watcher, session)) continue;
        watcher.sessions.delete(session.id);
        watcher.socket.emit('dropped', { sessionId: session.id });
      }
    }
  }

  /** What ends by the clock alone (a posting, a session) is noticed here. */
  private async sweepAll(): Promise<void> {
    await this.describeAnew(this.watchers.staffIds());
    const live = await this.database.ask<{ id: string }>('select id from live_credentials($1) id', [
      this.watchers.list().map((watcher) => watcher.credentialId),
    ]);
    const alive = new Set(live.map((row) => row.id));
    for (const watcher of this.watchers.list()) if (!alive.has(watcher.credentialId)) watcher.socket.disconnect(true);
  }
}

const addresses = (actor: { staffId: string; postings: readonly { agencyId: string }[] }) => [
  actor.staffId,
  ...actor.postings.map((posting) => posting.agencyId),
];

const isWatching = ({ cases, sessions }: Watcher, { caseId, sessionId }: SealedEntry) =>
  (caseId !== null && cases.has(caseId)) || (sessionId !== null && sessions.has(sessionId));

/** Which entries a request is about, as a condition and its value `$3`. */
function wanted(request: WatchRequest, actor: { staffId: string; postings: readonly { agencyId: string }[] }): [string, unknown] {
  if ('caseId' in request) return ['case_id = $3', request.caseId];
  if ('sessionId' in request) return ['session_id = $3', request.sessionId];
  return ['addressed_to ?| $3', addresses(actor)];
}

/** A socket that watches a session is told of it by name. */
const point = (watcher: Watcher, { caseId, sessionId, seq }: SealedEntry) =>
  watcher.socket.emit('trail', { caseId, seq, ...(sessionId && watcher.sessions.has(sessionId) ? { sessionId } : {}) });

const reply = (answer: unknown, said: WatchAnswer) => {
  if (typeof answer === 'function') (answer as (said: WatchAnswer) => void)(said);
};
