import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { addressOf, TEMPLATE, withClient } from './server.js';

export interface TestDatabase {
  /** Address of the database, as its owner. */
  readonly url: string;
  /** Removes it, ending whatever connections are left. */
  drop(): Promise<void>;
}

/** The address of the server of this run, with superuser rights. */
export const serverOfRun = (): string => fromSetup('TSUNAGI_TEST_SERVER');

/** How often to ask again while another connection is still leaving the template. */
const TRIES = 20;

/** A migrated database of one's own, for one test file: a copy of the template, under a random name. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const server = serverOfRun();
  const name = `${fromSetup('TSUNAGI_TEST_PREFIX')}${randomBytes(6).toString('hex')}`;
  await withClient(server, (client) => copyTemplate(client, name));
  return {
    url: addressOf(server, name),
    drop: () => withClient(server, async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

async function copyTemplate(client: pg.Client, name: string, tries = TRIES): Promise<void> {
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  } catch (error) {
    const isBusy = error instanceof pg.DatabaseError && error.code === '55006';
    if (!isBusy || tries === 1) throw error;
    await pause(50);
    await copyTemplate(client, name, tries - 1);
  }
}

function fromSetup(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests through jest, whose global setup starts the server.`);
  return value;
}
