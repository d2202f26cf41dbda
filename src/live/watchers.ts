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

const SEES_CASE = (ability: Ability, caseId: string) => ability.can('read', 'SupportCase', { id: caseId });

/** The people behind the open sockets, each described once however many windows they have open. */
export class Watchers {
  private readonly all = new Set<Watcher>();
  private readonly people = new Map<string, Promise<{ actor: StaffActor; ability: Ability } | null>>();

  constructor(private readonly database: Database) {}

  add(watcher: Watcher): void {
    this.all.add(watcher);
  }

  remove(watcher: Watcher): void {
    this.all.delete(watcher);
    if (![...this.all].some((other) => other.staffId === watcher.staffId)) this.people.delete(watcher.staffId);
  }

  /** A person's rules as last loaded. */
  person(staffId: string): Promise<{ actor: StaffActor; ability: Ability } | null> {
    const known = this.people.get(staffId);
    if (known) return known;
    const loading = loadActor(this.database, staffId).then((actor) => actor && { actor, ability: Ability.of(actor) });
    this.people.set(staffId, loading);
    loading.catch(() => this.people.delete(staffId));
    return loading;
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
