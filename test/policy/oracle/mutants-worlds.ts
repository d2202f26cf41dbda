import { migrate } from '../../../src/database/migrate.js';
import { addressOf, withClient } from '../../support/server.js';
import { fill } from './fill.js';
import { makeWorld, type Size } from './generate.js';

/** Small, so that a mutant is soon through; whoever is not noticed in one world is tried in the next. */
export const SIZE: Size = { people: 14, cases: 4 };
export const SEEDS = [1, 2, 3];

export const worldName = (seed: number) => `tsunagi_world_${seed}`;

/** Puts the worlds on a server, for mutants to copy. */
export async function makeWorlds(server: string): Promise<void> {
  for (const seed of SEEDS) {
    await withClient(server, (client) => client.query(`create database ${worldName(seed)}`));
    const url = addressOf(server, worldName(seed));
    await migrate(url);
    await fill(url, makeWorld(seed, SIZE));
  }
}
