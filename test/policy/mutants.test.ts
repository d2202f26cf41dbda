import { readFileSync } from 'node:fs';
import pg from 'pg';
import { cloneDatabase } from '../support/database.js';
import { changed } from './oracle/changed.mjs';
import { MUTANTS } from './oracle/mutants.js';

/* `npm run policy:mutants` breaks the policy in one place after another and takes hours. Here: that each of these places is still there. */

const BUILT = new URL('../../dist/src/', import.meta.url);

it('each place of the code that is broken on purpose is there, once', () => {
  const texts = new Map<string, string>();
  const textOf = (file: string) => texts.get(file) ?? texts.set(file, readFileSync(new URL(file, BUILT), 'utf8')).get(file)!;
  for (const { changes } of MUTANTS)
    for (const change of changes) expect(changed(textOf(change.file), change)).not.toBe(textOf(change.file));
});

it('each place of the database that is broken on purpose is there', async () => {
  const database = await cloneDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    for (const { name, sql } of MUTANTS) {
      if (!sql) continue;
      await client.query('begin');
      await expect(client.query(sql).then(() => name)).resolves.toBe(name);
      await client.query('rollback');
    }
  } finally {
    await client.end();
    await database.drop();
  }
});
