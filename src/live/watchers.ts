import type { Socket } from 'socket.io';
import { loadActor } from '../database/load-actor.js';
import type { Database } from '../database/database.js';
import { Ability } from '../permissions/ability.js';
import type { StaffActor } from '../permissions/actor.js';

/** A signed-in socket: who it belongs to, which cases it watches, and whether it watches its own inbox. */
export interface Watcher {
  readonly socket: Socket;
  readonly staffId: string;
  readonly sessionId: string;
  readonly cases: Set<string>;
  inbox: boolean;
}

/** Timers may ring a little early. */
const GRACE_MS = 10;

const SEES_CASE = (ability: Ability, caseId: string) => ability.can('read', 'SupportCase', { id: caseId });

/** The people behind the open sockets, each described once however many windows they have open. */
export class Watchers {
  private readonly all = new Set<Watcher>();
  private readonly people = new Map<string, Promise<{ actor: StaffActor; ability: Ability } | null>>();
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

  /** A person's rules as last loaded. */
  person(staffId: string): Promise<{ actor: StaffActor; ability: Ability } | null> {
    const known = this.people.get(staffId);
    if (known) return known;
    const loading = loadActor(this.database, staffId).then((actor) => actor && this.known(actor));
    this.people.set(staffId, loading);
    loading.catch(() => this.people.delete(staffId));
    return loading;
  }

  private known(actor: StaffActor): { actor: StaffActor; ability: Ability } {
    clearTimeout(this.endings.get(actor.staffId));
    const left = actor.extraordinary.map((access) => access.leftMs);
    if (left.length > 0) {
      const ending = setTimeout(() => this.onEnd(actor.staffId), Math.min(...left) + GRACE_MS);
      this.endings.set(actor.staffId, ending.unref());
    }
    return { actor, ability: Ability.of(actor) };
  }

  async sees(staffId: string, caseId: string): Promise<boolean> {
    const person = await this.person(staffId);
    return person !== null && SEES_CASE(person.ability, caseId);
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
