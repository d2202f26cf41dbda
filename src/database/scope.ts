import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Ability } from '../permissions/ability.js';
import type { Conditions } from '../permissions/rules.js';
import { conditionsToSql, grantsToSql, Values } from '../permissions/to-sql.js';
import { notFound } from '../refusal.js';
import type { Head } from '../trail/heads.js';
import type { Database } from './database.js';
import { Rows } from './rows.js';
import { Unseen } from './unseen.js';
import { subjectOf, type Order, type Type } from './shape.js';

/** The door for reading inside a transaction: queries already narrowed to what this actor may see. */
export class Scope {
  private readonly rows: Rows;

  constructor(
    private readonly database: Database,
    private readonly manager: EntityManager,
    private readonly ability: Ability,
  ) {
    this.rows = new Rows(manager);
  }

  /** A query for the rows of a type that the actor may read, narrowed further by `where`. */
  of<T extends object>(type: Type<T>, where: Conditions = {}): SelectQueryBuilder<T> {
    const { sql, values } = this.narrowed(type, where);
    const named = Object.fromEntries(values.list.map((value, at) => [`v${at + 1}`, value]));
    return this.manager
      .createQueryBuilder(type as never, 'it')
      .where(sql.replace(/\$(\d+)/g, ':v$1'), named) as unknown as SelectQueryBuilder<T>;
  }

  async find<T extends object>(type: Type<T>, where: Conditions, order: Order = []): Promise<T[]> {
    const columnOf = this.database.columnsOf(type, 'it');
    const by = order.map((name) => (name.startsWith('-') ? `${columnOf(name.slice(1)).sql} desc` : columnOf(name).sql));
    return this.fetch(type, where, by.length > 0 ? ` order by ${by.join(', ')}` : '');
  }

  async first<T extends object>(type: Type<T>, where: Conditions): Promise<T | null> {
    const [row] = await this.fetch<T>(type, where, ' limit 1');
    return row ?? null;
  }

  /** The row with this id, taken for this transaction: whoever else wants it waits. */
  async take<T extends object>(type: Type<T>, id: string): Promise<T | null> {
    const [row] = await this.fetch<T>(type, { id }, ' for update');
    return row ?? null;
  }

  private fetch<T extends object>(type: Type<T>, where: Conditions, after: string): Promise<T[]> {
    const { sql, values } = this.narrowed(type, where);
    return this.rows.find<T>(type, sql, values.list, after);
  }

  private narrowed(type: Type, where: Conditions): { sql: string; values: Values } {
    const columnOf = this.database.columnsOf(type, 'it');
    const values = new Values();
    const rules = grantsToSql(this.ability.grantsTo('read', subjectOf(type)), columnOf, values);
    return { sql: `${conditionsToSql(where, columnOf, values)} and ${rules}`, values };
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
    const [found] = await this.manager.query<{ caseId: string; agencyId: string }[]>(
      'select case_id as "caseId", agency_id as "agencyId" from case_in_emergency($1, $2)',
      [number, staffId],
    );
    return found ?? null;
  }

  /** Who answers for a case: its key person, and the managers of its lead agency and those above. Told of what happens past the rules. */
  async answerableFor(caseId: string): Promise<string[]> {
    const [found] = await this.manager.query<{ staffIds: string[] }[]>('select answerable_for($1) as "staffIds"', [caseId]);
    return found!.staffIds;
  }

  /** Facts of one bit that a verb has to know whoever acts, past what the actor may see. They are never answered to anybody. */
  get unseen(): Unseen {
    return new Unseen(this.manager);
  }

  /** The last entry of the trail as it stands: its number and hash, which say nothing of what it holds. */
  async head(): Promise<Head> {
    const [head] = await this.manager.query<{ seq: string; hash: string }[]>('select seq, hash from trail_head()');
    return { seq: Number(head!.seq), hash: head!.hash };
  }
}
