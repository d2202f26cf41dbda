import { randomBytes, randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { migrate } from '../../../src/database/migrate.js';
import { openThrowaway } from '../../../src/database/throwaway.js';
import { addressOf, withClient } from '../../support/server.js';
import type { Lock } from './channels.js';
import { behind } from './fill.js';
import { makeWorld } from './generate.js';
import { mutantNamed } from './mutants.js';
import { play } from './play.js';

/*
 * npm run policy:oracle -- [--comparisons 1000000] [--seed 1] [--lock both|rules|rows]
 * Compares what the product shows with the policy, world after world, until there were that many comparisons.
 */

const { values } = parseArgs({
  options: {
    comparisons: { type: 'string', default: '1000000' },
    seed: { type: 'string' },
    lock: { type: 'string', default: 'both' },
    people: { type: 'string', default: '24' },
    cases: { type: 'string', default: '8' },
    /** Ends with the first difference. */
    brief: { type: 'boolean', default: false },
    /** What is wrong with the product this time. */
    mutant: { type: 'string' },
    /** A PostgreSQL server to use, with superuser rights, instead of one of its own. */
    server: { type: 'string' },
  },
});
const MOST_TOLD = 20;

const server = values.server ? { url: values.server, close: async () => undefined } : await openThrowaway();
const name = `tsunagi_oracle_${randomBytes(6).toString('hex')}`;
try {
  await withClient(server.url, (client) => client.query(`create database ${name}`));
  await run(addressOf(server.url, name));
} finally {
  await withClient(server.url, (client) => client.query(`drop database if exists ${name} with (force)`));
  await server.close();
}

async function run(url: string): Promise<void> {
  await migrate(url);
  const mutant = values.mutant ? mutantNamed(values.mutant) : null;
  const lock = (mutant?.lock ?? values.lock) as Lock;
  if (lock === 'rules') await withoutRowSecurity(url);
  if (mutant?.sql) await behind(url, (client) => client.query(mutant.sql!));
  const size = { people: Number(values.people), cases: Number(values.cases) };
  const differences: string[] = [];
  let comparisons = 0;
  for (let seed = values.seed ? Number(values.seed) : randomInt(1_000_000); comparisons < Number(values.comparisons); seed++) {
    const began = performance.now();
    const tallies = await play(url, makeWorld(seed, size), { lock, brief: values.brief });
    const made = tallies.reduce((sum, tally) => sum + tally.comparisons, 0);
    comparisons += made;
    differences.push(...tallies.flatMap((tally) => tally.differences));
    console.log(`world ${seed}: ${made} comparisons in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    if (differences.length > 0 && (values.brief || differences.length > MOST_TOLD)) break;
  }
  for (const difference of differences.slice(0, MOST_TOLD)) console.log(difference);
  console.log(`comparisons ${comparisons}, differences ${differences.length}`);
  if (differences.length > 0) process.exitCode = 1;
}

/** Takes the second lock off every table. */
const withoutRowSecurity = (url: string) =>
  behind(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity`,
    );
    for (const table of rows) await client.query(`alter table ${table.name} disable row level security`);
  });
