import type { DataSource, EntityMetadata } from 'typeorm';
import type { Type } from './shape.js';
import type { Ask } from './transaction.js';

/** A row that was taken for a transaction, and the instant at which it was had. */
export interface Taken<T> {
  readonly row: T;
  readonly at: Date;
}

/** One of several lists: which rows of a type (its columns under the alias `it`), and in which order. */
export interface ListSql {
  readonly type: Type;
  readonly columns?: readonly string[] | undefined;
  readonly where: string;
  readonly after: string;
}

/**
 * Rows of a type as plain statements: prepared by name, and read into instances without TypeORM's query builder, which costs several times what
 * the database takes for a row by its key.
 */
export class Rows {
  constructor(
    private readonly source: DataSource,
    private readonly transaction: { readonly ask: Ask; change(sql: string, values: readonly unknown[]): Promise<number> },
  ) {}

  /** The rows for which `where` holds (its columns under the alias `it`), in an order. */
  async find<T extends object>(type: Type<T>, where: string, values: readonly unknown[], after = ''): Promise<T[]> {
    const metadata = this.source.getMetadata(type);
    const rows = await this.transaction.ask(`select ${columnsOf(metadata)} from ${metadata.tableName} it where ${where}${after}`, values);
    return rows.map((row) => Object.assign(metadata.create() as T, row));
  }

  /** Several lists in one statement. What JSON has no word for comes back as the type's columns say. */
  async lists(wanted: readonly ListSql[], values: readonly unknown[]): Promise<object[][]> {
    const lists = wanted.map(({ type, columns, where, after }, place) => {
      const metadata = this.source.getMetadata(type);
      const rows = `select ${columns ? listOf(metadata, columns) : columnsOf(metadata)} from ${metadata.tableName} it where ${where}${after}`;
      return `(select coalesce(json_agg(found), '[]') from (${rows}) found) as "${place}"`;
    });
    const [found] = await this.transaction.ask<Record<string, Record<string, unknown>[]>>(`select ${lists.join(', ')}`, values);
    return wanted.map(({ type }, place) => found![place]!.map((row) => this.fromJson(type, row)));
  }

  private fromJson(type: Type, row: Record<string, unknown>): object {
    const metadata = this.source.getMetadata(type);
    for (const { propertyName, type: kind } of metadata.columns) {
      const value = row[propertyName];
      if (kind === 'timestamptz' && typeof value === 'string') row[propertyName] = new Date(value);
    }
    return Object.assign(metadata.create() as object, row);
  }

  /** The row for which `where` holds, for this transaction alone: whoever else wants it waits. The clock is read after our own wait. */
  async take<T extends object>(type: Type<T>, where: string, values: readonly unknown[]): Promise<Taken<T> | null> {
    const metadata = this.source.getMetadata(type);
    const locked = `select ${columnsOf(metadata)} from ${metadata.tableName} it where ${where} for update`;
    const [found] = await this.transaction.ask<{ $at: Date }>(`select taken.*, after_waiting() as "$at" from (${locked}) taken`, values);
    if (!found) return null;
    const { $at, ...row } = found;
    return { row: Object.assign(metadata.create() as T, row), at: $at };
  }

  /** The rows that a function of the database brings. */
  async broughtBy<T extends object>(type: Type<T>, call: string, values: readonly unknown[]): Promise<T[]> {
    const metadata = this.source.getMetadata(type);
    const rows = await this.transaction.ask(`select ${columnsOf(metadata)} from ${call} it`, values);
    return rows.map((row) => Object.assign(metadata.create() as T, row));
  }

  /** Writes a row, and brings it as an instance with these values. */
  async insert<T extends object>(type: Type<T>, values: Record<string, unknown>): Promise<T> {
    const metadata = this.source.getMetadata(type);
    const given = writable(metadata, values);
    const places = given.map((_, at) => `$${at + 1}`);
    await this.transaction.ask(
      `insert into ${metadata.tableName} (${given.map(({ column }) => column).join(', ')}) values (${places.join(', ')})`,
      given.map(({ value }) => value),
    );
    return Object.assign(metadata.create() as T, Object.fromEntries(given.map(({ property, value }) => [property, value])));
  }

  /** Writes these properties of the row with this id and version. Returns whether there was one. */
  async update(type: Type, { id, version }: { id: string; version: number }, changes: Record<string, unknown>): Promise<boolean> {
    const metadata = this.source.getMetadata(type);
    const given = writable(metadata, changes);
    const set = given.map(({ column }, at) => `${column} = $${at + 3}`).join(', ');
    const sql = `update ${metadata.tableName} set ${set} where id = $1 and version = $2`;
    return (await this.transaction.change(sql, [id, version, ...given.map(({ value }) => value)])) === 1;
  }
}

/** The values that belong in columns. */
const writable = ({ columns }: EntityMetadata, values: Record<string, unknown>) =>
  columns.flatMap(({ databaseName, propertyName }) => {
    const value = values[propertyName];
    return value === undefined ? [] : [{ column: databaseName, property: propertyName, value }];
  });

const lists = new WeakMap<EntityMetadata, string>();

/** The columns of a type under the names of its properties. A day stays the text that it is. */
function columnsOf(metadata: EntityMetadata): string {
  const known = lists.get(metadata);
  if (known) return known;
  const list = listOf(metadata);
  lists.set(metadata, list);
  return list;
}

const listOf = ({ columns }: EntityMetadata, names?: readonly string[]) =>
  columns
    .filter(({ propertyName }) => names?.includes(propertyName) ?? true)
    .map(({ databaseName, propertyName, type }) => `it.${databaseName}${type === 'date' ? '::text' : ''} as "${propertyName}"`)
    .join(', ');
