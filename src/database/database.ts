import type pg from 'pg';
import { DataSource, type EntityManager, type EntityTarget } from 'typeorm';
import { actorName, type Actor } from '../permissions/actor.js';
import type { ColumnOf } from '../permissions/to-sql.js';
import type { Replica } from './replica.js';
import type { Type } from './shape.js';
import { SnakeNames } from './snake-names.js';
import { ToldClient } from './statements.js';

const APP_ROLE = 'tsunagi_app';
const POOL_SIZE = 12;
const LONGEST_STATEMENT_MS = 15_000;
/** Somebody who holds a row so long is stuck: whoever waits is told to come again. */
const LONGEST_WAIT_MS = 8_000;
/** A process that was paused in the middle of a transaction may hold the chain's lock, for which everyone waits. */
const LONGEST_PAUSE_MS = 5_000;
/** How long a request may wait for a free connection, or for a new one. */
const LONGEST_QUEUE_MS = 8_000;
/** After this the server has not kept to its own limits: the connection leads nowhere. */
const LONGEST_SILENCE_MS = LONGEST_STATEMENT_MS + 5_000;

const LIMITS = {
  role: APP_ROLE,
  timezone: 'UTC',
  statement_timeout: LONGEST_STATEMENT_MS,
  lock_timeout: LONGEST_WAIT_MS,
  idle_in_transaction_session_timeout: LONGEST_PAUSE_MS,
};

/** A connection that is cut while somebody holds it, between two of their statements, would end the process: the next statement says so instead. */
class Connection extends ToldClient {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** The connection pool, always under the role that owns nothing. Only the doors and the trail's reader use it. */
export class Database {
  /** Who answers reports in place of this database, where one was named. */
  replica: Replica | null = null;

  private constructor(readonly source: DataSource) {}

  static async open(url: string, entities: readonly Type[]): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url,
      entities: entities as (new () => object)[],
      namingStrategy: new SnakeNames(),
      synchronize: false,
      extra: {
        max: POOL_SIZE,
        options: Object.entries(LIMITS)
          .map(([name, value]) => `-c ${name}=${value}`)
          .join(' '),
        connectionTimeoutMillis: LONGEST_QUEUE_MS,
        query_timeout: LONGEST_SILENCE_MS,
        keepAlive: true,
        Client: Connection,
        application_name: 'tsunagi',
      },
    });
    return new Database(await source.initialize());
  }

  async close(): Promise<void> {
    await this.replica?.close();
    await this.source.destroy();
  }

  /** Where reports are read: here, unless a replica has everything. */
  async forReports(): Promise<Database> {
    return this.replica ? this.replica.orPrimary() : this;
  }

  /** One statement on behalf of an actor, in a read-only transaction that the second lock watches. */
  async read<Row extends pg.QueryResultRow>(actor: Actor, sql: string, values: readonly unknown[]): Promise<Row[]> {
    const client = await this.pool.connect();
    try {
      await client.query(`begin read only; set local tsunagi.actor = '${actorName(actor).replace(/[^\w:-]/g, '')}'`);
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

  /** A transaction on behalf of an actor. */
  write<T>(actor: Actor, body: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      await manager.query("select set_config('tsunagi.actor', $1, true)", [actorName(actor)]);
      return body(manager);
    });
  }

  /** A statement outside any case: sessions, health, the description of an actor. */
  async ask<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>(sql, [...values]);
    return rows;
  }

  /** How many wait for a connection. */
  get waiting(): number {
    return this.pool.waitingCount;
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
