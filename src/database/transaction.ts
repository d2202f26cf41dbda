import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { written } from './lists.js';
import { nameFor } from './names.js';
import { Rows } from './rows.js';

/** One statement, by whichever door. */
export type Ask = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/**
 * An open transaction. Its statements leave at once and are carried out in their order: what is asked for together is waited for once. Where one
 * fails, all that were sent after it fail as well, and nothing of the transaction remains.
 */
export class Transaction {
  readonly rows: Rows;
  private readonly last: pg.QueryConfig[] = [];
  /** What went wrong first: whatever was sent after it is refused for that alone. */
  private fault: unknown;

  constructor(
    private readonly client: pg.ClientBase,
    source: DataSource,
  ) {
    this.rows = new Rows(source, this);
  }

  readonly ask: Ask = async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    (await this.send<Row & pg.QueryResultRow>(sql, values)).rows;

  /** How many rows a statement has changed. */
  async change(sql: string, values: readonly unknown[]): Promise<number> {
    return (await this.send(sql, values)).rowCount ?? 0;
  }

  private send<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[]): Promise<pg.QueryResult<Row>> {
    return this.client.query<Row>(statement(sql, values)).catch((fault: unknown) => {
      this.fault ??= fault;
      throw fault;
    });
  }

  /** Leaves a statement for the end: it goes out together with the commit, so that what it locks is held for no longer than that takes. */
  atLast(sql: string, values: readonly unknown[]): void {
    this.last.push(statement(sql, values));
  }

  /** What was left for the end, and the commit. Throws the first fault of any of them; a commit behind a fault takes everything back. */
  async commit(): Promise<void> {
    const closing = Promise.all([...this.last, 'commit'].map((each: string | pg.QueryConfig) => this.client.query(each)));
    await closing.catch((fault: unknown) => {
      throw this.fault ?? fault;
    });
  }
}

/** Prepared by name where it comes up again. */
export const statement = (text: string, values: readonly unknown[]): pg.QueryConfig => ({
  name: nameFor(text),
  text,
  values: values.map((value, at) => written(value, at + 1, text)),
});
