import type { Socket } from 'socket.io';
import type { Person } from './people.js';

/** What the rules ask of a session: columns that never change. */
export interface WatchedSession {
  readonly id: string;
  readonly caseId: string | null;
  readonly seriesId: string | null;
  readonly category: string;
  readonly confinedTo: string | null;
}

/** A signed-in socket: whose it is, which cases and sessions it watches, and whether it watches its owner's inbox. */
export class Watcher {
  readonly cases = new Set<string>();
  readonly sessions = new Map<string, WatchedSession>();
  inbox = false;
  /** Pointers that come while it catches up: they go out after what was missed, so that the newest number that came tells what was had. */
  held: object[] | null = null;
  /** Its requests are answered one after the other, and so many wait. */
  turn: Promise<unknown> = Promise.resolve();
  waiting = 0;

  constructor(
    readonly socket: Socket,
    readonly person: Person,
    /** The session or token that it came with. */
    readonly credentialId: string,
  ) {}

  get watched(): number {
    return this.cases.size + this.sessions.size;
  }
}

/** The sockets, by what they watch: an entry is taken to those whom it can concern, and to no other. */
export class Watchers {
  private readonly all = new Set<Watcher>();
  private readonly places = new Map<string, Set<Watcher>>();
  /** Told of a session whenever somebody begins or ceases to watch it. */
  onMove: (sessionId: string) => void = () => undefined;

  add(watcher: Watcher): void {
    this.all.add(watcher);
    watcher.person.sockets.add(watcher);
  }

  remove(watcher: Watcher): void {
    this.all.delete(watcher);
    watcher.person.sockets.delete(watcher);
    for (const id of watcher.cases) this.away(watcher, id);
    for (const id of watcher.sessions.keys()) this.leaveSession(watcher, id);
  }

  list(): readonly Watcher[] {
    return [...this.all];
  }

  /** The sessions that somebody here watches. */
  sessions(): ReadonlySet<string> {
    return new Set(this.list().flatMap(({ sessions }) => [...sessions.keys()]));
  }

  /** How many sockets this person has open. */
  countOf(staffId: string): number {
    return this.list().filter(({ person }) => person.staffId === staffId).length;
  }

  /** Who watches this case, or this session. */
  at(id: string | null): Iterable<Watcher> {
    return (id === null ? undefined : this.places.get(id)) ?? [];
  }

  watchCase(watcher: Watcher, caseId: string): void {
    watcher.cases.add(caseId);
    this.place(watcher, caseId);
  }

  watchSession(watcher: Watcher, session: WatchedSession): void {
    watcher.sessions.set(session.id, session);
    this.place(watcher, session.id);
    this.onMove(session.id);
  }

  leaveCase(watcher: Watcher, caseId: string): void {
    if (watcher.cases.delete(caseId)) this.away(watcher, caseId);
  }

  leaveSession(watcher: Watcher, sessionId: string): void {
    if (!watcher.sessions.delete(sessionId)) return;
    this.away(watcher, sessionId);
    this.onMove(sessionId);
  }

  private place(watcher: Watcher, id: string): void {
    // Whoever left while they were being asked about is not placed any more.
    if (!this.all.has(watcher)) return;
    this.places.set(id, (this.places.get(id) ?? new Set()).add(watcher));
  }

  private away(watcher: Watcher, id: string): void {
    const there = this.places.get(id);
    there?.delete(watcher);
    if (there?.size === 0) this.places.delete(id);
  }
}
