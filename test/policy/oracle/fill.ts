import { createHash } from 'node:crypto';
import pg from 'pg';
import { rowsOf, type Row, type World } from './world.js';

const TABLES: Readonly<Record<string, string>> = { NeedToKnowCell: 'need_to_know' };

const snake = (name: string) => name.replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
export const tableOf = (type: string) => TABLES[type] ?? snake(type);

/** The token with which a person of a world asks the product. */
export const tokenOf = (staffId: string) => `token-of-${staffId}`;

/** Puts a world into a migrated database, in place of whatever is there, and stops its clock. As the owner, past every rule and trigger. */
export async function fill(url: string, world: World): Promise<void> {
  await behind(url, async (client) => {
    await client.query('begin; set local session_replication_role = replica');
    const { rows } = await client.query<{ tables: string }>(
      `select string_agg(quote_ident(relname), ', ') as tables from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'schema_migration'`,
    );
    await client.query(`truncate ${rows[0]!.tables}`);
    for (const type of world.rows.keys()) if (type !== 'TrailEntry') await insert(client, type, rowsOf(world, type));
    await client.query('commit');
    await append(client, rowsOf(world, 'TrailEntry'));
    await client.query('analyze');
  });
  await setClock(url, world.now);
}

/** Sets the database's clock, which stands still from then on. */
export async function setClock(url: string, now: Date): Promise<void> {
  await behind(url, (client) =>
    client.query(
      `create or replace function tsunagi_now() returns timestamptz language sql volatile as $$ select '${now.toISOString()}'::timestamptz $$`,
    ),
  );
}

/** Adds entries to the trail by the only way in. */
export const appendTo = (url: string, entries: readonly Row[]): Promise<unknown> => behind(url, (client) => append(client, entries));

/** Statements on a database as its owner. */
export async function behind<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function insert(client: pg.Client, type: string, rows: readonly Row[]): Promise<void> {
  const table = tableOf(type);
  const records = rows.map((row) => ({
    version: 1,
    ...Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])),
    ...(type === 'Session' ? { token_hash: `\\x${createHash('sha256').update(tokenOf(row.staffId!)).digest('hex')}` } : {}),
  }));
  // What the database computes by itself is not given.
  const { rows: columns } = await client.query<{ named: string }>(
    `select string_agg(quote_ident(attname), ', ') as named from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const { named } = columns[0]!;
  const populated = `jsonb_populate_recordset(null::public.${table}, $1)`;
  await client.query(`insert into ${table} (${named}) select ${named} from ${populated}`, [JSON.stringify(records)]);
}

async function append(client: pg.Client, entries: readonly Row[]): Promise<void> {
  const drafts = entries.map(
    ({ at, kind, commandId, caseId, seriesId, sessionId, category, confinedTo, aboutType, aboutId, actorId, to, state }) => {
      const about = { caseId, seriesId, sessionId, category, confinedTo, type: aboutType, id: aboutId, to, state, data: {} };
      return { at, kind, via: 'made', actor: actorId ?? 'system:setup', commandId, print: '00000000', ordinal: 0, ...about };
    },
  );
  await client.query('select append_trail($1)', [JSON.stringify(drafts)]);
}
