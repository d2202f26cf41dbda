import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { MIGRATIONS } from '../../migrations/index.js';
import type { Database } from './database.js';

const LOCK = 20230911;

const fileOf = (name: string) => new URL(`../../${import.meta.url.includes('/dist/') ? '../' : ''}migrations/${name}`, import.meta.url);

/**
 * Brings a database to the newest schema, each migration in a transaction of its own, under a lock so that
 * processes that start together do it once. Returns how many were applied. Throws when a migration that was
 * applied has been edited since: they only go forward.
 */
export async function migrate(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'tsunagi-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists schema_migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
    );
    let applied = 0;
    for (const name of MIGRATIONS) applied += await applyOnce(client, name);
    return applied;
  } finally {
    await client.end();
  }
}

/** How a database stands to this version: migrations that it lacks, and those that only a newer version knows. */
export async function schemaStanding(database: Database): Promise<{ pending: string[]; unknown: string[] }> {
  const applied = (await database.ask<{ name: string }>('select name from schema_migration')).map(({ name }) => name);
  const known: readonly string[] = MIGRATIONS;
  return { pending: known.filter((name) => !applied.includes(name)), unknown: applied.filter((name) => !known.includes(name)) };
}

async function applyOnce(client: pg.Client, name: string): Promise<0 | 1> {
  const sql = await readFile(fileOf(name), 'utf8');
  const digest = createHash('sha256').update(sql).digest('hex');
  const { rows } = await client.query<{ digest: string }>('select digest from schema_migration where name = $1', [name]);
  if (rows[0]?.digest === digest) return 0;
  if (rows[0]) throw new Error(`Migration ${name} was edited after it was applied.`);
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into schema_migration (name, digest) values ($1, $2)', [name, digest]);
    await client.query('commit');
    return 1;
  } catch (fault) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed: ${(fault as Error).message}`, { cause: fault });
  }
}
