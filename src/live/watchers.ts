import type { Socket } from 'socket.io';
import { loadActor } from '../database/load-actor.js';
import type { Database } from '../database/database.js';
import { Ability } from '../permissions/ability.js';
import type { StaffActor } from '../permissions/actor.js';
import type { TokenScope } from '../permissions/token-scope.js';

/** What the rules ask of a session: columns that never change. */
export interface WatchedSession {
  readonly id: string;
  readonly caseId: string | null;
  readonly seriesId: string | null;
  readonly category: string;
  readonly confinedTo: string | null;
}

/** A signed-in socket: who it belongs to, which cases and sessions it watches, and whether it watches its own inbox. */
export interface Watcher {
  readonly socket: Socket;
  readonly staffId: string;
  /** The session or token that it came with. */
  readonly credentialId: string;
  /** How far its token reaches. */
  readonly scope: TokenScope | null;
  readonly cases: Set<string>;
  readonly sessions: Map<string, WatchedSession>;
  inbox: boolean;
}

/** Whose rules apply, and how far a token narrows them. */
type Who = Pick<Watcher, 'staffId' | 'scope'>;

interface Described {
  readonly actor: StaffActor;
  readonly ability: Ability;
}

/** Timers may ring a little early. */
const GRACE_MS = 10;

const SESSION = `
  select id, case_id as "caseId", series_id as "seriesId", category, confined_to as "confinedTo" from conference_session where id = $1`;

const SEES_CASE = (ability: Ability, caseId: string) => ability.can('read', 'SupportCase', { id: caseId });

/** The people behind the open sockets, each described once however many windows they have open. */
export class Watchers {
  private readonly all = new Set<Watcher>();
  private readonly people = new Map<string, Promise<Described | null>>();
  private readonly endings = new Map<string, NodeJS.Timeout>();

  /** `onEnd` is told of a person at the moment when an extraordinary access of theirs ends by itself. */
  constructor(
    private readonly database: Database,
    private readonly onEnd: (staffId: string) => void,
  ) {}

  add(watcher: Watcher): void {
    this.all.add(watcher);
  }

  remove(watcher: Watcher): void {
    this.all.delete(watcher);
    if ([...this.all].some((other) => other.staffId === watcher.staffId)) return;
    this.people.delete(watcher.staffId);
    clearTimeout(this.endings.get(watcher.staffId));
    this.endings.delete(watcher.staffId);
  }

  /** A person's rules as last loaded, as far as their token passes them on. */
  async person({ staffId, scope }: Who): Promise<Described | null> {
    const person = await this.described(staffId);
    if (!person || !scope) return person;
    const actor = { ...person.actor, scope };
    return { actor, ability: Ability.of(actor) };
  }

  private described(staffId: string): Promise<Described | null> {
    const known = this.people.get(staffId);
    if (known) return known;
    const loading = loadActor(this.database, staffId).then((actor) => actor && this.known(actor));
    this.people.set(staffId, loading);
    loading.catch(() => this.people.delete(staffId));
    return loading;
  }

  private known(actor: StaffActor): Described {
    clearTimeout(this.endings.get(actor.staffId));
    const left = actor.extraordinary.map((access) => access.leftMs);
    if (left.length > 0) {
      const ending = setTimeout(() => this.onEnd(actor.staffId), Math.min(...left) + GRACE_MS);
      this.endings.set(actor.staffId, ending.unref());
    }
    return { actor, ability: Ability.of(actor) };
  }

  async sees(who: Who, caseId: string): Promise<boolean> {
    const person = await this.person(who);
    return person !== null && SEES_CASE(person.ability, caseId);
  }

  /** A session as the rules ask of it, if this person may see it. */
  async session(who: Who, id: string): Promise<WatchedSession | null> {
    const person = await this.person(who);
    if (!person) return null;
    const [session] = await this.database.read<WatchedSession>(person.actor, SESSION, [id]);
    return session && (await this.seesSession(who, session)) ? session : null;
  }

  async seesSession(who: Who, session: WatchedSession): Promise<boolean> {
    const person = await this.person(who);
    return person !== null && person.ability.can('read', 'ConferenceSession', session);
  }

  forget(staffIds: Iterable<string>): void {
    for (const staffId of staffIds) this.people.delete(staffId);
  }

  of(staffId: string): Watcher[] {
    return [...this.all].filter((watcher) => watcher.staffId === staffId);
  }

  staffIds(): Set<string> {
    return new Set([...this.all].map((watcher) => watcher.staffId));
  }

  /** Everyone whose socket may care about a case or an inbox. */
  list(): readonly Watcher[] {
    return [...this.all];
  }
}
