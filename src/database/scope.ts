import type { Ability } from '../permissions/ability.js';
import type { Conditions } from '../permissions/rules.js';
import { conditionsToSql, grantsToSql, Values } from '../permissions/to-sql.js';
import { notFound } from '../refusal.js';
import type { Head } from '../trail/heads.js';
import type { Database } from './database.js';
import { orderedBy } from './narrowing.js';
import type { Taken } from './rows.js';
import { subjectOf, type Order, type Type } from './shape.js';
import type { Transaction } from './transaction.js';
import { Unseen } from './unseen.js';

/** A row by its type and id. */
export interface Named {
  readonly type: Type;
  readonly id: string;
}

/** One of several lists: rows of a type, narrowed and ordered. */
interface Listed<T> {
  readonly type: Type<T>;
  readonly where: Conditions;
  readonly order?: Order;
  /** Only these of its columns, where the rows are many or wide. */
  readonly columns?: readonly (keyof T & string)[];
}

/** The door for reading inside a transaction: queries already narrowed to what this actor may see. */
export class Scope {
  private ahead: (Named & { readonly taken: Promise<Taken<object> | null> }) | null = null;

  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly ability: Ability,
  ) {}

  /** The rows of a type that the actor may read, narrowed further by `where`. */
  async find<T extends object>(type: Type<T>, where: Conditions, order: Order = []): Promise<T[]> {
    return this.fetch(type, where, this.inOrder(type, order));
  }

  /** Several such lists that do not rest on each other, in one statement. */
  async lists<Lists extends object[]>(
    ...wanted: { [At in keyof Lists]: Listed<Lists[At]> }
  ): Promise<{ [At in keyof Lists]: Lists[At][] }> {
    const values = new Values();
    const lists = wanted.map(({ type, where, order, columns }) => ({
      type,
      columns,
      where: this.narrowed(type, where, values),
      after: this.inOrder(type, order),
    }));
    return (await this.transaction.rows.lists(lists, values.list)) as { [At in keyof Lists]: Lists[At][] };
  }

  async first<T extends object>(type: Type<T>, where: Conditions): Promise<T | null> {
    const [row] = await this.fetch<T>(type, where, ' limit 1');
    return row ?? null;
  }

  /** Asks at once for a row that will be taken first; what comes of it is told to whoever takes it. */
  takeAhead({ type, id }: Named): void {
    const taken = this.take(type, id);
    taken.catch(() => undefined);
    this.ahead = { type, id, taken };
  }

  /** The row with this id, taken for this transaction: whoever else wants it waits. */
  async take<T extends object>(type: Type<T>, id: string): Promise<Taken<T> | null> {
    const { ahead } = this;
    this.ahead = null;
    if (ahead?.type === type && ahead.id === id) return ahead.taken as Promise<Taken<T> | null>;
    const values = new Values();
    return this.transaction.rows.take<T>(type, this.narrowed(type, { id }, values), values.list);
  }

  private fetch<T extends object>(type: Type<T>, where: Conditions, after: string): Promise<T[]> {
    const values = new Values();
    return this.transaction.rows.find<T>(type, this.narrowed(type, where, values), values.list, after);
  }

  private inOrder(type: Type, order: Order = []): string {
    return ` ${orderedBy(order, this.database.columnsOf(type, 'it'))}`;
  }

  private narrowed(type: Type, where: Conditions, values: Values): string {
    const columnOf = this.database.columnsOf(type, 'it');
    const chosen = conditionsToSql(where, columnOf, values);
    const rules = grantsToSql(this.ability.grantsTo('read', subjectOf(type)), columnOf, values, where);
    return `${chosen} and ${rules}`;
  }

  /** The row with this id. Throws `NOT_FOUND` for one that does not exist or may not be seen. */
  async one<T extends object>(type: Type<T>, id: string): Promise<T> {
    const row = await this.first(type, { id });
    if (!row) throw notFound();
    return row;
  }

  /**
   * A case by its number, and the agency for which this person may break the glass on it: found past the rules, for nothing else.
   * `null` for a number that is not there, or whose case is not of their municipality.
   */
  async inEmergency(number: string, staffId: string): Promise<{ caseId: string; agencyId: string } | null> {
    const [found] = await this.transaction.ask<{ caseId: string; agencyId: string }>(
      'select case_id as "caseId", agency_id as "agencyId" from case_in_emergency($1, $2)',
      [number, staffId],
    );
    return found ?? null;
  }

  /** Who answers for a case: its key person, and the managers of its lead agency and those above. Told of what happens past the rules. */
  async answerableFor(caseId: string): Promise<string[]> {
    const [found] = await this.transaction.ask<{ staffIds: string[] }>('select answerable_for($1) as "staffIds"', [caseId]);
    return found!.staffIds;
  }

  /**
   * Rows that a function of the database changes past what the actor may see, as they then stand. The verb records each; whoever may not
   * read the row does not read its entry either.
   */
  changed<T extends object>(type: Type<T>, call: 'bring_back($1)' | 'leave_unsettled($1)', id: string): Promise<T[]> {
    return this.transaction.rows.broughtBy<T>(type, call, [id]);
  }

  /** Facts of one bit that a verb has to know whoever acts, past what the actor may see. They are never answered to anybody. */
  get unseen(): Unseen {
    return new Unseen(this.transaction.ask);
  }

  /** The last entry of the trail as it stands: its number and hash, which say nothing of what it holds. */
  async head(): Promise<Head> {
    const [head] = await this.transaction.ask<{ seq: string; hash: string }>('select seq, hash from trail_head()');
    return { seq: Number(head!.seq), hash: head!.hash };
  }
}
