import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { MIGRATIONS } from '../../migrations/index.js';

const LOCK = 20230911;
/** While a migration waits for a lock, everyone queues behind it, the older version that still serves included: it gives way instead. */
const LONGEST_WAIT = '5s';
const TRIES = 12;
const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';

const fileOf = (name: string) => new URL(`../../${import.meta.url.includes('/dist/') ? '../' : ''}migrations/${name}`, import.meta.url);

/**
 * Brings a database to the newest schema, each migration in a transaction of its own, under a lock so that
 * processes that start together do it once. Returns how many were applied. Throws when a migration that was
 * applied has been edited since: they only go forward. `names` are all, or the first of them for a schema as it once was.
 */
export async function migrate(ownerUrl: string, names: readonly string[] = MIGRATIONS): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'tsunagi-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists schema_migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
    );
    let applied = 0;
    for (const name of names) applied += await applyOnce(client, name);
    return applied;
  } finally {
    await client.end();
  }
}

/** How a database stands to this version: migrations that it lacks, that were edited after they were applied, and that only a newer version knows. */
export async function migrationsOf(client: {
  query<Row extends pg.QueryResultRow>(sql: string): Promise<{ rows: Row[] }>;
}): Promise<Record<'pending' | 'edited' | 'unknown', string[]>> {
  const { rows: found } = await client.query<{ exists: boolean }>(`select to_regclass('public.schema_migration') is not null as exists`);
  const sql = 'select name, digest from schema_migration order by name';
  const applied = new Map(
    found[0]?.exists ? (await client.query<{ name: string; digest: string }>(sql)).rows.map(({ name, digest }) => [name, digest]) : [],
  );
  const standing: Record<'pending' | 'edited' | 'unknown', string[]> = { pending: [], edited: [], unknown: [] };
  for (const name of MIGRATIONS) {
    if (!applied.has(name)) standing.pending.push(name);
    else if (applied.get(name) !== digestOf(await readFile(fileOf(name), 'utf8'))) standing.edited.push(name);
    applied.delete(name);
  }
  standing.unknown.push(...applied.keys());
  return standing;
}

const digestOf = (sql: string) => createHash('sha256').update(sql).digest('hex');

async function applyOnce(client: pg.Client, name: string, tries = TRIES): Promise<0 | 1> {
  const sql = await readFile(fileOf(name), 'utf8');
  const digest = digestOf(sql);
  const { rows } = await client.query<{ digest: string }>('select digest from schema_migration where name = $1', [name]);
  if (rows[0]?.digest === digest) return 0;
  if (rows[0]) throw new Error(`Migration ${name} was edited after it was applied.`);
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '${LONGEST_WAIT}'`);
    await client.query(sql);
    await client.query('insert into schema_migration (name, digest) values ($1, $2)', [name, digest]);
    await client.query('commit');
    return 1;
  } catch (fault) {
    await client.query('rollback');
    if ([LOCK_NOT_AVAILABLE, DEADLOCK].includes((fault as { code?: string }).code ?? '') && tries > 1)
      return applyOnce(client, name, tries - 1);
    throw new Error(`Migration ${name} failed: ${(fault as Error).message}`, { cause: fault });
  }
}
