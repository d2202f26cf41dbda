import type pg from 'pg';

/** How many rows each table has, by its name. */
export type Rows = ReadonlyMap<string, number>;

/** The rows of every table that is meant to come back, and the last entry of the trail, all at one instant. */
export async function rowsOf(client: pg.ClientBase): Promise<{ rows: Rows; seq: number }> {
  await client.query('begin isolation level repeatable read read only');
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind in ('r', 'p') and relpersistence = 'p' and relnamespace = 'public'::regnamespace order by relname`,
    );
    const counted = new Map<string, number>();
    for (const { name } of tables) {
      const { rows } = await client.query<{ rows: number }>(`select count(*)::float8 as rows from ${name}`);
      counted.set(name, rows[0]!.rows);
    }
    const { rows: last } = await client.query<{ seq: number }>('select coalesce(max(seq), 0)::float8 as seq from trail');
    return { rows: counted, seq: last[0]!.seq };
  } finally {
    await client.query('rollback');
  }
}
