import type pg from 'pg';
import type { DataSource } from 'typeorm';
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

  constructor(
    private readonly client: pg.ClientBase,
    source: DataSource,
  ) {
    this.rows = new Rows(source, this.ask);
  }

  readonly ask: Ask = async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    (await this.client.query<Row & pg.QueryResultRow>(statement(sql, values))).rows;

  /** Leaves a statement for the end: it goes out together with the commit, so that what it locks is held for no longer than that takes. */
  atLast(sql: string, values: readonly unknown[]): void {
    this.last.push(statement(sql, values));
  }

  /** What was left for the end, and the commit. Throws the first fault of any of them; a commit behind a fault takes everything back. */
  async commit(): Promise<void> {
    await Promise.all([...this.last, 'commit'].map((each: string | pg.QueryConfig) => this.client.query(each)));
  }
}

/** Prepared by name where it comes up again. */
export const statement = (text: string, values: readonly unknown[]): pg.QueryConfig => ({ name: nameFor(text), text, values: [...values] });
