import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { addressOf, withClient } from '../../support/server.js';
import { behind } from './fill.js';
import { makeWorld } from './generate.js';
import { mutantNamed, type Mutant } from './mutants.js';
import { SIZE, worldName } from './mutants-worlds.js';
import { play } from './play.js';

/* Runs mutants of one build, one after the other, each on copies of the worlds that the server holds, and says of each what gave it away. */

const { values } = parseArgs({ options: { mutants: { type: 'string' }, server: { type: 'string' }, seeds: { type: 'string' } } });
const server = values.server!;

for (const name of values.mutants!.split(';')) {
  const caught = await caughtBy(mutantNamed(name)).catch((fault: Error) => `it broke: ${fault.message}`);
  console.log(JSON.stringify({ name, caught }));
}

/** The first difference; `null` for a mutant that nobody noticed. */
async function caughtBy(mutant: Mutant): Promise<string | null> {
  for (const seed of values.seeds!.split(',').map(Number)) {
    const [difference] = await differencesIn(mutant, seed);
    if (difference) return difference;
  }
  return null;
}

async function differencesIn({ sql, lock, only }: Mutant, seed: number): Promise<string[]> {
  const name = `tsunagi_mutant_${randomBytes(6).toString('hex')}`;
  const onServer = (statement: string) => withClient(server, (client) => client.query(statement));
  await onServer(`create database ${name} template ${worldName(seed)}`);
  try {
    const url = addressOf(server, name);
    if (sql) await behind(url, (client) => client.query(sql));
    return (await play(url, makeWorld(seed, SIZE), { lock, brief: true, only })).flatMap(({ differences }) => differences);
  } finally {
    await onServer(`drop database if exists ${name} with (force)`);
  }
}
