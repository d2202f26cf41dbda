import type { Database } from '../database/database.js';
import type { StaffActor } from '../permissions/actor.js';
import type { TokenScope } from '../permissions/token-scope.js';
import { Description } from './description.js';
import { reportOn, type Report, type Standing } from './standing.js';
import type { Watcher } from './watchers.js';

/** People in one statement: few enough that whoever has to be described at once waits for no long one. */
const AT_ONCE = 100;
/** Timers may ring a little early. */
const GRACE_MS = 10;

/** Somebody behind open sockets, described once however many windows they have open. */
export class Person {
  readonly sockets = new Set<Watcher>();
  /** `null` until they are described, and when they are nobody's colleague any more. */
  description: Description | null = null;
  /** As of when they were described. */
  standing: Standing | null = null;

  constructor(
    readonly staffId: string,
    /** How far the token reaches with which they came; none for a session. */
    readonly scope: TokenScope | null,
    /** The same for everybody with this id and scope. */
    readonly key: string,
  ) {}
}

/** The people behind the open sockets. The database describes them in bulk, as of now. */
export class People {
  private readonly all = new Map<string, Person>();
  private readonly members = new Map<string, Set<Person>>();
  private readonly endings = new Map<Person, NodeJS.Timeout>();
  private readonly urgent = new Map<Person, PromiseWithResolvers<void>>();
  private readonly waiting = new Map<Person, PromiseWithResolvers<void>>();
  private isDescribing = false;

  /**
   * `onDescribed` is told of a person each time they were described: they may see less than before. `onEnd` is told of them at the moment
   * when an extraordinary access of theirs ends by itself.
   */
  constructor(
    private readonly database: Database,
    private readonly onDescribed: (person: Person) => void,
    private readonly onEnd: (person: Person) => void,
  ) {}

  /** The person with this id, kept as long as they have a socket; by a token they see less, and are somebody of their own. */
  named(staffId: string, scope: TokenScope | null): Person {
    const key = scope ? `${staffId} ${JSON.stringify(scope)}` : staffId;
    const person = this.all.get(key) ?? new Person(staffId, scope, key);
    this.all.set(key, person);
    return person;
  }

  list(): Person[] {
    return [...this.all.values()];
  }

  /** Whoever has one of these names: people themselves, and everybody who works for an agency. */
  *addressedBy(names: readonly string[]): Iterable<Person> {
    for (const name of names) {
      const person = this.all.get(name);
      if (person) yield person;
      yield* this.members.get(name) ?? [];
    }
  }

  leave(person: Person): void {
    if (person.sockets.size > 0 || !this.isHere(person)) return;
    this.describeAs(person, null, null);
    this.all.delete(person.key);
  }

  /**
   * Resolves when the database has described these people at an instant after this call; rejects when it could not. Whoever asks in the
   * meantime is described together. `urgent` goes before everybody else: somebody may have lost sight of something.
   */
  async describe(people: Iterable<Person>, urgent = false): Promise<void> {
    const queue = urgent ? this.urgent : this.waiting;
    const asked = [...people].map((person) => {
      const asking = queue.get(person) ?? Promise.withResolvers<void>();
      queue.set(person, asking);
      return asking.promise;
    });
    void this.work();
    await Promise.all(asked);
  }

  private async work(): Promise<void> {
    if (this.isDescribing) return;
    this.isDescribing = true;
    for (let next = this.take(); next.length > 0; next = this.take()) {
      const asking = next.map(([, { resolve, reject }]) => ({ resolve, reject }));
      await this.load(next.map(([person]) => person)).then(
        () => asking.forEach(({ resolve }) => resolve()),
        (fault: unknown) => asking.forEach(({ reject }) => reject(fault)),
      );
    }
    this.isDescribing = false;
  }

  private take(): [Person, PromiseWithResolvers<void>][] {
    const next = [...this.urgent, ...this.waiting].slice(0, AT_ONCE);
    for (const [person, asking] of next) {
      const queue = this.urgent.get(person) === asking ? this.urgent : this.waiting;
      queue.delete(person);
    }
    return next;
  }

  /** Who stands as they were described is not described again: the sweep, and a watch by somebody who is known, cost a look. */
  private async load(asked: readonly Person[]): Promise<void> {
    const people = [...new Set(asked)];
    const reports = await reportOn(this.database, people);
    for (const [at, person] of people.entries()) if (this.isHere(person)) this.learn(person, reports[at]!);
  }

  /** Whoever closed their last window is forgotten, also while the database was being asked about them. */
  private isHere(person: Person): boolean {
    return this.all.get(person.key) === person;
  }

  private learn(person: Person, report: Report): void {
    if (!report.stands) this.describeAs(person, report.actor, report.standing);
    this.onDescribed(person);
  }

  private describeAs(person: Person, actor: StaffActor | null, standing: Standing | null): void {
    for (const name of namesOf(person)) this.without(person, name);
    person.description = actor && new Description(person.scope ? { ...actor, scope: person.scope } : actor);
    person.standing = actor && standing;
    for (const name of namesOf(person)) this.members.set(name, (this.members.get(name) ?? new Set()).add(person));
    this.awaitEnd(person, actor?.extraordinary.map(({ leftMs }) => leftMs) ?? []);
  }

  private awaitEnd(person: Person, left: readonly number[]): void {
    clearTimeout(this.endings.get(person));
    this.endings.delete(person);
    if (left.length > 0) this.endings.set(person, setTimeout(() => this.onEnd(person), Math.min(...left) + GRACE_MS).unref());
  }

  private without(person: Person, name: string): void {
    const members = this.members.get(name);
    members?.delete(person);
    if (members?.size === 0) this.members.delete(name);
  }
}

const namesOf = ({ description }: Person) => description?.addresses ?? [];
