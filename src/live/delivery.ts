import { setImmediate as breath } from 'node:timers/promises';
import type { Database } from '../database/database.js';
import type { SealedEntry } from '../trail/tail.js';
import { concerned } from './circle.js';
import { Scope } from './description.js';
import { Outgoing } from './outgoing.js';
import type { People, Person } from './people.js';
import type { Watcher, Watchers } from './watchers.js';

/** Pointers after which others get their turn: answers and requests do not wait for a large batch. */
const IN_ONE_BREATH = 5_000;
/** Sockets for which pointers are gathered: a meeting is written to once for many entries, and the first of thousands need not wait for the last to be decided. */
const WRITTEN_AT_ONCE = 500;

/** Takes entries to the sockets whose people may see them. What is alike for many people or sockets is decided and written once. */
export class Delivery {
  constructor(
    private readonly people: People,
    private readonly watchers: Watchers,
    private readonly database: Database,
  ) {}

  /** A batch from the tail. Before any pointer of it goes out, whoever's sight it changes is described anew, and dropped where sight ended. */
  async deliver(entries: readonly SealedEntry[]): Promise<void> {
    await this.settle(entries);
    const outgoing = new Outgoing();
    let pointed = 0;
    for (const entry of entries) {
      pointed += this.point(entry, outgoing);
      if (outgoing.sockets > WRITTEN_AT_ONCE) outgoing.send();
      if (pointed < IN_ONE_BREATH) continue;
      outgoing.send();
      pointed = 0;
      await breath();
    }
    outgoing.send();
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

  /** Points to an entry; answers how many sockets are told. One that watches the entry's session is told of it by name. */
  private point(entry: SealedEntry, outgoing: Outgoing): number {
    const { caseId, sessionId, seq } = entry;
    const sees = decider(entry);
    const inSession = [...this.watchers.at(sessionId)].filter(({ person }) => sees(person));
    const others = [...this.concernedBy(entry)].filter((watcher) => !isIn(sessionId, watcher) && sees(watcher.person));
    return outgoing.point(inSession, { caseId, seq, sessionId }) + outgoing.point(others, { caseId, seq });
  }

  /** Who watches the case of an entry, or an inbox that it lands in. */
  private concernedBy({ caseId, to }: SealedEntry): Iterable<Watcher> {
    const onCase = this.watchers.at(caseId);
    if (to.length === 0) return onCase;
    const watching = new Set(onCase);
    for (const { sockets } of this.people.addressedBy(to)) {
      for (const watcher of sockets) if (watcher.inbox) watching.add(watcher);
    }
    return watching;
  }
}

const isIn = (sessionId: string | null, { sessions }: Watcher) => sessionId !== null && sessions.has(sessionId);

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
