import { randomBytes, randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { migrate } from '../../../src/database/migrate.js';
import { addressOf, withClient } from '../../support/server.js';
import type { Lock } from './channels.js';
import { behind, fill } from './fill.js';
import { makeWorld } from './generate.js';
import { mutantNamed } from './mutants.js';
import { openOwnServer } from './own-server.js';
import { play } from './play.js';

/*
 * npm run policy:oracle -- [--comparisons 1000000] [--seed 1] [--lock rules]
 * Compares what the product shows with the policy, world after world, until there were that many comparisons.
 */

const { values } = parseArgs({
  options: {
    comparisons: { type: 'string', default: '1000000' },
    seed: { type: 'string' },
    /** `rules`: with row-level security off, the rules have to hold by themselves. */
    lock: { type: 'string', default: 'both' },
    people: { type: 'string', default: '16' },
    cases: { type: 'string', default: '4' },
    /** Ends with the first difference. */
    brief: { type: 'boolean', default: false },
    /** What is wrong with the product this time. */
    mutant: { type: 'string' },
    /** A PostgreSQL server to use, with superuser rights, instead of one of its own. */
    server: { type: 'string' },
  },
});
const MOST_TOLD = 20;

const server = values.server ? { url: values.server, close: async () => undefined } : await openOwnServer();
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
  const lock = await prepare(url);
  const differences: string[] = [];
  const enough = values.brief ? 1 : MOST_TOLD;
  let comparisons = 0;
  let seed = values.seed ? Number(values.seed) : randomInt(1_000_000);
  while (comparisons < Number(values.comparisons) && differences.length < enough) {
    const seen = await world(url, seed++, lock);
    comparisons += seen.comparisons;
    differences.push(...seen.differences);
  }
  for (const difference of differences.slice(0, enough)) console.log(difference);
  console.log(`comparisons ${comparisons}, differences ${differences.length}`);
  if (differences.length > 0) process.exitCode = 1;
}

/** Makes the database what this run wants wrong with it. Returns which lock is left. */
async function prepare(url: string): Promise<Lock> {
  const mutant = values.mutant ? mutantNamed(values.mutant) : null;
  const { sql } = mutant ?? {};
  if (sql) await behind(url, (client) => client.query(sql));
  if (values.lock === 'rules') await takeRowSecurityOff(url);
  return mutant?.lock ?? (values.lock as Lock);
}

/** One world, on the database that the one before it was on. */
async function world(url: string, seed: number, lock: Lock): Promise<{ comparisons: number; differences: string[] }> {
  const began = performance.now();
  const made = makeWorld(seed, { people: Number(values.people), cases: Number(values.cases) });
  await fill(url, made);
  const tallies = await play(url, made, { lock, brief: values.brief });
  const comparisons = tallies.reduce((sum, tally) => sum + tally.comparisons, 0);
  console.log(`world ${seed}: ${comparisons} comparisons in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return { comparisons, differences: tallies.flatMap((tally) => tally.differences) };
}

/** Takes the second lock off every table. */
async function takeRowSecurityOff(url: string): Promise<void> {
  await behind(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity`,
    );
    for (const table of rows) await client.query(`alter table ${table.name} disable row level security`);
  });
}
