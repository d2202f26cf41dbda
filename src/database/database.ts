import type pg from 'pg';
import { DataSource, type EntityTarget } from 'typeorm';
import { actorName, type Actor, type SystemActor } from '../permissions/actor.js';
import { Acquaintances, type Acquaintance } from './acquaintances.js';
import { askOn, COMMANDING, READINGS_AT_ONCE, readers } from './connections.js';
import { Directory } from './directory.js';
import type { ColumnOf } from '../permissions/to-sql.js';
import type { Replica } from './replica.js';
import type { Type } from './shape.js';
import { SnakeNames } from './snake-names.js';
import { statement, Transaction } from './transaction.js';

/** Opens a transaction on behalf of an actor, whom the second lock watches. */
const beginningAs = (actor: Actor, how = '') => `begin ${how}; set local tsunagi.actor = '${actorName(actor).replace(/[^\w:-]/g, '')}'`;

/** The connection pool, always under the role that owns nothing. Only the doors and the trail's reader use it. */
export class Database {
  /** Who answers reports in place of this database, where one was named. */
  replica: Replica | null = null;
  /** Those who asked lately. */
  readonly acquaintances = new Acquaintances(this);
  /** Staff and agencies, whom answers name. */
  readonly directory = new Directory((sql, values) => askOn(this.reading, statement(sql, values)));

  private constructor(
    readonly source: DataSource,
    private readonly reading: pg.Pool,
    private readonly readersFor: (name: SystemActor['name']) => pg.Pool,
  ) {}

  private readonly parts = new Map<string, pg.Pool>();

  private poolOf(name: SystemActor['name']): pg.Pool {
    const pool = this.parts.get(name) ?? this.readersFor(name);
    this.parts.set(name, pool);
    return pool;
  }

  static async open(url: string, entities: readonly Type[]): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url,
      entities: entities as (new () => object)[],
      namingStrategy: new SnakeNames(),
      synchronize: false,
      extra: COMMANDING,
    });
    return new Database(await source.initialize(), readers(url, READINGS_AT_ONCE), (name) => readers(url, 1, `-c tsunagi.actor=${name}`));
  }

  async close(): Promise<void> {
    await this.replica?.close();
    await Promise.all([this.source.destroy(), this.reading.end(), ...[...this.parts.values()].map((pool) => pool.end())]);
  }

  /** Where reports are read: here, unless a replica has everything. */
  async forReports(): Promise<Database> {
    return this.replica ? this.replica.orPrimary() : this;
  }

  /** One statement on behalf of an actor, in a read-only transaction that the second lock watches. A part of the product has connections of its own. */
  async read<Row extends pg.QueryResultRow>(actor: Actor, sql: string, values: readonly unknown[]): Promise<Row[]> {
    if (actor.kind === 'system') return (await askOn<Row>(this.poolOf(actor.name), statement(sql, values))).rows;
    const client = await this.pool.connect();
    try {
      await client.query(beginningAs(actor, 'read only'));
      const { rows } = await client.query<Row>(sql, [...values]);
      await client.query('commit');
      client.release();
      return rows;
    } catch (fault) {
      await client.query('rollback').then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw fault;
    }
  }

  /**
   * One statement on behalf of somebody as they were last described, read-only and watched by the second lock: its JSON as a text; `null` when the
   * description holds no longer: then it has read nothing. `sql` comes from `presuming`, with the same number of values before its guard's own.
   */
  async readPresuming(person: Acquaintance, sql: string, values: readonly unknown[]): Promise<{ json: string | null; at: Date }> {
    const { actor, token, stamp, since, until } = person;
    const asked = statement(sql, [...values, actor.staffId, token, stamp, since, until]);
    const { rows } = await askOn<{ json: string | null; at: Date }>(this.reading, asked);
    const answer = rows[0]!;
    if (answer.json !== null) await this.acquaintances.saw(person, answer.at);
    return answer;
  }

  /** A transaction on behalf of an actor. It begins together with what is asked first, and commits together with what is left for the end. */
  async write<T>(actor: Actor, body: (transaction: Transaction) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    const begun = client.query(beginningAs(actor));
    // Told below, behind whatever comes of it.
    begun.catch(() => undefined);
    const transaction = new Transaction(client, this.source);
    try {
      const result = await body(transaction);
      await begun;
      await transaction.commit();
      client.release();
      return result;
    } catch (fault) {
      const first = await begun.then(
        () => fault,
        (before: unknown) => before,
      );
      await client.query('rollback').then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw first;
    }
  }

  /** A statement outside any case: sessions, health, the description of an actor. */
  async ask<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await askOn<Row>(this.pool, { text: sql, values: [...values] })).rows;
  }

  /** Resolves when a connection of each kind has answered: for commands, and for readings. */
  async probe(): Promise<void> {
    await Promise.all([this.pool, this.reading].map((pool) => askOn(pool, { text: 'select 1' })));
  }

  /** How many wait for a connection. */
  get waiting(): number {
    return this.pool.waitingCount + this.reading.waitingCount;
  }

  columnsOf(type: EntityTarget<object>, alias: string): ColumnOf {
    const metadata = this.source.getMetadata(type);
    return (property) => {
      const column = metadata.findColumnWithPropertyName(property);
      if (!column) throw new Error(`${metadata.name} has no column ${property}.`);
      return { sql: `${alias}.${column.databaseName}`, type: typeof column.type === 'string' ? column.type : 'text' };
    };
  }

  /** The entity class with this name. */
  typeNamed(name: string): Type {
    return this.source.getMetadata(name).target as unknown as Type;
  }

  private get pool(): pg.Pool {
    return (this.source.driver as unknown as { master: pg.Pool }).master;
  }
}

/**
 * A statement that answers an expression only to somebody who stands as they were described. Who asks is told to the second lock first, then the
 * description is held against the database, and only then the expression is computed: a CASE goes through its branches in order.
 */
export const presuming = (expression: string, values: number): string => {
  const [staff, token, stamp, since, until] = [1, 2, 3, 4, 5].map((more) => `$${values + more}`);
  return `select case when set_config('tsunagi.actor', ${staff}::text, true) is null then null
    when not stands(${token}::bytea, ${stamp}::bigint, ${since}::timestamptz, ${until}::timestamptz) then null else (${expression})::text end as json, tsunagi_now() as at`;
};

/** The same within a transaction that has proven it already: nothing may have changed since who may see what, by itself either. */
export const unchanged = (expression: string, values: number): string =>
  `select case when access_stamp() = $${values + 1}::bigint then (${expression})::text end as json, tsunagi_now() as at`;
