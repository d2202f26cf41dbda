import { setImmediate as breath } from 'node:timers/promises';
import type { Namespace, Socket } from 'socket.io';
import type { Database } from '../database/database.js';
import type { SealedEntry } from '../trail/tail.js';
import { concerned } from './circle.js';
import { Scope } from './description.js';
import type { People, Person } from './people.js';
import type { Watcher, Watchers } from './watchers.js';

/** Pointers after which others get their turn: answers and requests do not wait for a large batch. */
const IN_ONE_BREATH = 5_000;
/** Messages that may wait for a client that does not read. */
const MOST_WAITING = 5_000;

/** Takes entries to the sockets whose people may see them. What is alike for many people or sockets is decided and written once. */
export class Delivery {
  constructor(
    private readonly live: Namespace,
    private readonly people: People,
    private readonly watchers: Watchers,
    private readonly database: Database,
  ) {}

  /** A batch from the tail. Before any pointer of it goes out, whoever's sight it changes is described anew, and dropped where sight ended. */
  async deliver(entries: readonly SealedEntry[]): Promise<void> {
    await this.settle(entries);
    let pointed = 0;
    for (const entry of entries) {
      pointed += this.point(entry);
      if (pointed < IN_ONE_BREATH) continue;
      pointed = 0;
      await breath();
    }
  }

  /** Drops every watched case and session that somebody may no longer see, as they were described last. */
  drop({ sockets }: Person): void {
    for (const watcher of sockets) this.evict(watcher);
  }

  /** What ends by the clock alone (a posting, a session) is noticed here, some people at a time. */
  async sweep(atOnce: number): Promise<void> {
    const people = this.people.list();
    while (people.length > 0) {
      await this.people.describe(people.splice(0, atOnce));
    }
    await this.endCredentials();
  }

  private async settle(entries: readonly SealedEntry[]): Promise<void> {
    const everybody = this.people.list();
    const people = new Set(entries.flatMap((entry) => concerned(entry, everybody)));
    if (people.size > 0) await this.people.describe(people, true);
    const ended = new Set(entries.flatMap(credentialsEndedBy));
    if (ended.size > 0) this.hangUp((id) => ended.has(id));
  }

  private async endCredentials(): Promise<void> {
    const live = await this.database.ask<{ id: string }>('select id from live_credentials($1) id', [
      this.watchers.list().map(({ credentialId }) => credentialId),
    ]);
    const alive = new Set(live.map(({ id }) => id));
    this.hangUp((id) => !alive.has(id));
  }

  private hangUp(isOver: (credentialId: string) => boolean): void {
    for (const { socket, credentialId } of this.watchers.list()) if (isOver(credentialId)) socket.disconnect(true);
  }

  private evict(watcher: Watcher): void {
    const ability = watcher.person.description?.ability;
    for (const caseId of watcher.cases) {
      if (ability?.can('read', 'SupportCase', { id: caseId })) continue;
      this.watchers.leaveCase(watcher, caseId);
      watcher.socket.emit('dropped', { caseId });
    }
    for (const session of watcher.sessions.values()) {
      if (ability?.can('read', 'ConferenceSession', session)) continue;
      this.watchers.leaveSession(watcher, session.id);
      watcher.socket.emit('dropped', { sessionId: session.id });
    }
  }

  /** Points to an entry; answers how many sockets were told. One that watches the entry's session is told of it by name. */
  private point(entry: SealedEntry): number {
    const { caseId, sessionId, seq } = entry;
    const sees = decider(entry);
    const inSession = [...this.watchers.at(sessionId)].filter(({ person }) => sees(person));
    const named = new Set(inSession);
    const others = this.concernedBy(entry).filter((watcher) => !named.has(watcher) && sees(watcher.person));
    this.tell(inSession, { caseId, seq, sessionId });
    this.tell(others, { caseId, seq });
    return inSession.length + others.length;
  }

  /** Who watches the case of an entry, or an inbox that it lands in. */
  private concernedBy({ caseId, to }: SealedEntry): Watcher[] {
    const watching = new Set(this.watchers.at(caseId));
    for (const { sockets } of this.people.addressedBy(to)) {
      for (const watcher of sockets) if (watcher.inbox) watching.add(watcher);
    }
    return [...watching];
  }

  /** Written once, however many sockets it goes to. Who does not read is cut off, and catches up when they come back. */
  private tell(watchers: readonly Watcher[], pointer: object): void {
    const ids: string[] = [];
    for (const { socket, held } of watchers) {
      if (held) held.push(pointer);
      else if (waitingFor(socket) > MOST_WAITING) socket.conn.close();
      else ids.push(socket.id);
    }
    if (ids.length > 0) this.live.to(ids).emit('trail', pointer);
  }
}

const waitingFor = ({ conn }: Socket) => (conn as unknown as { writeBuffer: readonly unknown[] }).writeBuffer.length;

/** Whether somebody may see an entry, asked of the rules once for all who are alike. */
function decider(entry: SealedEntry): (person: Person) => boolean {
  const scope = new Scope(entry);
  const decided = new Map<string, boolean>();
  return ({ description }) => {
    if (!description) return false;
    const likeness = description.likenessIn(scope);
    const known = decided.get(likeness) ?? description.sees(entry);
    decided.set(likeness, known);
    return known;
  };
}

const credentialsEndedBy = ({ kind, aboutId, data }: SealedEntry) =>
  kind === 'session.ended' || kind === 'api-token.revoked' ? [aboutId, ...[data['alsoEnded'] ?? []].flat()].map(String) : [];
