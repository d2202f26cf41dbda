import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openThrowaway } from '../../src/database/throwaway.js';

export const TEMPLATE = 'tsunagi_template';

/** A PostgreSQL server for one run of the tests. */
export interface TestServer {
  /** Address of a database to connect to when creating and dropping others, as a superuser. */
  readonly url: string;
  /** What the names of this run's databases begin with. */
  readonly prefix: string;
  /** Drops this run's databases; a server that was started for the run goes altogether. */
  stop(): Promise<void>;
}

/** Uses the server of `TEST_DATABASE_URL` (an address with superuser rights), or starts one that lives as long as the run. */
export async function openServer(): Promise<TestServer> {
  const prefix = `tsunagi_test_${randomBytes(4).toString('hex')}_`;
  const external = process.env.TEST_DATABASE_URL;
  return external ? { url: external, prefix, stop: () => dropDatabases(external, prefix) } : { prefix, ...(await startEmbedded()) };
}

async function startEmbedded(): Promise<Pick<TestServer, 'url' | 'stop'>> {
  const server = await openThrowaway();
  return { url: server.url, stop: () => server.close() };
}

/** Removes the databases of a run from a server that stays: its clones, forgotten ones included, and the template. */
async function dropDatabases(url: string, prefix: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    await dropTemplate(client);
  });
}

/** A template cannot be dropped while it is marked as one. */
export async function dropTemplate(client: pg.Client): Promise<void> {
  await client.query(`UPDATE pg_database SET datistemplate = false WHERE datname = $1`, [TEMPLATE]);
  await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
}

/** `url` with another database. */
export function addressOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
