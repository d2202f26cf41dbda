import type { EntityManager, EntityMetadata, EntityTarget } from 'typeorm';
import type pg from 'pg';
import { nameFor } from './names.js';

/**
 * Rows of a type as plain statements on the connection of a transaction: prepared by name, and read into instances without TypeORM's query
 * builder, which costs several times what the database takes for a row by its key.
 */
export class Rows {
  constructor(private readonly manager: EntityManager) {}

  /** The rows for which `where` holds (its columns under the alias `it`), with what follows it: an order, a lock. */
  async find<T extends object>(type: EntityTarget<object>, where: string, values: readonly unknown[], after = ''): Promise<T[]> {
    const metadata = this.manager.connection.getMetadata(type);
    const rows = await this.run(`select ${columnsOf(metadata)} from ${metadata.tableName} it where ${where}${after}`, values);
    return rows.map((row) => Object.assign(metadata.create() as T, row));
  }

  /** Writes these properties of the row with this id and version. Returns whether there was one. */
  async update(
    type: EntityTarget<object>,
    { id, version }: { id: string; version: number },
    changes: Record<string, unknown>,
  ): Promise<boolean> {
    const metadata = this.manager.connection.getMetadata(type);
    const named = Object.entries(changes).flatMap(([property, value]) => {
      const column = metadata.findColumnWithPropertyName(property);
      return column && value !== undefined ? [[column.databaseName, value] as const] : [];
    });
    const set = named.map(([column], at) => `${column} = $${at + 3}`).join(', ');
    const sql = `update ${metadata.tableName} set ${set} where id = $1 and version = $2 returning true as written`;
    return (await this.run(sql, [id, version, ...named.map(([, value]) => value)])).length === 1;
  }

  private async run(text: string, values: readonly unknown[]): Promise<object[]> {
    const client = (await this.manager.queryRunner!.connect()) as pg.ClientBase;
    const { rows } = await client.query<object>({ name: nameFor(text), text, values: [...values] });
    return rows;
  }
}

const lists = new WeakMap<EntityMetadata, string>();

/** The columns of a type under the names of its properties. A day stays the text that it is. */
function columnsOf(metadata: EntityMetadata): string {
  const known = lists.get(metadata);
  if (known) return known;
  const list = metadata.columns
    .map(({ databaseName, propertyName, type }) => `it.${databaseName}${type === 'date' ? '::text' : ''} as "${propertyName}"`)
    .join(', ');
  lists.set(metadata, list);
  return list;
}
