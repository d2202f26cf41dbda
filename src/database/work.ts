import { v7 as newId } from 'uuid';
import { dayInJapan } from '../calendar/japan-time.js';
import type { Ability } from '../permissions/ability.js';
import type { Action } from '../permissions/actions.js';
import { actorName, credentialOf, type Actor, type StaffActor } from '../permissions/actor.js';
import { COORDINATION, type Category } from '../permissions/categories.js';
import { conflict, forbidden, notFound, unauthenticated } from '../refusal.js';
import type { Draft, Fact, Facts } from '../trail/entry.js';
import type { Kind } from '../trail/kinds.js';
import { placed } from './constraints.js';
import { Scope } from './scope.js';
import type { Database } from './database.js';
import { shapeOf, subjectOf, type Type } from './shape.js';
import type { Transaction } from './transaction.js';

/** A command as its client sent it: an id that makes retries free, and what it asks for. */
export interface Command {
  readonly id: string;
  readonly verb: string;
  readonly print: string;
  readonly input: unknown;
}

/** A row that a verb changes: identified, and numbered at every change. */
export interface Row {
  id: string;
  version: number;
}

/** A row of any type. */
type AnyRow = Record<string, unknown>;
type Values<T> = Omit<T, 'id' | 'version'> & { id?: string };
/**
 * Whom an entry concerns (staff or agency ids: it lands in their inbox), the case where the row itself names none,
 * and facts beside the row's own state.
 */
export type Particulars = Facts & { readonly to?: readonly (string | null)[]; readonly caseId?: string };

const stale = () =>
  conflict({
    ja: '他の人が先に変更しました。最新の内容を確認してください。',
    en: 'Someone else changed this first. Please look at the latest.',
  });

/**
 * The door for writing: one transaction that locks, checks, changes and records.
 * Five methods; `scope` reads under the same rules.
 */
export class Work {
  readonly scope: Scope;
  readonly drafts: Draft[] = [];
  /** The instant of the run by the database's clock, from when whoever acts was let in. */
  now = new Date(Number.NaN);
  private readonly agreed = new Map<object, Set<Action>>();

  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    readonly actor: Actor,
    private readonly ability: Ability,
    private readonly command: Command,
  ) {
    this.scope = new Scope(database, transaction, ability);
  }

  /** The person who acts. Throws `UNAUTHENTICATED` where only a person can act. */
  get staff(): StaffActor {
    if (this.actor.kind !== 'staff') throw unauthenticated();
    return this.actor;
  }

  /** Today in Japan, as `YYYY-MM-DD`. */
  get today(): string {
    return dayInJapan(this.now);
  }

  /**
   * Takes a row for this transaction. `NOT_FOUND` when it does not exist or may not be seen;
   * `CONFLICT` when `version` is given and someone changed the row since.
   */
  async lock<T extends Row>(type: Type<T>, id: string, version?: number): Promise<T> {
    const taken = await this.scope.take(type, id);
    if (!taken) throw notFound();
    const { row, at } = taken;
    if (this.drafts.length === 0 && at > this.now) this.now = at;
    if (version !== undefined && row.version !== version) throw stale();
    return row;
  }

  /** Throws `FORBIDDEN`, with the sentence that says who may, unless the actor may do this to the row. */
  must(action: Action, row: object, type: Type = row.constructor as Type): void {
    if (!this.ability.can(action, subjectOf(type), row)) throw forbidden(this.ability.denial(action, subjectOf(type)));
    const actions = this.agreed.get(row) ?? new Set();
    this.agreed.set(row, actions.add(action));
  }

  async insert<T extends Row>(type: Type<T>, values: Values<T>): Promise<T> {
    const row: AnyRow = { id: newId(), ...values, version: 1 };
    return this.transaction.rows.insert(type, row).catch((fault: unknown) => this.misplaced(fault, type, row));
  }

  /**
   * Writes the changes of a row at the version that was read. `CONFLICT` when that is no longer the latest.
   * What the actor was allowed to do to the row before, they must be allowed to do to it after.
   */
  async save<T extends Row>(row: T, patch: Partial<T>): Promise<T> {
    const { id, version } = row;
    const changes: AnyRow = { ...patch, version: version + 1 };
    const type = row.constructor as Type;
    const written = await this.transaction.rows
      .update(type, { id, version }, changes)
      .catch((fault: unknown) => this.misplaced(fault, type, changes));
    if (!written) throw stale();
    Object.assign(row, changes);
    for (const action of this.agreed.get(row) ?? []) this.must(action, row);
    return row;
  }

  /** A text that the database refuses is refused where the client wrote it. */
  private misplaced(fault: unknown, type: Type, row: AnyRow): never {
    const { columns } = this.database.source.getMetadata(type);
    const values = Object.fromEntries(columns.map((column) => [column.databaseName, row[column.propertyName]]));
    throw placed(fault, values, this.command.input);
  }

  /** Adds an entry about a row to the trail. The first entry of a run is about the row that its command made or changed. */
  record(kind: Kind, about: Row, { to = [], caseId, ...data }: Particulars = {}): void {
    const type = about.constructor as Type;
    const responsible = [...shapeOf(type).responsibility].map((name) => [name, asFact(columnOf(about, name))] as const);
    this.drafts.push({
      at: this.now.toISOString(),
      kind,
      via: this.command.verb,
      actor: actorName(this.actor),
      credential: credentialOf(this.actor),
      commandId: this.command.id,
      print: this.command.print,
      ordinal: this.drafts.length,
      caseId: caseOf(type, about) ?? caseId ?? null,
      seriesId: placeOf(type, about, 'MeetingSeries', 'seriesId'),
      sessionId: placeOf(type, about, 'ConferenceSession', 'sessionId'),
      category: (columnOf(about, 'category') as Category | undefined) ?? COORDINATION,
      confinedTo: (columnOf(about, 'confinedTo') as string | null | undefined) ?? null,
      type: type.name,
      id: about.id,
      to: [...new Set(to.filter((id): id is string => id !== null))],
      state: Object.fromEntries(responsible),
      data,
    });
  }
}

const caseOf = (type: Type, row: Row): string | null => placeOf(type, row, 'SupportCase', 'caseId');

/** What a row belongs to: itself, where it is of that type, or what it names. */
const placeOf = (type: Type, row: Row, itself: string, by: string): string | null =>
  type.name === itself ? row.id : ((columnOf(row, by) as string | null | undefined) ?? null);

const columnOf = (row: Row, name: string): unknown => (row as unknown as Record<string, unknown>)[name];

const asFact = (value: unknown): Fact => (value instanceof Date ? value.toISOString() : ((value ?? null) as Fact));
